from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer.export import whole_file
from reviewer.export.form.columns import Columns
from reviewer.export.form.updating import update_workbook
from reviewer.review import Review
from reviewer.support.errors import ExportError

MakeForm = Callable[..., Path]
MakeReview = Callable[..., Review]
COLUMNS = Columns("表", 1, "B", {"A": "序号", "B": "单位", "C": "总分"})
HEADINGS = {"A1": "序号", "B1": "单位", "C1": "总分", "D1": "备注"}


def values(path: Path) -> list[list[object]]:
    return [list(row) for row in load_workbook(path)["表"].iter_rows(values_only=True)]


def test_the_row_of_a_unit_is_updated_and_a_new_one_put_above_the_totals(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    path = make_form(
        {
            **HEADINGS,
            "A2": 1,
            "B2": "云岭县青溪镇",
            "C2": 1,
            "D2": "旧备注",
            "A3": 2,
            "B3": "石桥乡",
            "C3": "=1+1",
            "D3": "旧备注",
            "A4": "合计",
            "C4": "=SUM(C2:C3)",
        }
    )
    update_workbook(path, COLUMNS, [make_review(), make_review(unit="柳坪乡")])
    assert values(path) == [
        ["序号", "单位", "总分", "备注"],
        [1, "云岭县青溪镇", 3.5, "旧备注"],
        [2, "石桥乡", "=1+1", "旧备注"],
        [3, "柳坪乡", "=1+1", None],
        ["合计", None, "=SUM(C2:C4)", None],
    ]


def test_empty_rows_of_the_form_are_filled_first(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    path = make_form({**HEADINGS, "A4": "合计"})
    update_workbook(path, COLUMNS, [make_review(), make_review(unit="柳坪乡")])
    assert [row[:3] for row in values(path)[1:]] == [
        [1, "青溪镇", 3.5],
        [2, "柳坪乡", 3.5],
        ["合计", None, None],
    ]


def test_a_copy_of_the_old_workbook_stays_beside_it(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    path = make_form(HEADINGS)
    old = path.read_bytes()
    backup = update_workbook(path, COLUMNS, [make_review()])
    assert backup.parent == path.parent
    assert backup.name.startswith("表格（备份 ")
    assert backup.read_bytes() == old


def test_a_locked_workbook_is_as_it_was_with_nothing_beside_it(
    make_form: MakeForm, make_review: MakeReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_form(HEADINGS)
    old = path.read_bytes()

    def locked(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(whole_file, "replace_file", locked)
    with pytest.raises(ExportError, match="export-locked"):
        update_workbook(path, COLUMNS, [make_review()])
    assert path.read_bytes() == old


def test_a_workbook_that_somebody_saved_meanwhile_is_left_alone(
    make_form: MakeForm, make_review: MakeReview, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_form(HEADINGS)

    def copied_late(source: Path, target: Path) -> None:
        os.utime(source, ns=(1, 1))

    monkeypatch.setattr("reviewer.export.kept.shutil.copystat", copied_late)
    with pytest.raises(ExportError, match="form-changed"):
        update_workbook(path, COLUMNS, [make_review()])


def test_a_table_without_a_free_row_is_said(make_form: MakeForm, make_review: MakeReview) -> None:
    path = make_form({**HEADINGS, "A2": "合计"})
    with pytest.raises(ExportError, match="form-no-room"):
        update_workbook(path, COLUMNS, [make_review()])


def test_a_sheet_that_is_gone_is_said(make_form: MakeForm, make_review: MakeReview) -> None:
    columns = Columns("没有", 1, "B", {"B": "单位"})
    with pytest.raises(ExportError, match="form-no-sheet"):
        update_workbook(make_form(HEADINGS), columns, [make_review()])
