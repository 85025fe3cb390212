"""The plugin for fcitx: compiled where its sources lie, and only for the Qt the program has."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle import facts, fcitx
from bundle.debian import Debian
from devtools.console import StepFailed


def lay_out(build: Path, qt: str) -> None:
    made = build / "debian-13" / "usr" / "src" / "fcitx"
    made.mkdir(parents=True)
    (made / "qt-version").write_text(f"{qt}\n", encoding="ascii")


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(facts, "BUILD", tmp_path)
    monkeypatch.setattr(Debian, "ensure", lambda _: None)
    monkeypatch.setattr(fcitx, "_qt_version", lambda: "6.8.3")
    return tmp_path


def test_sources_made_for_the_same_release_of_qt_are_laid_into_the_system(build: Path) -> None:
    lay_out(build, "6.8.2")
    fcitx.lay_sources(build / "system")
    assert (build / "system" / "usr" / "src" / "fcitx" / "qt-version").is_file()


def test_sources_made_for_another_release_of_qt_end_the_build(build: Path) -> None:
    lay_out(build, "6.9.0")
    with pytest.raises(StepFailed, match=r"Qt 6\.9\.0, the program Qt 6\.8\.3"):
        fcitx.lay_sources(build / "system")


def test_a_system_without_the_sources_builds_without_the_plugin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fcitx, "SOURCES", tmp_path / "none")
    assert fcitx.add_plugin(tmp_path) is None


def test_the_program_s_qt_is_that_of_the_lock() -> None:
    assert fcitx._qt_version().count(".") == 2
