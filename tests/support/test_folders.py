from __future__ import annotations

import sys
from pathlib import Path

import pytest

from reviewer.support.folders import PORTABLE_FLAG, own_folders


def test_the_flag_keeps_everything_beside_the_program(tmp_path: Path) -> None:
    (tmp_path / PORTABLE_FLAG).touch()
    folders = own_folders(tmp_path)
    assert folders.config.is_relative_to(tmp_path)
    assert folders.data.is_relative_to(tmp_path)


def test_without_the_flag_the_users_folders_are_taken(tmp_path: Path) -> None:
    folders = own_folders(tmp_path)
    assert not folders.config.is_relative_to(tmp_path)
    assert not folders.data.is_relative_to(tmp_path)


def test_a_built_program_looks_beside_its_executable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / PORTABLE_FLAG).touch()
    monkeypatch.setattr(sys, "executable", str(tmp_path / "reviewer.exe"))
    assert not own_folders().data.is_relative_to(tmp_path)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_folders().data.is_relative_to(tmp_path)
