"""Which arguments open the window."""

from __future__ import annotations

import os
import subprocess
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


def test_the_command_line_makes_pdfs_without_a_display(tmp_path: Path) -> None:
    report = tmp_path / "石桥镇.txt"
    report.write_text("石桥镇2025年法治政府建设年度报告\n一、主要举措和成效\n普法12场。\n", "utf-8")
    folders = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "HOME", "WIN_PD_OVERRIDE_LOCAL_APPDATA")
    own = {name: str(tmp_path / "own") for name in folders}
    environment = {**os.environ, **own}
    for display in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        environment.pop(display, None)
    command = ["export", str(report), "--to", str(tmp_path / "out"), "--pdf"]
    done = subprocess.run(
        [sys.executable, "-m", "reviewer", *command],
        env=environment,
        capture_output=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr.decode()
    made = sorted((tmp_path / "out").iterdir())
    assert [path.suffix for path in made] == [".pdf"] * 3
    assert all(path.read_bytes().startswith(b"%PDF") for path in made)
