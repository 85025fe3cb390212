"""The wheels of a build: which requirements hold for which system."""

from __future__ import annotations

from pathlib import Path

import pytest

from bundle.parts import LOCKS, requirements, wheel
from devtools.console import StepFailed

HASH = "--hash=sha256:" + "0" * 64


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    path = tmp_path / "some.lock"
    path.write_text(
        "# made by hand\n"
        f"everywhere==1.0 \\\n    {HASH} \\\n    {HASH}\n"
        f'windows-only==2.0 ; sys_platform == "win32" \\\n    {HASH}\n',
        encoding="utf-8",
    )
    return path


def test_what_only_windows_needs_is_asked_for_on_any_machine(lock: Path) -> None:
    both = [f"everywhere==1.0 {HASH}     {HASH}", f"windows-only==2.0 {HASH}"]
    assert [line.split() for line in requirements([lock], "win32")] == [
        line.split() for line in both
    ]


def test_what_only_windows_needs_is_left_out_for_linux(lock: Path) -> None:
    assert [line.split("==")[0] for line in requirements([lock], "linux")] == ["everywhere"]


def test_the_locks_name_the_carrier_of_windows_python_and_pyinstaller() -> None:
    names = {line.split("==")[0] for line in requirements(LOCKS, "win32")}
    assert {"panda3d", "pyinstaller", "pefile", "pyside6-essentials"} <= names


def test_a_wheel_is_found_by_its_name_whatever_its_case(tmp_path: Path) -> None:
    (tmp_path / "PySide6_Essentials-6.8.3-cp39-abi3-win_amd64.whl").touch()
    (tmp_path / "pyside6_other-1-any.whl").touch()
    assert wheel(tmp_path, "pyside6_essentials").name.startswith("PySide6_Essentials")


def test_a_missing_wheel_is_told(tmp_path: Path) -> None:
    with pytest.raises(StepFailed, match="panda3d"):
        wheel(tmp_path, "panda3d")
