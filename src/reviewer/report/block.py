"""A paragraph, table row or note as the reader found it."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from reviewer.report.span import Span


class BlockKind(Enum):
    """What a block was in the file."""

    PARAGRAPH = "paragraph"
    TABLE_ROW = "table-row"
    TEXT_BOX = "text-box"
    NOTE = "note"


# Tuples, as they cost a third of a dataclass to make and every line of every format makes some.
class Layout(NamedTuple):
    """How a paragraph was set; every field is None, False or 0 where the format does not say.

    `outline_level` counts from 1. `size` is in points. `lead` is the number of code points at the
    start of the paragraph (automatic number included) that are bold or in another font than the
    rest, as in a run-in heading; 0 where the whole paragraph looks alike.
    """

    style: str | None = None
    outline_level: int | None = None
    bold: bool = False
    font: str | None = None
    size: float | None = None
    centered: bool = False
    lead: int = 0


class Block(NamedTuple):
    """One line of the report's text.

    Offsets are code points of `Report.text`; blocks are in text order and do not overlap, a line
    feed stands between two of them, and neither end of a block is blank. Cells of a table row are
    parted by a tab. `number` is the automatic number as Word shows it; it is part of the text.
    `frame` marks a line of a web page's frame (navigation, metadata, footer), not of the report.
    """

    start: int
    end: int
    kind: BlockKind = BlockKind.PARAGRAPH
    number: str | None = None
    frame: bool = False
    layout: Layout = Layout()

    @property
    def span(self) -> Span:
        """The block's place in the text."""
        return Span(self.start, self.end)
