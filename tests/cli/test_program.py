"""The program as it is called: output, diagnostics and exit status of whole runs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

REPORT = """\
石桥镇人民政府关于2025年法治政府建设情况的报告
县人民政府：
一、主要举措和成效
（一）加强学习。镇党委理论学习中心组学习习近平法治思想4次。
（二）抓好普法。全年举办法治讲座6场次，发放资料800份。
二、存在的不足和原因
一是执法人员少。由于编制不足，执法力量跟不上。
三、下一年度主要安排
（一）6月底前由综合执法队完成培训2期。
石桥镇人民政府
2026年1月15日
"""
OUTLINE = """\
一、主要举措和成效
  （一）加强学习
  （二）抓好普法
二、存在的不足和原因
三、下一年度主要安排
  （一）6月底前由综合执法队完成培训2期
"""
WITHOUT_QT = "import sys; sys.modules['PySide6'] = None; from reviewer.__main__ import main; "


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "石桥镇.txt"
    path.write_text(REPORT, encoding="gb18030")
    return path


def run(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    code = f"{WITHOUT_QT}sys.argv = ['reviewer', *sys.argv[1:]]; sys.exit(main())"
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        timeout=60,
        check=False,
    )


def test_limits_are_those_of_the_settings_and_the_message_names_them(
    report: Path, tmp_path: Path
) -> None:
    folders = ("XDG_CONFIG_HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
    own = {name: str(tmp_path / "own") for name in folders}
    settings = tmp_path / "own" / "reviewer" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("largest_file_mb = 1\nreading_seconds = 0\n", encoding="utf-8")
    large = tmp_path / "大.txt"
    large.write_bytes(b" " * 1_100_000)
    ran = run("outline", report, large, **own)
    assert ran.returncode == 1
    assert "reading_seconds" in ran.stderr
    assert "1 MB" in ran.stderr
    assert "largest_file_mb" in ran.stderr


def test_check_prints_a_table(report: Path) -> None:
    ran = run("check", report)
    assert (ran.returncode, ran.stderr) == (0, "")
    lines = ran.stdout.splitlines()
    assert lines[:3] == [
        f"== {report}",
        "石桥镇人民政府关于2025年法治政府建设情况的报告",
        "单位：石桥镇　年度：2025　日期：2026-01-15",
    ]
    assert sum(line[:3] in {"A17", "B03", "E11"} for line in lines) == 3


def test_check_prints_nothing_but_json(report: Path) -> None:
    ran = run("check", report, "--json")
    assert (ran.returncode, ran.stderr) == (0, "")
    shown = json.loads(ran.stdout)
    assert (shown["schema"], shown["errors"]) == (1, [])
    assert shown["checklist"]["id"] == "township-annual"
    assert shown["checklist"]["points"] == 100.0
    (only,) = shown["reports"]
    assert (only["source"], only["encoding"], only["unit"]) == (str(report), "gb18030", "石桥镇")
    assert len(only["findings"]) == 49
    text = run("text", report).stdout
    for finding in only["findings"]:
        for evidence in finding["evidence"]:
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]
    counted = [f for f in only["findings"] if f["verdict"] != "undetermined"]
    assert only["suggested"] == pytest.approx(sum(f["suggested"] for f in counted))
    assert only["points"] == sum(f["points"] for f in counted)


def test_a_file_that_cannot_be_read_does_not_stop_the_others(report: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    ran = run("check", tmp_path / "none.txt", report, empty, "--json")
    assert ran.returncode == 1
    shown = json.loads(ran.stdout)
    assert [only["source"] for only in shown["reports"]] == [str(report)]
    assert [error["source"] for error in shown["errors"]] == [
        str(tmp_path / "none.txt"),
        str(empty),
    ]
    assert shown["errors"][1]["code"] == "empty"
    assert ran.stderr.count("错误：") == 2
    assert "Traceback" not in ran.stderr


def test_outline_prints_an_indented_tree(report: Path) -> None:
    ran = run("outline", report)
    assert (ran.returncode, ran.stdout) == (0, OUTLINE)


def test_text_prints_what_was_read(report: Path) -> None:
    assert run("text", report).stdout == REPORT


def test_another_encoding_can_be_asked_for(report: Path) -> None:
    read = json.loads(run("check", report, "--json", "--encoding", "gb18030").stdout)
    assert read["reports"][0]["encoding"] == "gb18030"
    ran = run("check", report, "--encoding", "klingon")
    assert ran.returncode == 2
    assert "klingon" in ran.stderr


def test_export_writes_a_workbook(report: Path, tmp_path: Path) -> None:
    target = tmp_path / "评分.xlsx"
    ran = run("export", report, report, "-o", target)
    assert (ran.returncode, ran.stdout) == (0, "")
    assert load_workbook(target).sheetnames[:4] == ["汇总", "要素矩阵", "石桥镇", "石桥镇 (2)"]


def test_export_never_overwrites_a_report(report: Path) -> None:
    assert run("export", report, "-o", report).returncode == 2
    assert report.read_text(encoding="gb18030") == REPORT


def test_export_of_nothing_readable_writes_nothing(tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    assert run("export", tmp_path / "none.txt", "-o", target).returncode == 1
    assert not target.exists()


def test_export_into_a_missing_folder_says_so(report: Path, tmp_path: Path) -> None:
    ran = run("export", report, "-o", tmp_path / "none" / "a.xlsx")
    assert ran.returncode == 1
    assert "文件夹不存在" in ran.stderr


def test_checklist_lists_the_elements_with_points() -> None:
    ran = run("checklist")
    assert ran.returncode == 0
    assert ran.stdout.splitlines()[-1].split() == ["合计", "100"]
    assert (
        sum(line[:1] in "ABCDE" and line[1:3].isdigit() for line in ran.stdout.splitlines()) == 49
    )


def test_a_checklist_that_is_not_there_is_wrong_usage(report: Path) -> None:
    ran = run("check", report, "--checklist", "no-such")
    assert ran.returncode == 2
    assert "no-such" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.parametrize(("language", "word"), [("zh", "用法"), ("en", "Usage")])
def test_help_speaks_the_language_asked_for(language: str, word: str) -> None:
    ran = run("check", "--help", "--language", language)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert word in ran.stdout


def test_wrong_usage_ends_with_status_two() -> None:
    ran = run("chek")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "没有“chek”这个命令" in ran.stderr


def test_output_is_utf8_whatever_the_terminal_says(report: Path) -> None:
    ran = run("text", report, PYTHONIOENCODING="ascii", LC_ALL="C", PYTHONUTF8="0")
    assert ran.stdout == REPORT


def test_without_qt_the_window_is_said_to_be_unavailable() -> None:
    ran = run("gui")
    assert ran.returncode == 1
    assert "无法打开窗口" in ran.stderr


def test_without_qt_all_but_the_pdfs_is_exported(report: Path, tmp_path: Path) -> None:
    ran = run("export", report, "--to", tmp_path / "结果", "--pdf", "--json")
    assert ran.returncode == 1
    assert "无法生成 PDF" in ran.stderr
    assert [path.name for path in (tmp_path / "结果").iterdir()] == ["评查数据.json"]


def test_a_reader_that_has_had_enough_is_no_error(report: Path) -> None:
    code = f"{WITHOUT_QT}sys.argv[1:] = ['text', {str(report)!r}]; sys.exit(main())"
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run(
        [sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_what_nobody_wants_to_hear_keeps_no_file_from_being_written(
    report: Path, tmp_path: Path
) -> None:
    asked = ["export", str(report), "--to", str(tmp_path / "结果"), "--xlsx", "--slip", "--json"]
    code = f"{WITHOUT_QT}sys.argv[1:] = {asked!r}; sys.exit(main())"
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run([sys.executable, "-c", code], stdout=writer, stderr=writer, check=False)
    os.close(writer)
    assert ran.returncode == 0
    assert len(list((tmp_path / "结果").iterdir())) == 3


def test_check_opens_all_reports_in_a_folder_and_in_an_archive(
    report: Path, tmp_path: Path
) -> None:
    packed = tmp_path / "全县.zip"
    with ZipFile(packed, "w") as archive:
        archive.write(report, "东片/石桥镇.txt")
        archive.writestr("东片/~$石桥镇.txt", "lock")
    ran = run("check", tmp_path, "--json")
    assert ran.returncode == 0, ran.stderr
    assert [found["source"] for found in json.loads(ran.stdout)["reports"]] == [
        str(report),
        str(packed / "东片" / "石桥镇.txt"),
    ]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["全县.zip", "石桥镇.txt"]


def test_a_folder_without_reports_is_an_error(tmp_path: Path) -> None:
    ran = run("check", tmp_path, "--json")
    assert ran.returncode == 1
    assert [error["code"] for error in json.loads(ran.stdout)["errors"]] == ["no-reports"]


def test_errors_keep_the_order_of_the_files(tmp_path: Path) -> None:
    empty = tmp_path / "空.docx"
    empty.touch()
    damaged = tmp_path / "坏.docx"
    damaged.write_bytes(b"PK\x03\x04 is all that is left")
    ran = run("check", empty, damaged, tmp_path / "无.docx", "--json")
    sources = [error["source"] for error in json.loads(ran.stdout)["errors"]]
    assert sources == [str(empty), str(damaged), str(tmp_path / "无.docx")]


@pytest.mark.parametrize("command", [["check"], ["text"], ["--version"], ["--help"]])
def test_a_closed_output_is_told_and_no_success(report: Path, command: list[str]) -> None:
    files = [report] if command[0] in ("check", "text") else []
    code = "import os, subprocess, sys; os.close(1); "
    code += "sys.exit(subprocess.call([sys.executable, *sys.argv[1:]]))"
    ran = subprocess.run(
        [sys.executable, "-c", code, "-m", "reviewer", *command, *map(str, files)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "标准输出已关闭" in ran.stderr
