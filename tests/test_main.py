"""Which arguments open the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from reviewer import __main__ as program


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Sequence[str], str | None]]:
    calls: list[tuple[Sequence[str], str | None]] = []

    def note(files: Sequence[str], language: str | None) -> int:
        calls.append((files, language))
        return 7

    monkeypatch.setattr(program, "_open_window", note)
    return calls


def test_no_argument_opens_the_window(
    opened: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["reviewer"])
    assert program.main() == 7
    assert opened == [([], None)]


def test_files_dropped_on_the_icon_open_in_the_window(
    opened: list[object], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    dropped = [tmp_path / "a.docx", tmp_path / "b.txt"]
    for path in dropped:
        path.touch()
    monkeypatch.setattr(sys, "argv", ["reviewer", *map(str, dropped)])
    assert program.main() == 7
    assert opened == [([str(path) for path in dropped], None)]


def test_gui_opens_the_window_in_the_language_asked_for(
    opened: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["reviewer", "gui", "a.docx", "--language", "en"])
    assert program.main() == 7
    assert opened == [(["a.docx"], "en")]


def test_a_windowed_program_without_streams_ends_well(
    opened: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    monkeypatch.setattr(sys, "argv", ["reviewer"])
    assert program.main() == 7


def test_a_command_does_not_open_the_window(
    opened: list[object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["reviewer", "--version"])
    assert program.main() == 0
    assert capsys.readouterr().out.startswith("reviewer ")
    assert opened == []


def test_a_self_test_wants_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["reviewer", "--selftest"])
    assert program.main() == 2
