"""A bare Debian in a folder: made once, made anew where its recipe changes, told little of here."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from bundle import debian, facts
from bundle.debian import Debian
from devtools import system
from devtools.console import StepFailed


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The programs that were run; none of them really is."""
    programs: list[str] = []

    def run(command: Sequence[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        programs.append(command[0])
        (tmp_path / "debian-11" / "root").mkdir(exist_ok=True)
        return subprocess.CompletedProcess(command, 0)

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setattr(facts, "BUILD", tmp_path)
    monkeypatch.setattr(system, "ensure_tools", lambda _: None)
    monkeypatch.setattr(subprocess, "run", run)
    return programs


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "fill.sh"
    path.write_text("true\n", encoding="utf-8")
    return path


def test_it_is_made_once(asked: list[str], script: Path) -> None:
    for _ in range(2):
        Debian(11, "bullseye", script).ensure()
    assert asked == ["debootstrap", "chroot"]


def test_another_script_or_other_packages_make_it_anew(asked: list[str], script: Path) -> None:
    Debian(11, "bullseye", script).ensure()
    Debian(11, "bullseye", script, ("binutils",)).ensure()
    script.write_text("false\n", encoding="utf-8")
    Debian(11, "bullseye", script, ("binutils",)).ensure()
    assert asked == ["debootstrap", "chroot"] * 3


def test_what_went_wrong_is_named_and_nothing_counts_as_made(
    asked: list[str], script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Debian(11, "bullseye", script)
    with monkeypatch.context() as patched:
        patched.setattr(
            subprocess, "run", lambda command, **_: subprocess.CompletedProcess(command, 1)
        )
        with pytest.raises(StepFailed, match=r"debootstrap ended with status 1; see .*\.log"):
            broken.ensure()
    broken.ensure()
    assert asked == ["debootstrap", "chroot"]


def test_only_settings_of_pip_and_proxies_are_told_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("PIP_TIMEOUT", "9")
    monkeypatch.setenv("HTTPS_PROXY", "there")
    monkeypatch.setenv("PYTHONPATH", "/mine")
    inside = debian.environment()
    assert inside["PIP_TIMEOUT"] == "9"
    assert inside["HTTPS_PROXY"] == "there"
    assert "PYTHONPATH" not in inside
