"""The pictures in the body of a Word file: in their line, or floating as a seal does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.export.paper.model import Align, Picture, Placing

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph
    from lxml import etree

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_POINT = 12_700  # English metric units
_OF_PAGE = ("page", "leftMargin", "topMargin")
_OF_TEXT = ("line", "paragraph")  # all others are measured from the page's margins


@dataclass(frozen=True, slots=True)
class Page:
    """The page of a letter in points: its margins left and above, and the room for text."""

    left: float
    top: float
    width: float
    height: float


def page_of(document: Document) -> Page:
    """Return the page of the first section; A4 in the form of GB/T 9704 where it says nothing."""
    section = document.sections[0]

    def points(length: object, usual: float) -> float:
        return float(getattr(length, "pt", usual))

    left, right = points(section.left_margin, 79.4), points(section.right_margin, 73.7)
    top, bottom = points(section.top_margin, 104.9), points(section.bottom_margin, 99.2)
    width, height = points(section.page_width, 595.3), points(section.page_height, 841.9)
    return Page(left, top, width - left - right, height - top - bottom)


def pictures_in(paragraph: WordParagraph, align: Align, page: Page) -> Iterator[Picture]:
    """Give the pictures of a paragraph in order; what is no embedded picture is passed over."""
    for drawing in paragraph._p.iter(f"{_W}drawing"):
        for frame in drawing.iterchildren(f"{_WP}inline", f"{_WP}anchor"):
            extent = frame.find(f"{_WP}extent")
            blip = next(frame.iter(f"{_A}blip"), None)
            part = paragraph.part.related_parts.get(blip.get(_EMBED)) if blip is not None else None
            if extent is None or part is None:
                continue
            width, height = (int(extent.get(side, "0")) / _POINT for side in ("cx", "cy"))
            if frame.tag == f"{_WP}inline":
                yield Picture(part.blob, width, height, align)
            else:
                yield _floating(frame, part.blob, width, height, page)


def _floating(
    frame: etree._Element, data: bytes, width: float, height: float, page: Page
) -> Picture:
    across, from_left = _position(frame, "H", page.width - width)
    down, from_top = _position(frame, "V", page.height - height)
    left = from_left - (page.left if across in _OF_PAGE else 0.0)
    if down in _OF_TEXT:
        return Picture(data, width, height, place=Placing.BY_TEXT, left=left, top=from_top)
    top = from_top - (page.top if down in _OF_PAGE else 0.0)
    return Picture(data, width, height, place=Placing.ON_PAGE, left=left, top=top)


def _position(frame: etree._Element, axis: str, free: float) -> tuple[str, float]:
    """Return what a position is measured from, and how far off it is, in points.

    `free` is the room that the picture leaves between the margins, where it is aligned to them.
    """
    position = frame.find(f"{_WP}position{axis}")
    if position is None:
        return "margin", 0.0
    offset, aligned = position.findtext(f"{_WP}posOffset"), position.findtext(f"{_WP}align")
    if offset is not None:
        return position.get("relativeFrom", ""), int(offset) / _POINT
    share = {"center": 0.5, "right": 1.0, "bottom": 1.0}.get(aligned or "", 0.0)
    return "margin", free * share
