"""A folder or archive of reports is opened as all the reports in it."""

from __future__ import annotations

import builtins
import errno
import io
import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from reviewer.readers import Limits, expand, read_report
from reviewer.support.errors import UnreadableReport
from reviewer.support.messages import load_messages

TEXT = "青石镇2025年法治政府建设情况的报告".encode()


def archive(names: Iterable[str], *, encoding: str = "utf-8", data: bytes = TEXT) -> bytes:
    """Pack files whose names are stored in an encoding; Python itself stores UTF-8 only."""
    target = io.BytesIO()
    stand_ins: dict[bytes, bytes] = {}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as packed:
        for place, name in enumerate(names):
            stored = name.encode(encoding)
            stand_in = str(place).rjust(len(stored), "x")
            stand_ins[stand_in.encode()] = stored
            packed.writestr(zipfile.ZipInfo(stand_in), data)
    made = target.getvalue()
    for stand_in_name, stored in stand_ins.items():
        made = made.replace(stand_in_name, stored)
    return made


def put(path: Path, data: bytes = TEXT) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def below(root: Path, found: Iterable[str]) -> list[str]:
    return [Path(path).relative_to(root).as_posix() for path in found]


def test_a_file_is_itself(tmp_path: Path) -> None:
    path = str(put(tmp_path / "报告.txt"))
    assert expand(path) == [path]
    assert expand(str(tmp_path / "没有")) == [str(tmp_path / "没有")]


def test_a_folder_gives_its_reports_in_order(tmp_path: Path) -> None:
    for name in ("报告10.docx", "报告2.DOC", "子/a.pdf", "子/孙/b.ofd", "c.xlsx", "d.jpg"):
        put(tmp_path / name)
    assert below(tmp_path, expand(str(tmp_path))) == [
        "报告2.DOC",
        "报告10.docx",
        "子/a.pdf",
        "子/孙/b.ofd",
    ]


def test_reports_come_before_those_in_folders_below(tmp_path: Path) -> None:
    below = tmp_path / "导出结果"
    below.mkdir()
    for place in (below / "金沟镇（批注）.txt", tmp_path / "金沟镇.txt"):
        place.write_text("金沟镇", encoding="utf-8")
    assert [Path(path).name for path in expand(str(tmp_path))] == [
        "金沟镇.txt",
        "金沟镇（批注）.txt",
    ]


def test_what_programs_leave_beside_reports_is_left_out(tmp_path: Path) -> None:
    for name in (
        "~$报告.docx",
        ".~lock.报告.docx#",
        ".报告.docx",
        "Thumbs.db",
        "__MACOSX/._报告.docx",
        ".git/说明.txt",
        "页面.htm",
        "页面_files/frame.htm",
        "网页.html",
        "网页.files/header.htm",
        "资料_files/真.docx",
    ):
        put(tmp_path / name)
    assert below(tmp_path, expand(str(tmp_path))) == [
        "网页.html",
        "页面.htm",
        "资料_files/真.docx",
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_names_in_an_archive_are_decoded(tmp_path: Path, encoding: str) -> None:
    names = ["青石镇/工作报告.txt", "青石镇/~$工作报告.txt", "开封/说明.txt"]
    path = put(tmp_path / "全县.zip", archive(names, encoding=encoding))
    found = expand(str(path))
    assert below(path, found) == ["开封/说明.txt", "青石镇/工作报告.txt"]
    report = read_report(found[1])
    assert (report.source, report.text) == (found[1], TEXT.decode())


def test_archives_inside_archives_and_folders_are_looked_into(tmp_path: Path) -> None:
    inner = archive(["报告.txt"])
    path = put(tmp_path / "县" / "外.zip", archive(["里.zip"], data=inner))
    found = expand(str(tmp_path))
    assert below(path, found) == ["里.zip/报告.txt"]
    assert read_report(found[0]).text == TEXT.decode()


def test_names_that_lead_out_of_the_archive_are_left_out(tmp_path: Path) -> None:
    put(tmp_path / "密.txt", b"secret")
    names = ["../密.txt", "/etc/密.txt", "C:/密.txt", "好.txt"]
    path = put(tmp_path / "a.zip", archive(names))
    assert below(path, expand(str(path))) == ["好.txt"]


def test_a_word_file_is_no_archive(tmp_path: Path) -> None:
    path = str(put(tmp_path / "a.docx", archive(["[Content_Types].xml", "b.txt"])))
    assert expand(path) == [path]


def test_damaged_archive_in_a_folder_does_not_hide_the_others(tmp_path: Path) -> None:
    put(tmp_path / "坏.zip", archive(["a.txt"])[:-30])
    put(tmp_path / "好.txt")
    assert below(tmp_path, expand(str(tmp_path))) == ["坏.zip", "好.txt"]


def test_nothing_is_written(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", archive(["好.txt"]))
    read_report(expand(str(path))[0])
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.zip"]


def test_missing_member_is_said_to_be_missing(tmp_path: Path) -> None:
    path = put(tmp_path / "a.zip", archive(["好.txt"]))
    for name in ("坏.txt", "好.txt/里.txt"):
        with pytest.raises(UnreadableReport) as caught:
            read_report(str(path / name))
        assert caught.value.code == "not-found"


@pytest.mark.parametrize(
    ("names", "limits", "code"),
    [
        (["a.jpg"], Limits(), "no-reports"),
        ([f"{n}.txt" for n in range(40)], Limits(members=8), "too-large"),
    ],
)
def test_archive_without_reports_or_with_too_many_is_refused(
    tmp_path: Path, names: list[str], limits: Limits, code: str
) -> None:
    path = put(tmp_path / "a.zip", archive(names))
    with pytest.raises(UnreadableReport) as caught:
        expand(str(path), limits)
    assert caught.value.code == code


def test_folder_without_end_is_refused(tmp_path: Path) -> None:
    for number in range(20):
        put(tmp_path / f"{number}.jpg")
    with pytest.raises(UnreadableReport) as caught:
        expand(str(tmp_path), Limits(entries=10))
    assert caught.value.code == "too-large"


def test_what_may_not_be_read_does_not_hide_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("内/甲.txt", "乙.txt", "丙.zip"):
        put(tmp_path / name, archive(["a.txt"]) if name.endswith(".zip") else TEXT)
    closed = {str(tmp_path / "内"), str(tmp_path / "丙.zip")}
    scan, opened = os.scandir, open

    def refuse(path: object) -> None:
        if str(path) in closed:
            raise PermissionError(errno.EACCES, "denied", str(path))

    def scandir(path: object) -> object:
        refuse(path)
        return scan(path)

    def open_(path: object, *arguments: object, **more: object) -> object:
        refuse(path)
        return opened(path, *arguments, **more)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "access", lambda path, mode: str(path) not in closed)
    for module in (builtins, io):  # pathlib has it from the second
        monkeypatch.setattr(module, "open", open_)
    found = expand(str(tmp_path))
    assert below(tmp_path, found) == ["丙.zip", "乙.txt", "内"]
    for path in (found[0], found[2]):
        with pytest.raises(UnreadableReport) as caught:
            read_report(path)
        assert caught.value.code == "no-access"
        assert "没有权限" in load_messages("zh").of(caught.value)
        assert "permission denied" in load_messages("en").of(caught.value)
