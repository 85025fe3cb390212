from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Alignment

from reviewer.export.batch import FileKind, Wanted, pieces
from reviewer.export.form.columns import Columns
from reviewer.export.form.problems import is_shortened, problems_text
from reviewer.export.form.room import Room
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeForm = Callable[..., Path]
MakeReview = Callable[..., Review]
ZH = load_messages("zh")
FULL = "1. 要素A2（弱）：没有写明次数。\n2. 要素B1（缺）：没有写明次数。"


@pytest.mark.parametrize(
    ("room", "text"),
    [
        (None, FULL),
        (Room(40, 2), FULL),
        (Room(31, 2), "1. 要素B1（缺）；2. 要素A2（弱）。共 2 项，详见“问题清单”。"),
        (Room(45, 1), "1. 要素B1（缺）。共 2 项，详见“问题清单”。"),
        (Room(8, 1), "弱 1 项、缺 1 项，详见“问题清单”。"),
    ],
)
def test_a_small_cell_loses_the_reasons_first_and_then_the_last_problems(
    make_review: MakeReview, room: Room | None, text: str
) -> None:
    assert problems_text(make_review(), ZH, room) == text


def test_a_report_without_problems_leaves_any_cell_empty(make_review: MakeReview) -> None:
    faultless = make_review(["present"] * 4)
    assert problems_text(faultless, ZH, Room(1, 1)) == ""
    assert not is_shortened(faultless, ZH, Room(1, 1))


def small(book: Workbook) -> None:
    """Let the second column of the first two rows hold one line of ten Han characters."""
    sheet = book.active
    sheet.column_dimensions["B"].width = 21
    for row in (1, 2):
        sheet.row_dimensions[row].height = 15
        sheet.cell(row, 2).alignment = Alignment(wrap_text=True)


@pytest.mark.parametrize(
    ("kinds", "names"),
    [
        ({FileKind.FORM}, ["表格.xlsx", "问题清单.xlsx"]),
        ({FileKind.FORM, FileKind.WORKBOOK}, ["表格.xlsx", "评查结果汇总.xlsx"]),
    ],
)
@pytest.mark.parametrize("by_columns", [False, True])
def test_the_list_comes_along_where_a_form_has_no_room_for_it(
    make_form: MakeForm,
    make_review: MakeReview,
    kinds: set[FileKind],
    names: list[str],
    by_columns: bool,
) -> None:
    if by_columns:
        form = make_form({"A1": "单位", "B1": "主要问题"}, small)
    else:
        form = make_form({"A2": "{{报告.单位}}", "B2": "{{报告.主要问题}}"}, small)
    columns = Columns("表", 1, "A", {"A": "单位", "B": "主要问题"})
    wanted = Wanted(frozenset(kinds), form=form, columns=columns)
    made = {piece.name: piece.content() for piece in pieces([make_review()], wanted)}
    filled = load_workbook(io.BytesIO(made["表格.xlsx"])).active

    assert sorted(made) == sorted(names)
    assert filled["B2"].value == "弱 1 项、缺 1 项，详见“问题清单”。"
    book = load_workbook(io.BytesIO(made[names[1]]))
    assert [row[3] for row in book["问题清单"].iter_rows(min_row=4, values_only=True)] == [
        "A02",
        "B01",
    ]


def test_a_form_with_room_enough_comes_alone(make_form: MakeForm, make_review: MakeReview) -> None:
    form = make_form({"A2": "{{报告.单位}}", "B2": "{{报告.主要问题}}"})
    (piece,) = pieces([make_review()], Wanted(frozenset({FileKind.FORM}), form=form))
    assert load_workbook(io.BytesIO(piece.content())).active["B2"].value == FULL


def test_a_cell_about_several_reports_shares_its_room_among_them(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    form = make_form({"A1": "{{报告.单位}}", "A3": "{{主要问题}}"}, tall)
    reviews = [make_review(), make_review(["missing"] * 4, unit="柳坪乡")]
    (piece, _) = pieces(reviews, Wanted(frozenset({FileKind.FORM}), form=form))
    text = load_workbook(io.BytesIO(piece.content())).active["A4"].value
    assert text == (
        "1. 要素B1（缺）；2. 要素A2（弱）。共 2 项，详见“问题清单”。、"
        "1. 要素B1（缺）；2. 要素A2（缺）。共 4 项，详见“问题清单”。"
    )


def tall(book: Workbook) -> None:
    sheet = book.active
    sheet.column_dimensions["A"].width = 31
    sheet.row_dimensions[3].height = 60
    sheet["A3"].alignment = Alignment(wrap_text=True)
