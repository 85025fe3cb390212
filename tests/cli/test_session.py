from __future__ import annotations

import pytest

from reviewer.cli.session import Session
from reviewer.support.errors import UnreadableReport
from reviewer.support.messages import Messages

SENTENCES = {
    "empty": "{source} 是空的",
    "internal-error": "{source}: {problem}",
    "says-error": "错误：{message}",
}


def read(file: str) -> str:
    if file == "empty":
        raise UnreadableReport("empty", source=file)
    if file == "defect":
        raise ZeroDivisionError("nothing")
    return file.upper()


def test_files_that_fail_are_said_and_the_others_go_on(capsys: pytest.CaptureFixture[str]) -> None:
    session = Session(Messages("zh", SENTENCES), lambda: bytes)
    files = ["a", "empty", "defect", "b"]
    assert list(session.each(files, read)) == [("a", "A"), ("b", "B")]
    assert session.errors == [
        {"source": "empty", "code": "empty", "message": "empty 是空的"},
        {
            "source": "defect",
            "code": "internal-error",
            "message": "defect: ZeroDivisionError: nothing",
        },
    ]
    assert session.status == 1
    said = capsys.readouterr().err
    assert "错误：empty 是空的" in said
    assert "Traceback" in said


def test_what_keeps_many_files_from_being_written_is_said_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    session = Session(Messages("zh", SENTENCES), lambda: bytes)
    for file in ("slip 1", "slip 2"):
        with session.telling(file):
            raise UnreadableReport("empty", source="template")
    assert [error["source"] for error in session.errors] == ["slip 1", "slip 2"]
    assert capsys.readouterr().err.count("template") == 1


def test_a_run_without_errors_is_a_success() -> None:
    session = Session(Messages("zh", SENTENCES), lambda: bytes)
    assert list(session.each([], read)) == []
    assert session.status == 0
