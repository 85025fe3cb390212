"""The given scores of very many reports on one sheet: a row per report, a column per element."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter, quote_sheetname

from reviewer.export.wording import unit_name
from reviewer.export.workbook import styles
from reviewer.export.workbook.formulas import grade_for
from reviewer.export.workbook.page import set_head_heights, set_page
from reviewer.export.workbook.score_cells import ScoreCells
from reviewer.export.workbook.table import Formula, Value, put_head, put_row
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_POINTS_ROW = 3
_HEADER_ROW = 4
_FIRST = _HEADER_ROW + 1
_FIRST_COLUMN = 2  # of the elements; the unit stands before them
_UNIT_WIDTH, _SCORE_WIDTH, _SUM_WIDTH = 16.0, 4.8, 8.0
_SUMS = ("total", "possible", "percent", "grade")


def fill_scores_sheet(
    sheet: Worksheet, reviews: Sequence[Review], messages: Messages
) -> list[ScoreCells]:
    """Write the scores of `reviews` and say where they stand.

    An empty score leaves the element out of the possible points.
    """
    elements = [element for _, group in reviews[0].checklist.in_groups for element in group]
    put_head(sheet, messages.say("scores-title"), messages.say("scores-note"))
    worth: list[Value] = [messages.say("column-points"), *(e.points for e in elements)]
    put_row(sheet, _POINTS_ROW, worth, [styles.CENTRED, *[styles.POINTS] * len(elements)], "")
    headings = [messages.say("column-unit"), *(e.id for e in elements)]
    headings += [messages.say(f"column-{name}") for name in _SUMS]
    put_row(sheet, _HEADER_ROW, headings, [styles.HEADER] * len(headings), "")
    widths = [_UNIT_WIDTH, *[_SCORE_WIDTH] * len(elements), *[_SUM_WIDTH] * len(_SUMS)]
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    set_head_heights(sheet, _HEADER_ROW, len(headings))
    sheet.freeze_panes = f"B{_FIRST}"
    set_page(sheet, f"{_HEADER_ROW}:{_HEADER_ROW}", messages.say("page-footer"), large=True)
    return [
        _report_row(sheet, row, review, messages)
        for row, review in enumerate(reviews, start=_FIRST)
    ]


def _report_row(sheet: Worksheet, row: int, review: Review, messages: Messages) -> ScoreCells:
    elements = [element for _, group in review.checklist.in_groups for element in group]
    count = len(elements)
    own, worth = (_stretch(0, count, at) for at in (row, _POINTS_ROW))
    total, possible, percent, grade = (
        f"${get_column_letter(_FIRST_COLUMN + count + place)}${row}" for place in range(len(_SUMS))
    )
    values: list[Value] = [
        unit_name(review, messages),
        *(review.points(element) for element in elements),
        Formula(f"SUM({own})"),
        Formula(f'SUMIF({own},"<>",{worth})'),
        Formula(f"IF({possible}=0,0,{total}/{possible})"),
        Formula(grade_for(percent, review.checklist.grades)),
    ]
    sums = (styles.SUM_POINTS, styles.POINTS, styles.SUM_PERCENT, styles.CENTRED)
    looks = (styles.TEXT, *(styles.INPUT_POINTS,) * count, *sums)
    put_row(sheet, row, values, looks, messages.say("text-cut"))
    name, groups, start = quote_sheetname(sheet.title), {}, 0
    for group, own_elements in review.checklist.in_groups:
        groups[group.id] = f"SUM({name}!{_stretch(start, len(own_elements), row)})"
        start += len(own_elements)
    return ScoreCells(
        home=f"{name}!A{row}",
        group_given=groups,
        given=f"{name}!{total}",
        possible=f"{name}!{possible}",
        percent=f"{name}!{percent}",
        grade=f"{name}!{grade}",
        verdict={},
    )


def _stretch(start: int, count: int, row: int) -> str:
    """Return the cells in `row` of `count` elements from place `start` on."""
    first, last = (
        get_column_letter(_FIRST_COLUMN + place) for place in (start, start + max(count, 1) - 1)
    )
    return f"${first}${row}:${last}${row}"
