"""Text that is safe in a cell of a workbook, whatever stood in the report."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from reviewer.support.width import display_width

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

MAX_UNITS = 32_767  # what a cell holds, in UTF-16 units
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_text(text: str, cut_note: str) -> str:
    """Return `text` without what XML cannot carry, cut to a cell's limit and then noted.

    Lone surrogates become U+FFFD; carriage returns become line feeds.
    """
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = re.sub("[\ud800-\udfff]", "\ufffd", shown)
    shown = _NOT_XML.sub("", shown)
    if _units(shown) <= MAX_UNITS:
        return shown
    return first_units(shown, MAX_UNITS - _units(cut_note)) + cut_note


def put_text(cell: Cell, text: str, cut_note: str = "…") -> None:
    """Write `text` as text, never as a formula, even after someone edits the cell."""
    shown = clean_text(text, cut_note)
    cell.value = shown or None
    if shown[:1] in ("=", "+", "-", "@"):
        cell.data_type = "s"
        cell.quotePrefix = True


def first_units(text: str, count: int) -> str:
    """Return the longest beginning of `text` that is at most `count` UTF-16 units long."""
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", errors="ignore")


def fit_columns(sheet: Worksheet, first_row: int, bounds: dict[str, tuple[float, float]]) -> None:
    """Make each column as wide as its widest line from `first_row` on, within (least, most).

    Widths are in digits of the standard font; a Han character takes two.
    """
    for letter, (least, most) in bounds.items():
        lines = [
            line
            for cell in sheet[letter][first_row - 1 :]
            if cell.data_type != "f" and cell.value is not None
            for line in str(cell.value).split("\n")
        ]
        widest = max(map(display_width, lines), default=0)
        sheet.column_dimensions[letter].width = min(max(widest + 2.0, least), most)


def lines_needed(text: str, width: float) -> int:
    """Return on how many lines `text` stands in a cell `width` digits wide."""
    return sum(max(1, math.ceil(display_width(line) / (width - 1))) for line in text.split("\n"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
