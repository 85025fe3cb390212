"""A plain table on a sheet: title, note, headings, rows, and how it prints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from openpyxl.utils import get_column_letter

from reviewer.export.workbook import styles
from reviewer.export.workbook.cells import put_text
from reviewer.export.workbook.page import fit_row, set_head_heights, set_page
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

HEADER_ROW = 3
FIRST_ROW = HEADER_ROW + 1


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula without its sign of equality; any other text stays text in a cell."""

    text: str


Value = str | float | Formula | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the code of its heading, its width in digits of the standard font, its style."""

    heading: str
    width: float
    style: str


def fill_table(
    sheet: Worksheet,
    columns: Sequence[Column],
    rows: Iterable[Sequence[Value]],
    messages: Messages,
) -> int:
    """Write headings in HEADER_ROW and `rows` below; return the number of the last row.

    The first two columns stay in sight, the headings are printed on every page.
    """
    for number, column in enumerate(columns, start=1):
        cell = sheet.cell(HEADER_ROW, number, messages.say(f"column-{column.heading}"))
        cell.style = styles.HEADER
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    looks, last = [column.style for column in columns], HEADER_ROW
    cut_note = messages.say("text-cut")
    for last, values in enumerate(rows, start=FIRST_ROW):
        put_row(sheet, last, values, looks, cut_note)
        fit_row(sheet, last, len(columns))
    set_head_heights(sheet, HEADER_ROW, len(columns))
    sheet.freeze_panes = f"C{FIRST_ROW}"
    edge = get_column_letter(len(columns))
    sheet.auto_filter.ref = f"A{HEADER_ROW}:{edge}{max(last, FIRST_ROW)}"
    set_page(sheet, f"{HEADER_ROW}:{HEADER_ROW}", messages.say("page-footer"))
    return max(last, FIRST_ROW)


def put_head(sheet: Worksheet, title: str, *notes: str) -> None:
    """Write the title in the first row and each note in a row of its own below."""
    put_text(sheet["A1"], title)
    sheet["A1"].style = styles.TITLE
    for row, note in enumerate(notes, start=2):
        put_text(sheet[f"A{row}"], note)
        sheet[f"A{row}"].style = styles.NOTE


def put_row(
    sheet: Worksheet, row: int, values: Sequence[Value], looks: Sequence[str], cut_note: str
) -> None:
    """Write `values` into `row` from the first column on, texts as texts, in the given styles."""
    for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
        cell = sheet.cell(row, column)
        cell.style = look
        if isinstance(value, str):
            put_text(cell, value, cut_note)
        elif isinstance(value, Formula):
            cell.value = f"={value.text}"
        else:
            cell.value = value
