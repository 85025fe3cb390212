"""Programs under Wine: how they see files, what of this machine reaches them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bundle import wine as module
from bundle.wine import Wine
from devtools.console import StepFailed


@pytest.fixture
def wine(tmp_path: Path) -> Wine:
    (tmp_path / "prefix" / "drive_c").mkdir(parents=True)
    return Wine(tmp_path / "prefix", variables={"PYTHONHASHSEED": "0"})


def test_files_of_the_prefix_lie_on_c_and_all_others_on_z(wine: Wine, tmp_path: Path) -> None:
    assert wine.windows_path(wine.drive / "报告 评查" / "a.exe") == "C:\\报告 评查\\a.exe"
    outside = wine.windows_path(tmp_path / "b")
    assert outside == "Z:" + str(tmp_path.resolve() / "b").replace("/", "\\")


def test_neither_display_nor_python_of_this_machine_reaches_the_program(
    wine: Wine, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}

    class Process:
        returncode = 3
        pid = 1

        def __init__(self, command: list[str], *, env: dict[str, str], **_: object) -> None:
            seen.update(env)

        def communicate(self, timeout: float) -> tuple[bytes, bytes]:
            return "好".encode(), b"!"

    for name in ("DISPLAY", "PYTHONPATH", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "of this machine")
    monkeypatch.setattr(module.subprocess, "Popen", Process)
    outcome = wine.run(["a.exe"])
    assert (outcome.status, outcome.text) == (3, "好!")
    assert "of this machine" not in seen.values()
    assert seen["WINEPREFIX"] == str(wine.prefix)
    assert seen["PYTHONHASHSEED"] == "0"
    assert "winedbg.exe=" in seen["WINEDLLOVERRIDES"]


def test_a_shim_that_cannot_be_compiled_ends_the_command(
    wine: Wine, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = subprocess.CompletedProcess([], 1, stdout="", stderr="no such header")
    monkeypatch.setattr(module.subprocess, "run", lambda *_, **__: answer)
    with pytest.raises(StepFailed, match="no such header"):
        wine.add("uisettings.c", "windows.ui.dll")
