"""What goes wrong is told in the language asked for: what happened, to what, what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.cli.main import main

REPORT = "石桥镇2025年度法治政府建设情况的报告\n一、主要举措和成效\n开展法治宣传12场次。\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with a report, a folder and a file that is nothing."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "报告.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "空").mkdir()
    (tmp_path / "杂.dat").write_bytes(b"\xff\xfe\x00\x81")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ("check", 2, ("reviewer check 报告.docx",)),
        ("chek 报告.txt", 2, ("“chek”", "check", "reviewer --help")),
        ("--langauge en", 2, ("--langauge",)),
        ("export 报告.txt -o", 2, ("--output", "reviewer export --help")),
        ("export 报告.txt --jason", 2, ("--jason", "reviewer export --help")),
        ("export 报告.txt --to 结果", 2, ("--pdf",)),
        ("check 报告.txt --checklist 没有", 2, ("没有：", "文件或文件夹不存在", "township-annual")),
        ("check 报告.txt --checklist 空", 2, ("空：", "这是一个文件夹")),
        ("check 报告.txt --checklist 杂.dat", 2, ("杂.dat", "UTF-8")),
        ("check 项目.review", 1, ("项目.review", "reviewer export", "reviewer gui")),
        ("export 报告.txt --to 报告.txt --json", 1, ("报告.txt", "这里已有同名的文件")),
        ("export 报告.txt --to 空 --template 空", 1, ("空：", "这是一个文件夹")),
        (
            "export 报告.txt --to 空 --slip --slip-template 没有.docx",
            1,
            ("没有.docx", "文件或文件夹不存在"),
        ),
    ],
)
def test_a_message_names_the_thing_and_the_way_out(
    here: Path,
    capfd: pytest.CaptureFixture[str],
    arguments: str,
    status: int,
    words: tuple[str, ...],
) -> None:
    assert main(arguments.split(), lambda files, language: 1, lambda: lambda paper: b"") == status
    said = capfd.readouterr().err
    (line,) = said.splitlines()
    assert line.startswith("错误：")
    for word in words:
        assert word in line
