"""The page for the meeting: units by elements, each cell a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from reviewer.checklist import Checklist, Verdict
from reviewer.export.wording import NOT_APPLICABLE, short_name, unit_name, verdict_word
from reviewer.export.workbook import styles
from reviewer.export.workbook.formulas import text_value
from reviewer.export.workbook.page import set_page
from reviewer.export.workbook.score_cells import ScoreCells
from reviewer.export.workbook.table import Formula, Value, put_head, put_row
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_GROUP_ROW, _NAME_ROW, _ID_ROW = 3, 4, 5
_FIRST = _ID_ROW + 1
_FIRST_COLUMN = 3
_UNIT_WIDTH, _CELL_WIDTH = 16.0, 3.6
# Points; names stand upright, one character below the other, in LibreOffice with wider lines.
_NAME_HEIGHT = 222.0
_ROW_HEIGHT = 18.0
_COUNTED = (Verdict.WEAK, Verdict.MISSING)


def matrix_range(checklist: Checklist, number: int) -> str:
    """Return the cells of the matrix with the verdicts of report `number`, counted from 0."""
    row, last = _FIRST + number, get_column_letter(_FIRST_COLUMN + len(checklist.elements) - 1)
    return f"${get_column_letter(_FIRST_COLUMN)}${row}:${last}${row}"


def fill_matrix_sheet(
    sheet: Worksheet, scored: Sequence[tuple[Review, ScoreCells]], messages: Messages
) -> None:
    """Write a row per report; a verdict follows the report's own sheet where there is one."""
    checklist = scored[0][0].checklist
    put_head(sheet, messages.say("matrix-title"), messages.say("matrix-note"))
    _headings(sheet, checklist, messages)
    elements = [element for _, group in checklist.in_groups for element in group]
    looks = [styles.CENTRED, styles.TEXT, *[styles.CENTRED] * len(elements)]
    for number, (review, cells) in enumerate(scored, start=1):
        words = (verdict_word(review, e, messages, "verdict-mark") for e in elements)
        verdicts: list[Value] = [
            Formula(_mark_of(cells.verdict[element.id], messages)) if cells.verdict else word
            for element, word in zip(elements, words, strict=True)
        ]
        row = _FIRST + number - 1
        put_row(sheet, row, [number, unit_name(review, messages), *verdicts], looks, "…")
        sheet.row_dimensions[row].height = _ROW_HEIGHT
    last = _FIRST + len(scored) - 1
    _counts(sheet, last, len(elements), messages)
    edge = get_column_letter(_FIRST_COLUMN + len(elements) - 1)
    marked = f"{get_column_letter(_FIRST_COLUMN)}{_FIRST}:{edge}{last}"
    styles.colour_verdicts(sheet, marked, messages, "verdict-mark")
    sheet.freeze_panes = f"C{_FIRST}"
    sheet.print_area = f"A1:{edge}{last + len(_COUNTED)}"
    set_page(sheet, f"{_GROUP_ROW}:{_ID_ROW}", messages.say("page-footer"), large=True)


def _headings(sheet: Worksheet, checklist: Checklist, messages: Messages) -> None:
    for column, heading in enumerate(("number", "unit"), start=1):
        sheet.merge_cells(
            start_row=_GROUP_ROW, end_row=_ID_ROW, start_column=column, end_column=column
        )
        for row in range(_GROUP_ROW, _ID_ROW + 1):
            sheet.cell(row, column).style = styles.HEADER
        sheet.cell(_GROUP_ROW, column).value = messages.say(f"column-{heading}")
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 5.0, _UNIT_WIDTH
    column = _FIRST_COLUMN
    for group, elements in checklist.in_groups:
        if not elements:
            continue
        sheet.merge_cells(
            start_row=_GROUP_ROW,
            end_row=_GROUP_ROW,
            start_column=column,
            end_column=column + len(elements) - 1,
        )
        sheet.cell(_GROUP_ROW, column).value = f"{group.id} {group.name}"
        for element in elements:
            sheet.cell(_GROUP_ROW, column).style = styles.HEADER
            name, identity = sheet.cell(_NAME_ROW, column), sheet.cell(_ID_ROW, column)
            name.value, name.style = short_name(element), styles.UPRIGHT
            identity.value, identity.style = element.id, styles.HEADER
            sheet.column_dimensions[get_column_letter(column)].width = _CELL_WIDTH
            column += 1
    sheet.row_dimensions[1].height = 27.0
    sheet.row_dimensions[_GROUP_ROW].height = 30.0
    sheet.row_dimensions[_NAME_ROW].height = _NAME_HEIGHT
    sheet.row_dimensions[_ID_ROW].height = 28.0


def _mark_of(verdict: str, messages: Messages) -> str:
    """Return the expression that shortens the verdict's word in cell `verdict` to its mark."""
    formula = text_value("")
    for known in (*(verdict.value for verdict in Verdict), NOT_APPLICABLE):
        word, mark = (
            text_value(messages.say(f"{code}-{known}")) for code in ("verdict", "verdict-mark")
        )
        formula = f"IF({verdict}={word},{mark},{formula})"
    return formula


def _counts(sheet: Worksheet, last: int, elements: int, messages: Messages) -> None:
    """Write below the reports how often each element is weak or missing."""
    for row, verdict in enumerate(_COUNTED, start=last + 1):
        mark = messages.say(f"verdict-mark-{verdict.value}")
        label = messages.say("matrix-count", {"verdict": mark})
        letters = (get_column_letter(_FIRST_COLUMN + place) for place in range(elements))
        counts: list[Value] = [
            Formula(f"COUNTIF({letter}${_FIRST}:{letter}${last},{text_value(mark)})")
            for letter in letters
        ]
        looks = [styles.SUM_TEXT, styles.SUM_TEXT, *[styles.SUM_COUNT] * elements]
        put_row(sheet, row, [None, label, *counts], looks, "")
        sheet.row_dimensions[row].height = _ROW_HEIGHT
