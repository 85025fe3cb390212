"""Word or WPS is asked for what the program cannot read, carefully, and only then."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from tests.readers.docx_builder import docx, paragraph

from reviewer.readers.isolated import IsolatedReader
from reviewer.readers.office import OfficeFallback, with_office
from reviewer.readers.office_automation import read_by_office
from reviewer.report import Notice, Report
from reviewer.support.errors import UnreadableReport

TEXT = "青石镇2025年法治政府建设情况的报告"


class Application:
    """What Word shows to automation, written down as it is used."""

    def __init__(self, *, window: bool = True, opens: bool = True) -> None:
        self.__dict__["log"] = []
        self.__dict__["opens"] = opens
        self.__dict__["Name"] = "Microsoft Word"
        self.__dict__["Documents"] = self
        self.__dict__["ActiveWindow"] = SimpleNamespace(**({"Hwnd": 7} if window else {}))

    def __setattr__(self, name: str, value: object) -> None:
        self.log.append((name, value))

    def Add(self) -> Any:
        return SimpleNamespace(Close=lambda save: self.log.append(("close blank", save)))

    def Open(self, *arguments: object) -> Any:
        self.log.append(("open", arguments))
        if not self.opens:
            raise OSError("the file is blocked")
        return SimpleNamespace(
            SaveAs=self._save, Close=lambda save: self.log.append(("close", save))
        )

    def _save(self, target: str, *arguments: object) -> None:
        self.log.append(("save", arguments))
        Path(target).write_bytes(docx(paragraph(TEXT)))

    def Quit(self, save: int) -> None:
        self.log.append(("quit", save))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "报告" / "旧.doc"
    path.parent.mkdir()
    path.write_bytes(b"\xd0\xcf\x11\xe0 of an older time")
    return path


def test_a_copy_is_converted_read_only_without_questions_and_macros(
    old: Path, tmp_path: Path
) -> None:
    word = Application()
    report = read_by_office(str(old), folder=tmp_path / "own", start=lambda folder: word)

    assert (report.text, report.source, report.format) == (TEXT, str(old), "doc")
    assert report.notices == (Notice("read-by-office", {"program": "Microsoft Word"}),)
    names = [name for name, _ in word.log]
    assert names.index("AutomationSecurity") < names.index("open")
    assert {("Visible", False), ("DisplayAlerts", 0), ("AutomationSecurity", 3)} <= set(word.log)
    (opened,) = (arguments for name, arguments in word.log if name == "open")
    path, asks, read_only, remembers, password, *_ = opened
    assert Path(path).parent == tmp_path / "own"
    assert (asks, read_only, remembers) == (False, True, False)
    assert password
    assert names[-2:] == ["close", "quit"]
    assert [entry.name for entry in old.parent.iterdir()] == [old.name]


def test_an_application_that_tells_no_window_is_used_all_the_same(
    old: Path, tmp_path: Path
) -> None:
    word = Application(window=False)
    report = read_by_office(str(old), folder=tmp_path / "own", start=lambda folder: word)
    assert report.text == TEXT


def test_an_application_that_fails_is_ended(old: Path, tmp_path: Path) -> None:
    word = Application(opens=False)
    with pytest.raises(OSError, match="blocked"):
        read_by_office(str(old), folder=tmp_path / "own", start=lambda folder: word)
    assert word.log[-1] == ("quit", 0)


class Reading:
    """A reader with one answer; remembers what it was asked."""

    def __init__(self, answer: Report | UnreadableReport) -> None:
        self.answer = answer
        self.asked: list[str] = []
        self.before: Callable[[], object] = lambda: None

    def __enter__(self) -> Reading:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def read(self, path: str, *, encoding: str | None = None) -> Report:
        self.asked.append(path)
        self.before()
        if isinstance(self.answer, UnreadableReport):
            raise self.answer
        return self.answer

    def close(self) -> None:
        pass


def report(source: str, file_format: str = "doc", *codes: str) -> Report:
    return Report(source, file_format, None, source, (), tuple(map(Notice, codes)))


OWN_ERROR = UnreadableReport("unreadable", source="a.doc")
FROM_OFFICE = report("by office")


@pytest.mark.parametrize(
    "answer",
    [
        OWN_ERROR,
        UnreadableReport("unsupported", source="a", format="Word 2"),
        report("a", "doc", "old-word"),
        report("a", "wps", "numbers-lost"),
    ],
)
def test_what_is_too_old_or_lost_its_numbers_is_given_to_the_office(
    answer: Report | UnreadableReport, tmp_path: Path
) -> None:
    fallback = OfficeFallback(Reading(answer), Reading(FROM_OFFICE), tmp_path / "t" / "office-1")
    assert fallback.read("a.doc") is FROM_OFFICE


@pytest.mark.parametrize(
    "answer",
    [
        report("a", "doc", "header-footer-skipped"),
        report("a", "docx", "numbers-lost"),
        UnreadableReport("encrypted", source="a.doc"),
        UnreadableReport("unsupported", source="a", format="XLSX"),
        UnreadableReport("too-large", source="a.doc", bound="time"),
    ],
)
def test_everything_else_is_not(answer: Report | UnreadableReport, tmp_path: Path) -> None:
    office = Reading(FROM_OFFICE)
    fallback = OfficeFallback(Reading(answer), office, tmp_path / "t" / "office-1")
    if isinstance(answer, UnreadableReport):
        with pytest.raises(UnreadableReport) as caught:
            fallback.read("a.doc")
        assert caught.value is answer
    else:
        assert fallback.read("a.doc") is answer
    assert office.asked == []


def test_where_the_office_cannot_either_the_programs_own_word_stands(tmp_path: Path) -> None:
    folder = tmp_path / "t" / "office-1"
    office = Reading(UnreadableReport("too-large", source="a", bound="time"))
    office.before = lambda: (folder.mkdir(parents=True), (folder / "report.doc").touch())
    with pytest.raises(UnreadableReport) as caught:
        OfficeFallback(Reading(OWN_ERROR), office, folder).read("a.doc")
    assert caught.value is OWN_ERROR
    assert not folder.exists()
    lossy = report("a", "doc", "old-word")
    assert OfficeFallback(Reading(lossy), Reading(OWN_ERROR), folder).read("a.doc") is lossy


def test_what_a_crash_left_behind_is_removed_later(tmp_path: Path) -> None:
    for name in ("office-1", "office-2", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "report.doc").touch()
    yesterday = time.time() - 25 * 3600
    for name in ("office-1", "other"):
        os.utime(tmp_path / name, (yesterday, yesterday))
    OfficeFallback(Reading(FROM_OFFICE), Reading(FROM_OFFICE), tmp_path / "office-3")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["office-2", "other"]


def test_without_an_office_nothing_else_is_asked(tmp_path: Path) -> None:
    own = IsolatedReader()
    assert with_office(own, tmp_path, installed=lambda: False) is own
    assert isinstance(with_office(own, tmp_path, installed=lambda: True), OfficeFallback)
