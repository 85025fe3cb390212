"""The other name offered where a place is full lies in another folder that can be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reviewer.export import whole_file
from reviewer.support.errors import ExportError


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_another_folder_is_offered_even_where_the_home_folder_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    home.mkdir()
    other.mkdir()

    def refuse(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    may = os.access
    monkeypatch.setattr(whole_file, "replace_file", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: path != home and may(path, mode))
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(whole_file, "gettempdir", lambda: str(other))
    with pytest.raises(ExportError) as caught:
        whole_file.write_whole(home / "scores.xlsx", b"new")

    assert caught.value.details["suggestion"] == other / "scores.xlsx"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "export-locked"),
        (errno.ENOSPC, "export-disk-full"),
        (errno.ENOENT, "export-no-folder"),
        (errno.EIO, "export-failed"),
    ],
)
def test_a_failed_write_is_said_and_the_old_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    target = tmp_path / "评分.xlsx"
    target.write_bytes(b"old")

    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(whole_file, "replace_file", fail)
    with pytest.raises(ExportError) as caught:
        whole_file.write_whole(target, b"new")
    assert caught.value.code == code
    suggestion = caught.value.details["suggestion"]
    assert isinstance(suggestion, Path)
    assert not suggestion.exists()
    assert target.read_bytes() == b"old"


def test_a_locked_sheet_is_offered_a_name_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "评分.xlsx"
    target.touch()

    def locked(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(whole_file, "replace_file", locked)
    with pytest.raises(ExportError) as caught:
        whole_file.write_whole(target, b"new")
    assert caught.value.details["suggestion"] == tmp_path / "评分 (2).xlsx"


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="export-no-folder"):
        whole_file.write_whole(tmp_path / "none" / "a.xlsx", b"new")
