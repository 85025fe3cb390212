"""The build for Windows: signing, and what the setup is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle import windows
from devtools.console import StepFailed


class Recorder:
    """Stands in for `call`."""

    def __init__(self, status: int = 0) -> None:
        self.status = status
        self.commands: list[list[str]] = []

    def __call__(self, command: list[str], *, env: dict[str, str] | None = None) -> int:
        self.commands.append(command)
        return self.status


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Recorder:
    recorder = Recorder()
    monkeypatch.setattr(windows, "call", recorder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    monkeypatch.delenv("REVIEWER_SIGN", raising=False)
    return recorder


def test_without_a_certificate_nothing_is_signed(calls: Recorder) -> None:
    windows.sign(Path("报告评查.exe"))
    assert calls.commands == []


def test_every_program_is_signed_by_the_command_given(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_SIGN", "signtool sign /f 'my cert.pfx' {file}")
    windows.sign(Path("a b.exe"), Path("c.exe"))
    assert calls.commands == [
        ["signtool", "sign", "/f", "my cert.pfx", "a b.exe"],
        ["signtool", "sign", "/f", "my cert.pfx", "c.exe"],
    ]


def test_a_program_that_could_not_be_signed_ends_the_build(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_SIGN", "signtool {file}")
    calls.status = 1
    with pytest.raises(StepFailed, match="signtool"):
        windows.sign(Path("a.exe"))


def test_the_setup_knows_its_version_and_signs_its_uninstaller(
    calls: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REVIEWER_SIGN", "signtool sign {file}")
    windows._make_setup(Path("folder"), Path("a.ico"))
    command = calls.commands[0]
    assert f"-DVERSION={windows.facts.version()}" in command
    assert "-DSIGN=signtool sign " in command
    assert command[-1].endswith("setup.nsi")
