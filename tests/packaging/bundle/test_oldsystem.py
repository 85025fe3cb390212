"""Where the program for Linux is built: in Debian 11, on any system newer than that."""

from __future__ import annotations

import os
import shutil

import pytest

from bundle import oldsystem
from devtools.console import StepFailed


@pytest.fixture
def glibc(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(oldsystem, "own_glibc", lambda: (2, 36))
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return monkeypatch


def test_versions_are_compared_as_numbers() -> None:
    assert oldsystem.version("2.4") < oldsystem.version("2.28")


def test_root_on_a_newer_debian_builds_in_debian_11(glibc: pytest.MonkeyPatch) -> None:
    assert oldsystem.is_of_use()


def test_debian_11_itself_builds_on_the_spot(glibc: pytest.MonkeyPatch) -> None:
    glibc.setattr(oldsystem, "own_glibc", lambda: (2, 31))
    assert not oldsystem.is_of_use()


def test_who_is_not_root_builds_here_and_is_told_what_that_means(
    glibc: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    glibc.setattr(os, "geteuid", lambda: 1000, raising=False)
    assert not oldsystem.is_of_use()
    assert "own C library" in capsys.readouterr().out


def test_a_build_on_debian_11_must_run_on_the_oldest_system(glibc: pytest.MonkeyPatch) -> None:
    glibc.setattr(oldsystem, "own_glibc", lambda: (2, 31))
    oldsystem.expect_old_enough("2.28")
    with pytest.raises(StepFailed, match=r"2\.29"):
        oldsystem.expect_old_enough("2.29")


def test_a_build_on_a_newer_system_may_ask_for_more(glibc: pytest.MonkeyPatch) -> None:
    oldsystem.expect_old_enough("2.36")
