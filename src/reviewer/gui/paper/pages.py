"""Fills pages with strips, and draws them with header and footer."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter

from reviewer.export.paper.model import Align, Paper, Run
from reviewer.gui.paper.fonts import load_paper_fonts
from reviewer.gui.paper.laying import Layouter
from reviewer.gui.paper.strips import RowStrip, Strip
from reviewer.support.errors import ExportError

_SMALL = 8.5  # points, of the header
_POINTS_OF_MM = 72 / 25.4
_LOW = 1.3  # heights of its type that the footer takes above the margin
_GREY = "#595959"
_APART = 8.0  # points between the header and the page's text


@dataclass
class Page:
    """Strips with their distance from the upper edge; `head` is the table head it ends under."""

    placed: list[tuple[float, Strip]] = field(default_factory=list)
    used: float = 0.0
    head: tuple[RowStrip, ...] = ()

    def put(self, strip: Strip) -> None:
        """Put a strip below the last, its table's head before it where the page lacks it."""
        if strip.head and strip.head is not self.head:
            for row in strip.head:
                self._place(row)
        self.head = strip.head
        self._place(strip)

    def _place(self, strip: Strip) -> None:
        self.placed.append((self.used, strip))
        self.used += strip.height


def fill_pages(strips: Iterable[Strip], height: float) -> list[Page]:
    """Return the pages, each `height` high at most.

    A strip that is to be kept with the next goes with it, unless no page can hold all that is kept
    together; one that no page can hold is split.
    """
    waiting = deque(strips)
    pages = [Page()]
    while waiting:
        page = pages[-1]
        strip = waiting.popleft()
        if getattr(strip, "breaks", False):
            pages.append(Page())
            continue
        heads = 0.0 if strip.head is page.head else sum(row.height for row in strip.head)
        room = height - page.used - heads
        if strip.height <= room and (not page.placed or _chain(strip, waiting, height) <= room):
            page.put(strip)
        elif page.placed:
            pages.append(Page())
            waiting.appendleft(strip)
        else:
            parts = strip.split(room)
            page.put(parts[0] if parts else strip)
            waiting.extendleft(parts[1:] if parts else ())
    return pages


def _chain(strip: Strip, following: Iterable[Strip], most: float) -> float:
    """Return the height of a strip with all that must be kept on its page.

    Where that is more than `most`, the strip stands for itself.
    """
    height, head = strip.height, strip.head
    kept = strip.keep
    for after in following:
        if not kept:
            break
        if after.head is not head:
            height, head = height + sum(row.height for row in after.head), after.head
        height += after.height
        if height > most:
            return strip.height
        kept = after.keep
    return height


def draw(paper: Paper, device: QPagedPaintDevice, wanted: range | None = None) -> int:
    """Draw `paper`, or its `wanted` pages (from 1), on a device whose page is set up.

    Return the number of all its pages. Raises ExportError for a device that takes nothing.
    """
    painter = QPainter()
    if not painter.begin(device):
        raise ExportError("print-failed")
    dot = device.logicalDpiY() / 72
    width, whole = float(device.width()), float(device.height())
    layouter = Layouter(device, load_paper_fonts(), width, dot)
    edge = (_SMALL + _APART) * dot if paper.header else 0.0
    foot = paper.footer_room * _POINTS_OF_MM * dot
    pages = fill_pages(layouter.strips(paper), whole - edge - foot)
    begun = False
    for number, page in enumerate(pages, start=1):
        if wanted is not None and number not in wanted:
            continue
        if begun:
            device.newPage()
        begun = True
        if number > 1:
            _edge(painter, layouter, Run(paper.header, _SMALL), 0.0, width)
        for top, strip in page.placed:
            painter.setPen(QColor("#000000"))
            strip.draw(painter, edge + top)
        words = paper.footer.format(page=number, pages=len(pages))
        low = whole - paper.footer_size * dot * _LOW
        _edge(painter, layouter, Run(words, paper.footer_size), low, width)
    painter.end()
    return len(pages)


def _edge(painter: QPainter, layouter: Layouter, run: Run, top: float, width: float) -> None:
    layout = layouter.words([run], width, Align.CENTRE)
    painter.setPen(QColor(_GREY))
    layout.lineAt(0).draw(painter, QPointF(0, top))
