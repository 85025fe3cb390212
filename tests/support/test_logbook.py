"""The log, and the trace of a crash."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

from reviewer.support.logbook import CRASH_NAME, crash_details, open_logbook

CRASHES = """
import faulthandler, sys
from pathlib import Path
from reviewer.support.logbook import open_logbook
open_logbook(Path(sys.argv[1]))
faulthandler._sigabrt()
"""


def test_what_is_logged_stands_in_the_file(tmp_path: Path) -> None:
    book = open_logbook(tmp_path / "log")
    assert book is not None
    logging.getLogger("test").error("出错：%s", "甲")
    lines = book.last_lines()
    book.close()
    logging.getLogger("test").error("after the end")

    assert "出错：甲" in lines
    assert "after the end" not in book.last_lines()


def test_a_run_that_ended_well_left_no_crash(tmp_path: Path) -> None:
    first = open_logbook(tmp_path)
    assert first is not None
    first.close()
    second = open_logbook(tmp_path)
    assert second is not None
    second.close()

    assert (first.crash, second.crash) == ("", "")
    assert not (tmp_path / CRASH_NAME).exists()


def test_a_crash_of_the_interpreter_is_noticed_by_the_next_run(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", CRASHES, str(tmp_path)], check=False, capture_output=True)
    book = open_logbook(tmp_path)
    assert book is not None
    lines = book.last_lines()
    book.close()

    assert "Aborted" in book.crash
    assert "the last run crashed" in lines


def test_a_folder_that_cannot_be_written_costs_the_log_only(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert open_logbook(tmp_path / "file" / "log") is None


def test_details_tell_versions_error_and_log() -> None:
    try:
        raise ZeroDivisionError("made for a test")
    except ZeroDivisionError as error:
        details = crash_details(error, "last line")

    assert details.startswith("Reviewer ")
    assert "ZeroDivisionError: made for a test" in details
    assert details.endswith("last line")
