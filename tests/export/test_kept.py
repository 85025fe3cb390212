"""What somebody wrote into a workbook is never lost when another one takes its place."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

import pytest
from openpyxl import load_workbook

from reviewer.export import whole_file
from reviewer.export.kept import write_keeping_old
from reviewer.export.workbook import workbook_bytes
from reviewer.review import Review
from reviewer.support.errors import ExportError

MakeReview = Callable[..., Review]


@pytest.fixture
def target(tmp_path: Path, make_review: MakeReview) -> Path:
    path = tmp_path / "评分.xlsx"
    write_keeping_old(path, workbook_bytes([make_review()]), "zh")
    return path


def fill_in(path: Path) -> None:
    book = load_workbook(path)
    book["青溪镇"]["A1"] = "会上改过"
    book.save(path)


def test_a_workbook_that_was_filled_in_is_kept_beside_the_new_one(
    target: Path, make_review: MakeReview
) -> None:
    fill_in(target)
    filled = target.read_bytes()
    content = workbook_bytes([make_review()])
    backup = write_keeping_old(target, content, "zh")
    assert backup is not None
    assert backup.name.startswith("评分（备份 ")
    assert backup.read_bytes() == filled
    assert target.read_bytes() == content


def test_one_that_holds_the_same_needs_no_copy(target: Path, make_review: MakeReview) -> None:
    assert write_keeping_old(target, workbook_bytes([make_review()]), "zh") is None
    assert list(target.parent.iterdir()) == [target]


def test_what_is_no_workbook_is_kept_too(target: Path, make_review: MakeReview) -> None:
    target.write_bytes(b"notes")
    backup = write_keeping_old(target, workbook_bytes([make_review()]), "en")
    assert backup is not None
    assert "(backup " in backup.name
    assert backup.read_bytes() == b"notes"


def test_where_the_disk_is_too_full_for_a_copy_no_part_of_one_is_left(
    target: Path, make_review: MakeReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(target)
    filled, content = target.read_bytes(), workbook_bytes([make_review()])

    def copy_a_part(source: BinaryIO, made: BinaryIO, *rest: object) -> None:
        made.write(source.read(100))
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfileobj", copy_a_part)
    with pytest.raises(ExportError, match="export-disk-full"):
        write_keeping_old(target, content, "zh")
    assert target.read_bytes() == filled
    assert list(target.parent.iterdir()) == [target]


def test_where_the_new_one_cannot_be_written_the_old_one_stands_alone(
    target: Path, make_review: MakeReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(target)
    filled = target.read_bytes()

    def locked(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(whole_file, "replace_file", locked)
    with pytest.raises(ExportError, match="export-locked"):
        write_keeping_old(target, workbook_bytes([make_review()]), "zh")
    assert target.read_bytes() == filled
    assert list(target.parent.iterdir()) == [target]
