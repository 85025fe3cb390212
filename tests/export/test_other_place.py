"""The other name offered where a place is full lies in another folder that can be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from reviewer.export import workbook
from reviewer.support.errors import ExportError


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_another_folder_is_offered_even_where_the_home_folder_failed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make_review: object, number: int
) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    home.mkdir()
    other.mkdir()

    def refuse(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    may = os.access
    monkeypatch.setattr(workbook, "replace_file", refuse)
    monkeypatch.setattr(os, "access", lambda path, mode: path != home and may(path, mode))
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(workbook, "gettempdir", lambda: str(other))
    with pytest.raises(ExportError) as caught:
        workbook.write_workbook([make_review()], home / "scores.xlsx")

    assert caught.value.details["suggestion"] == other / "scores.xlsx"
