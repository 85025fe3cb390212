"""What stands on printed pages, without a word on how it is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Align(Enum):
    """Where text stands between the left and the right edge."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    JUSTIFY = "justify"


class Line(Enum):
    """How a stretch of text is underlined."""

    NONE = "none"
    SOLID = "solid"
    WAVE = "wave"
    DASHES = "dashes"
    DOTS = "dots"


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look; `font` is a family, empty for that of tables; `size` is in points.

    `fill` is the colour behind it, none where empty; `raised` sets it small over the line.
    """

    text: str
    size: float
    bold: bool = False
    font: str = ""
    colour: str = "#000000"
    line: Line = Line.NONE
    fill: str = ""
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Lengths are points; `line` is the exact height of a line, 0 for the font's own.

    `keep` keeps it on the page of what follows.
    """

    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    indent: float = 0.0
    left: float = 0.0
    right: float = 0.0
    line: float = 0.0
    before: float = 0.0
    after: float = 0.0
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell over `span` columns; `fill` and `colour` are #rrggbb, no fill where empty.

    `upright` sets one character below the other.
    """

    text: str
    align: Align = Align.LEFT
    bold: bool = False
    fill: str = ""
    colour: str = "#000000"
    span: int = 1
    upright: bool = False


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows with lines around; `head` stands on every page again.

    `widths` are the columns' shares of the page, `size` is that of the text in points. A row stays
    on one page as long as a page can hold it.
    """

    widths: tuple[float, ...]
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    size: float = 9.0


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


class Placing(Enum):
    """Where a picture stands."""

    IN_ROW = "in-row"
    BY_TEXT = "by-text"
    ON_PAGE = "on-page"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as the bytes of its file; what cannot be read is left out. Lengths are points.

    In a row of its own it is aligned like text and takes room. Otherwise it takes none and stands
    `left` of the margin and `top` below what follows, or below the upper margin of its page.
    """

    data: bytes
    width: float
    height: float
    align: Align = Align.LEFT
    place: Placing = Placing.IN_ROW
    left: float = 0.0
    top: float = 0.0


Block = Paragraph | Table | PageBreak | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """A document on A4. `margins` are millimetres: left, top, right, bottom.

    `header` stands at the top of every page but the first. `footer` stands below, with {page} and
    {pages} filled in, `footer_size` points high, in a room of `footer_room` millimetres above the
    lower margin.
    """

    title: str
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""
    footer_size: float = 8.5
    footer_room: float = 6.0
    landscape: bool = False
    margins: tuple[float, float, float, float] = (15.0, 18.0, 15.0, 16.0)
