"""Version and time of a build."""

from __future__ import annotations

import subprocess

import pytest

from bundle import facts
from devtools.console import StepFailed
from reviewer import __version__


def test_the_version_is_the_program_s() -> None:
    assert facts.version() == __version__


def test_the_time_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert facts.epoch() == 1_700_000_000
    assert facts.settled_environment()["SOURCE_DATE_EPOCH"] == "1700000000"


def test_otherwise_the_time_is_the_commit_s(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(facts.shutil, "which", lambda name: name)
    answer = subprocess.CompletedProcess([], 0, stdout="1600000000\n")
    monkeypatch.setattr(facts.subprocess, "run", lambda *_, **__: answer)
    assert facts.epoch() == 1_600_000_000


def test_without_git_the_time_has_to_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(facts.shutil, "which", lambda name: None)
    with pytest.raises(StepFailed, match="SOURCE_DATE_EPOCH"):
        facts.epoch()
