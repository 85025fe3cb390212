"""The looks of the score workbook, by name; a sheet says what a cell is, not how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

if TYPE_CHECKING:
    from openpyxl import Workbook

TITLE = "Reviewer title"
NOTE = "Reviewer note"
HEADER = "Reviewer header"
TEXT = "Reviewer text"
CENTRED = "Reviewer centred"
POINTS = "Reviewer points"
PERCENT = "Reviewer percent"
INPUT_POINTS = "Reviewer input points"
INPUT_TEXT = "Reviewer input text"
SUM_TEXT = "Reviewer sum text"
SUM_POINTS = "Reviewer sum points"
SUM_PERCENT = "Reviewer sum percent"
SUM_LINE = "Reviewer sum line"
LINK = "Reviewer link"

_SIZE = 10
_POINTS = "0.0"
_PERCENT = "0.0%"
_HEADER_FILL = "DCE6F1"
_SUM_FILL = "F2F2F2"
_INPUT_FILL = "FFFBE6"
_VERDICT_COLOURS = {
    "weak": ("FFE699", "7F4F00"),
    "missing": ("F8CBAD", "9C0006"),
    "undetermined": ("D9D9D9", "404040"),
}


def add_styles(book: Workbook) -> None:
    """Register every named style with `book`."""
    for style in (
        _style(TITLE, size=16, bold=True, boxed=False),
        _style(NOTE, size=9, colour="595959", boxed=False),
        _style(HEADER, bold=True, fill=_HEADER_FILL, across="center"),
        _style(TEXT),
        _style(CENTRED, across="center"),
        _style(POINTS, across="center", number=_POINTS),
        _style(PERCENT, across="center", number=_PERCENT),
        _style(INPUT_POINTS, across="center", number=_POINTS, fill=_INPUT_FILL),
        _style(INPUT_TEXT, fill=_INPUT_FILL),
        _style(SUM_TEXT, bold=True, fill=_SUM_FILL),
        _style(SUM_POINTS, bold=True, fill=_SUM_FILL, across="center", number=_POINTS),
        _style(SUM_LINE, size=11, bold=True, boxed=False),
        _style(LINK, colour="0563C1"),
        _style(SUM_PERCENT, bold=True, fill=_SUM_FILL, across="center", number=_PERCENT),
    ):
        book.add_named_style(style)


def verdict_look(verdict: str) -> DifferentialStyle | None:
    """Return the colours of a verdict's word; None for present, which needs none."""
    if verdict not in _VERDICT_COLOURS:
        return None
    fill, colour = _VERDICT_COLOURS[verdict]
    return DifferentialStyle(
        font=Font(color=colour, bold=True),
        fill=PatternFill(fill_type="solid", start_color=fill, end_color=fill),
    )


def overruled_look() -> DifferentialStyle:
    """Return the look of a given score that differs from the suggested one."""
    return DifferentialStyle(font=Font(bold=True, underline="single"))


def _style(
    name: str,
    *,
    size: int = _SIZE,
    bold: bool = False,
    colour: str = "000000",
    fill: str | None = None,
    across: str = "left",
    number: str = "General",
    boxed: bool = True,
) -> NamedStyle:
    line = Side(style="thin", color="BFBFBF")
    return NamedStyle(
        name,
        font=Font(name="Microsoft YaHei", size=size, bold=bold, color=colour),
        fill=PatternFill(fill_type="solid", start_color=fill) if fill else PatternFill(),
        border=Border(line, line, line, line) if boxed else Border(),
        alignment=Alignment(horizontal=across, vertical="center", wrap_text=boxed),
        number_format=number,
    )
