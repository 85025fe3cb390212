"""What is missing on a machine, and how it gets there."""

from __future__ import annotations

from pathlib import Path

import pytest

from devtools import system
from devtools.console import StepFailed


def test_nothing_is_missing_where_every_library_loads() -> None:
    assert system.missing_libraries(lambda name: True) == []


def test_a_missing_library_is_named_by_its_package() -> None:
    present = set(system.QT_LIBRARIES) - {"libEGL.so.1", "libxcb-cursor.so.0"}
    assert system.missing_libraries(present.__contains__) == ["libegl1", "libxcb-cursor0"]


def test_a_package_that_brings_two_libraries_is_named_once() -> None:
    missing = system.missing_libraries(lambda name: "glib" not in name and "gthread" not in name)
    assert missing == ["libglib2.0-0"]


def test_a_library_that_does_not_exist_does_not_load() -> None:
    assert not system.loads("libsurely-not-there.so.99")


def test_a_chinese_font_is_found_by_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    assert not system.has_cjk_font([str(tmp_path)])
    font = tmp_path / "opentype" / "noto" / "NotoSansCJK-Regular.ttc"
    font.parent.mkdir(parents=True)
    font.touch()
    assert system.has_cjk_font([str(tmp_path)])


def test_without_permission_the_exact_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system, "root_prefix", lambda: None)
    assert not system.install(["libegl1", "libgl1"])
    expected = (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1"
    )
    assert expected in capsys.readouterr().out


def test_with_permission_the_lists_are_fetched_and_the_packages_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    called: list[str] = []

    def call(command: list[str]) -> int:
        called.append(" ".join(command))
        return 0

    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system, "root_prefix", lambda: ["sudo", "-n"])
    monkeypatch.setattr(system, "call", call)
    assert system.install(["libegl1"])
    assert "apt-get update" in called[0]
    assert called[1].startswith("sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install -y")
    assert called[1].endswith("libegl1")


def test_a_failed_installation_is_said_with_the_command_to_run_by_hand(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system, "root_prefix", list)
    monkeypatch.setattr(system, "call", lambda command: 100)
    assert not system.install(["libegl1"])
    assert "install -y --no-install-recommends libegl1" in capsys.readouterr().out


def test_a_system_without_apt_is_told_the_names(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda name: None)
    assert not system.install(["libegl1"])
    assert "libegl1" in capsys.readouterr().out


def test_a_missing_font_alone_does_not_keep_the_window_shut(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "missing_libraries", list)
    monkeypatch.setattr(system, "has_cjk_font", lambda: False)
    asked: list[list[str]] = []
    monkeypatch.setattr(system, "install", lambda packages: asked.append(packages) or False)
    assert system.ensure_qt_system()
    assert asked == [["fonts-noto-cjk"]]


def test_nothing_is_installed_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system.sys, "platform", "linux")
    monkeypatch.setattr(system, "missing_libraries", list)
    monkeypatch.setattr(system, "has_cjk_font", lambda: True)
    monkeypatch.delattr(system, "install")
    assert system.ensure_qt_system()


def test_a_python_that_cannot_make_environments_is_a_clear_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(system.importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(system, "install", lambda packages: False)
    with pytest.raises(StepFailed, match=r"install python3\.11-venv"):
        system.ensure_venv_module()
