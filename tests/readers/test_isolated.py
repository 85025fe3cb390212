"""Reading in a process of its own: what goes wrong there stays there."""

from __future__ import annotations

import ctypes
import multiprocessing
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.readers.docx_builder import docx, paragraph
from tests.readers.misbehaving import crash, dawdle, devour, give_up, hang, leave, stumble, toil

from reviewer.readers import Limits, read_report
from reviewer.readers.isolated import IsolatedReader, ReaderDefect, ReadsReport
from reviewer.readers.limits import MEGABYTE
from reviewer.support.errors import UnreadableReport
from reviewer.support.messages import load_messages


@pytest.fixture
def reader() -> Iterator[IsolatedReader]:
    with IsolatedReader(limits=Limits(characters=500)) as started:
        yield started


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "报告.docx"
    path.write_bytes(docx(paragraph("青石镇2025年法治政府建设情况的报告")))
    return str(path)


def bound_of_endless_work() -> str:
    """The bound that ends it: Wine gives the asking process's time for that of another."""
    under_wine = sys.platform == "win32" and hasattr(ctypes.WinDLL("ntdll"), "wine_get_version")
    return "wait" if under_wine else "time"


def worker_id(reader: IsolatedReader) -> int:
    process = reader._worker.process
    assert process.pid
    return process.pid


def test_report_is_the_same_as_read_in_this_process(reader: IsolatedReader, report: str) -> None:
    assert reader.read(report) == read_report(report)


def test_choice_of_encoding_is_passed_on(reader: IsolatedReader, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("青石镇法治政府建设".encode("gb18030"))
    assert reader.read(str(path), encoding="gb18030").encoding == "gb18030"


def test_error_of_a_reader_comes_back_as_it_was(reader: IsolatedReader, tmp_path: Path) -> None:
    path = str(tmp_path / "没有.docx")
    with pytest.raises(UnreadableReport) as caught:
        reader.read(path)
    assert (caught.value.code, caught.value.details["source"]) == ("not-found", path)


def test_limits_are_those_of_the_caller(reader: IsolatedReader, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("法治\n" * 600, encoding="utf-8")
    with pytest.raises(UnreadableReport) as caught:
        reader.read(str(path))
    assert caught.value.code == "too-large"


def test_one_worker_reads_many_files(reader: IsolatedReader, report: str) -> None:
    reader.read(report)
    first = worker_id(reader)
    reader.read(report)
    assert worker_id(reader) == first


@pytest.mark.parametrize("read", [crash, leave])
def test_crash_ends_in_an_error_and_the_next_file_is_read(read: ReadsReport, report: str) -> None:
    with IsolatedReader(read) as reader:
        for _ in range(2):
            with pytest.raises(UnreadableReport) as caught:
                reader.read(report)
            assert caught.value.code == "unreadable"
            assert isinstance(caught.value.__cause__, ReaderDefect)


def test_defect_ends_in_an_error_that_keeps_the_traceback(report: str) -> None:
    with IsolatedReader(stumble) as reader, pytest.raises(UnreadableReport) as caught:
        reader.read(report)
    assert caught.value.code == "unreadable"
    assert "KeyError" in str(caught.value.__cause__)


def test_endless_work_ends_in_time(report: str) -> None:
    reader = IsolatedReader(toil, limits=Limits(seconds=0.3, wait=20))
    with reader, pytest.raises(UnreadableReport) as caught:
        reader.read(report)
    assert caught.value.code == "too-large"
    assert caught.value.details["bound"] == bound_of_endless_work()


@pytest.mark.parametrize(("bound", "setting"), [("time", "reading_seconds"), ("wait", "0.3")])
def test_error_of_a_bound_of_time_says_what_to_do(bound: str, setting: str) -> None:
    error = UnreadableReport("too-large", bound=bound, source="a.pdf", seconds="0.3")
    assert setting in load_messages("zh").of(error)


def test_hang_without_work_ends_in_time(report: str) -> None:
    reader = IsolatedReader(hang, limits=Limits(wait=0.3))
    with reader, pytest.raises(UnreadableReport) as caught:
        reader.read(report)
    assert (caught.value.code, caught.value.sentence) == ("too-large", "too-large-wait")


def test_waiting_for_the_computer_does_not_count_as_work(report: str) -> None:
    with IsolatedReader(dawdle, limits=Limits(seconds=0.5)) as reader:
        assert reader.read(report) == read_report(report)


@pytest.mark.parametrize("read", [devour, give_up])
def test_hunger_for_memory_is_bounded(read: ReadsReport, report: str) -> None:
    with IsolatedReader(read) as reader, pytest.raises(UnreadableReport) as caught:
        reader.read(report)
    assert (caught.value.code, caught.value.sentence) == ("too-large", "too-large-memory")


def test_changed_limits_hold_from_the_next_file_on(reader: IsolatedReader, report: str) -> None:
    reader.read(report)
    first = worker_id(reader)
    reader.limits = replace(reader.limits, characters=5)
    with pytest.raises(UnreadableReport):
        reader.read(report)
    reader.limits = Limits(memory=300 * MEGABYTE)
    reader.read(report)
    assert worker_id(reader) != first


def test_closed_reader_leaves_no_process(report: str) -> None:
    reader = IsolatedReader()
    reader.read(report)
    reader.close()
    assert multiprocessing.active_children() == []
