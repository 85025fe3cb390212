"""The summary: a row per report, every figure a formula over the report's own scores."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink

from reviewer.checklist import Checklist, Verdict
from reviewer.export.wording import last_decided, reviewers, timeliness, unit_name
from reviewer.export.workbook import styles
from reviewer.export.workbook.cells import fit_columns
from reviewer.export.workbook.chart import add_chart
from reviewer.export.workbook.formulas import text_value
from reviewer.export.workbook.matrix import matrix_range
from reviewer.export.workbook.page import fit_row, set_head_heights, set_page
from reviewer.export.workbook.score_cells import ScoreCells
from reviewer.export.workbook.table import Formula, Value, put_head, put_row
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Scored = Sequence[tuple[Review, ScoreCells]]

_HEADER_ROW = 4
_FIRST = _HEADER_ROW + 1
_BEFORE = ("rank", "unit", "year", "date", "timeliness")
_COUNTED = (Verdict.WEAK, Verdict.MISSING, Verdict.UNDETERMINED)
_AFTER = (
    *("total", "possible", "percent", "grade"),
    *(verdict.value for verdict in _COUNTED),
    *("reviewer", "reviewed", "source"),
)
_PERCENT_PLACE = _AFTER.index("percent")
_LATE_COLUMN = get_column_letter(_BEFORE.index("timeliness") + 1)


def fill_summary_sheet(
    sheet: Worksheet, scored: Scored, messages: Messages, today: datetime.date
) -> None:
    """Write a row per review into the empty `sheet`, all of one checklist."""
    checklist = scored[0][0].checklist
    _head(sheet, checklist, len(scored), messages, today)
    headings = _headings(checklist, messages)
    put_row(sheet, _HEADER_ROW, headings, [styles.HEADER] * len(headings), "")
    last = _HEADER_ROW + len(scored)
    percents = _percent_column(checklist)
    every = f"${percents}${_FIRST}:${percents}${last}"
    looks = _looks(checklist)
    for place, (review, cells) in enumerate(scored):
        row = _FIRST + place
        values = _values(review, cells, Formula(f"RANK({percents}{row},{every})"), place, messages)
        put_row(sheet, row, values, looks, messages.say("text-cut"))
        sheet[f"B{row}"].hyperlink = Hyperlink(ref=f"B{row}", location=cells.home)
        sheet[f"B{row}"].style = styles.LINK
    _set_widths(sheet, len(headings))
    set_head_heights(sheet, _HEADER_ROW, len(headings))
    for row in range(_FIRST, last + 1):
        fit_row(sheet, row, len(headings))
    styles.colour_late(sheet, f"{_LATE_COLUMN}{_FIRST}:{_LATE_COLUMN}{last}", messages)
    sheet.freeze_panes = f"C{_FIRST}"
    edge = get_column_letter(len(headings))
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{edge}{last}"
    set_page(sheet, f"{_HEADER_ROW}:{_HEADER_ROW}", messages.say("page-footer"))
    add_chart(sheet, units=f"B{_FIRST}:B{last}", shares=every, row=last + 2, messages=messages)


def _head(
    sheet: Worksheet, checklist: Checklist, count: int, messages: Messages, today: datetime.date
) -> None:
    made = {
        "checklist": checklist.name,
        "date": today.isoformat(),
        "id": checklist.id,
        "version": checklist.version,
        "count": count,
    }
    put_head(
        sheet,
        messages.say("book-title"),
        messages.say("book-made", made),
        messages.say("book-rule"),
    )


def _headings(checklist: Checklist, messages: Messages) -> list[str]:
    return [
        *(messages.say(f"column-{name}") for name in _BEFORE),
        *(f"{group.id} {group.name}" for group in checklist.groups),
        *(messages.say(f"column-{name}") for name in _AFTER),
    ]


def _looks(checklist: Checklist) -> list[str]:
    before = [styles.CENTRED, styles.TEXT, styles.CENTRED, styles.CENTRED, styles.CENTRED]
    sums = [styles.SUM_POINTS, styles.POINTS, styles.SUM_PERCENT, styles.CENTRED]
    after = [*[styles.CENTRED] * len(_COUNTED), styles.TEXT, styles.CENTRED, styles.TEXT]
    return [*before, *[styles.POINTS] * len(checklist.groups), *sums, *after]


def _percent_column(checklist: Checklist) -> str:
    number = len(_BEFORE) + len(checklist.groups) + _PERCENT_PLACE + 1
    letter: str = get_column_letter(number)
    return letter


def _values(
    review: Review, cells: ScoreCells, rank: Formula, place: int, messages: Messages
) -> Sequence[Value]:
    front, decided = review.outline.front, last_decided(review)
    marks = (text_value(messages.say(f"verdict-mark-{verdict.value}")) for verdict in _COUNTED)
    verdicts = f"'{messages.say('sheet-matrix')}'!{matrix_range(review.checklist, place)}"
    return (
        rank,
        unit_name(review, messages),
        front.year.value if front.year else None,
        front.date_text,
        timeliness(review, messages),
        *(Formula(cells.group_given[group.id]) for group in review.checklist.groups),
        *map(Formula, (cells.given, cells.possible, cells.percent, cells.grade)),
        *(Formula(f"COUNTIF({verdicts},{mark})") for mark in marks),
        reviewers(review),
        decided.isoformat() if decided else None,
        Path(review.report.source).name,
    )


def _set_widths(sheet: Worksheet, columns: int) -> None:
    bounds = {get_column_letter(column): (6.5, 10.0) for column in range(1, columns + 1)}
    bounds |= {"A": (6.0, 6.0), "B": (12.0, 22.0), "D": (11.0, 12.0)}
    reviewer, reviewed, source = (get_column_letter(columns - back) for back in (2, 1, 0))
    bounds |= {reviewer: (8.0, 14.0), reviewed: (11.0, 12.0), source: (12.0, 20.0)}
    fit_columns(sheet, _HEADER_ROW, bounds)
