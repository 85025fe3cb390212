"""Text put into cells as text, and columns that fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.export.cell_text import clean_text
from reviewer.support.width import display_width

if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet


def put_text(cell: Cell, text: str, cut_note: str = "…") -> None:
    """Write `text` as text, never as a formula, even after someone edits the cell."""
    shown = clean_text(text, cut_note)
    cell.value = shown or None
    if shown[:1] in ("=", "+", "-", "@"):
        cell.data_type = "s"
        cell.quotePrefix = True


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
