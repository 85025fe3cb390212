"""The looks of the score workbook, by name; a sheet says what a cell is, not how it looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from reviewer.checklist import Verdict
from reviewer.export import colours
from reviewer.export.workbook.formulas import text_value
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

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
SUM_COUNT = "Reviewer sum count"
UPRIGHT = "Reviewer upright"
LINK = "Reviewer link"
ALERT = "Reviewer alert"

_SIZE = 10
_UPRIGHT = 255  # what a workbook says for characters that stand one below the other
_POINTS = "0.0"
_PERCENT = "0.0%"
_INPUT_FILL = "FFFBE6"


def add_styles(book: Workbook) -> None:
    """Register every named style with `book`."""
    for style in (
        _style(TITLE, size=16, bold=True, boxed=False),
        _style(NOTE, size=9, colour="595959", boxed=False),
        _style(HEADER, bold=True, fill=colours.HEAD_FILL, across="center"),
        _style(TEXT),
        _style(CENTRED, across="center"),
        _style(POINTS, across="center", number=_POINTS),
        _style(PERCENT, across="center", number=_PERCENT),
        _style(INPUT_POINTS, across="center", number=_POINTS, fill=_INPUT_FILL),
        _style(INPUT_TEXT, fill=_INPUT_FILL),
        _style(SUM_TEXT, bold=True, fill=colours.SUM_FILL),
        _style(SUM_POINTS, bold=True, fill=colours.SUM_FILL, across="center", number=_POINTS),
        _style(SUM_COUNT, bold=True, fill=colours.SUM_FILL, across="center"),
        _style(UPRIGHT, size=9, fill=colours.HEAD_FILL, across="center", upright=True),
        _style(SUM_LINE, size=11, bold=True, boxed=False),
        _style(LINK, colour="0563C1"),
        _style(ALERT, colour=colours.VERDICTS[Verdict.MISSING][1]),
        _style(SUM_PERCENT, bold=True, fill=colours.SUM_FILL, across="center", number=_PERCENT),
    ):
        book.add_named_style(style)


def colour_verdicts(
    sheet: Worksheet, cells: str, messages: Messages, words: str = "verdict"
) -> None:
    """Colour the words of verdicts in `cells`; `words` names the messages they are written in."""
    for verdict, own in colours.VERDICTS.items():
        _colour_word(sheet, cells, messages.say(f"{words}-{verdict.value}"), own)


def colour_late(sheet: Worksheet, cells: str, messages: Messages) -> None:
    """Colour the word for a missed deadline in `cells`."""
    word = messages.say("timeliness-late")
    _colour_word(sheet, cells, word, colours.VERDICTS[Verdict.MISSING])


def overruled_look() -> DifferentialStyle:
    """Return the look of a given score that differs from the suggested one."""
    return DifferentialStyle(font=Font(bold=True, underline="single"))


def _colour_word(sheet: Worksheet, cells: str, word: str, own: tuple[str, str]) -> None:
    fill, colour = own
    look = DifferentialStyle(
        font=Font(color=colour, bold=True),
        fill=PatternFill(fill_type="solid", start_color=fill, end_color=fill),
    )
    rule = Rule(type="cellIs", operator="equal", formula=[text_value(word)], dxf=look)
    sheet.conditional_formatting.add(cells, rule)


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
    upright: bool = False,
) -> NamedStyle:
    line = Side(style="thin", color="BFBFBF")
    return NamedStyle(
        name,
        font=Font(name="Microsoft YaHei", size=size, bold=bold, color=colour),
        fill=PatternFill(fill_type="solid", start_color=fill) if fill else PatternFill(),
        border=Border(line, line, line, line) if boxed else Border(),
        alignment=Alignment(
            horizontal=across,
            vertical="top" if upright else "center",
            wrap_text=boxed,
            text_rotation=_UPRIGHT if upright else 0,
        ),
        number_format=number,
    )
