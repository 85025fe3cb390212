"""The summary: a row per report, every figure a formula over the report's own sheet."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.hyperlink import Hyperlink

from reviewer.checklist import Checklist
from reviewer.export import styles
from reviewer.export.cells import fit_columns, put_text
from reviewer.export.page import fit_row, set_head_heights, set_page
from reviewer.export.report_sheet import ReportCells
from reviewer.export.wording import text_value
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 4
_FIRST = _HEADER_ROW + 1
_COUNTED = ("weak", "missing", "undetermined")


def fill_summary_sheet(
    sheet: Worksheet,
    reviews: Sequence[tuple[Review, ReportCells]],
    messages: Messages,
    today: datetime.date,
) -> None:
    """Write a row per review into the empty `sheet`, all of one checklist."""
    checklist = reviews[0][0].checklist
    _head(sheet, checklist, len(reviews), messages, today)
    headings = _headings(checklist, messages)
    for column, heading in enumerate(headings, start=1):
        cell = sheet.cell(_HEADER_ROW, column)
        cell.style = styles.HEADER
        put_text(cell, heading)
    for number, (review, cells) in enumerate(reviews, start=1):
        _report_row(sheet, number, review, cells, messages)
    last_column = get_column_letter(len(headings))
    last_row = _HEADER_ROW + len(reviews)
    bounds = {get_column_letter(column): (8.0, 14.0) for column in range(1, len(headings) + 1)}
    bounds |= {"A": (6.0, 6.0), "B": (12.0, 28.0), "D": (11.0, 12.0)}
    bounds |= {get_column_letter(len(headings) - 1): (12.0, 20.0), last_column: (16.0, 36.0)}
    fit_columns(sheet, _HEADER_ROW, bounds)
    set_head_heights(sheet, _HEADER_ROW)
    for row in range(_FIRST, last_row + 1):
        fit_row(sheet, row)
    sheet.freeze_panes = f"C{_FIRST}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{last_column}{last_row}"
    set_page(sheet, f"{_HEADER_ROW}:{_HEADER_ROW}", messages.say("page-footer"))


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
    sheet["A1"].style = styles.TITLE
    sheet["A2"].style = sheet["A3"].style = styles.NOTE
    put_text(sheet["A1"], messages.say("book-title"))
    put_text(sheet["A2"], messages.say("book-made", made))
    put_text(sheet["A3"], messages.say("book-rule"))


def _headings(checklist: Checklist, messages: Messages) -> list[str]:
    before = ("number", "unit", "year", "date")
    after = ("total", "possible", "percent", "grade", *_COUNTED, "reviewer", "source")
    return [
        *(messages.say(f"column-{name}") for name in before),
        *(f"{group.id} {group.name}" for group in checklist.groups),
        *(messages.say(f"column-{name}") for name in after),
    ]


def _report_row(
    sheet: Worksheet, number: int, review: Review, cells: ReportCells, messages: Messages
) -> None:
    front = review.outline.front
    row = _HEADER_ROW + number
    counts = (text_value(messages.say(f"verdict-{verdict}")) for verdict in _COUNTED)
    by = sorted({decision.by for decision in review.decisions.values() if decision.by})
    values: list[tuple[object, str]] = [
        (number, styles.CENTRED),
        (front.unit.value if front.unit else cells.sheet, styles.TEXT),
        (front.year.value if front.year else None, styles.CENTRED),
        (front.date_text, styles.CENTRED),
        *((f"={cells.group_given[g.id]}", styles.POINTS) for g in review.checklist.groups),
        (f"={cells.given}", styles.SUM_POINTS),
        (f"={cells.possible}", styles.POINTS),
        (f"={cells.percent}", styles.SUM_PERCENT),
        (f"={cells.grade}", styles.CENTRED),
        *((f"=COUNTIF({cells.verdicts},{word})", styles.CENTRED) for word in counts),
        ("、".join(by), styles.TEXT),
        (Path(review.report.source).name, styles.TEXT),
    ]
    texts = {2, len(values) - 1, len(values)}
    for column, (value, style) in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        cell.style = style
        if column in texts:
            put_text(cell, str(value), messages.say("text-cut"))
        else:
            cell.value = value
    place = f"{quote_sheetname(cells.sheet)}!A1"
    sheet[f"B{row}"].hyperlink = Hyperlink(ref=f"B{row}", location=place)
    sheet[f"B{row}"].style = styles.LINK
