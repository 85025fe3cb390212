"""Pieces of a page that are never cut: what pages are filled with, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTextLayout

from reviewer.export.paper.model import Cell
from reviewer.gui.paper.underlines import draw_underlines

_LINE_COLOUR = "#8c8c8c"


@dataclass(frozen=True)
class TextStrip:
    """Line `number` of a paragraph; `keep` keeps it on the page of what follows."""

    layout: QTextLayout
    number: int
    height: float
    keep: bool = False
    head: tuple[RowStrip, ...] = ()

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it with its upper edge at `top`."""
        line = self.layout.lineAt(self.number)
        room = max(0.0, self.height - line.height())
        line.draw(painter, QPointF(0, top + room / 2 - line.y()))
        draw_underlines(painter, self.layout, self.number, top + room / 2)

    def split(self, height: float) -> tuple[TextStrip, TextStrip] | None:
        """Return None: a line is never cut."""
        return None


@dataclass(frozen=True)
class Gap:
    """Room between paragraphs; with `breaks` what follows begins on a new page."""

    height: float
    keep: bool = False
    breaks: bool = False
    head: tuple[RowStrip, ...] = ()

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw nothing."""

    def split(self, height: float) -> tuple[Gap, Gap] | None:
        """Return None."""
        return None


@dataclass(frozen=True)
class PictureStrip:
    """A picture in `frame`, measured from the upper edge of the strip, or of the page's text."""

    image: QImage
    frame: QRectF
    height: float
    keep: bool = False
    on_page: bool = False
    head: tuple[RowStrip, ...] = ()

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it with its upper edge at `top`."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        frame = self.frame if self.on_page else self.frame.translated(0.0, top)
        painter.drawImage(frame, self.image)

    def split(self, height: float) -> tuple[PictureStrip, PictureStrip] | None:
        """Return None: a picture is never cut."""
        return None


@dataclass(frozen=True)
class Box:
    """A cell of a table row with its text laid out."""

    cell: Cell
    left: float
    width: float
    layout: QTextLayout


@dataclass(frozen=True)
class RowStrip:
    """The lines `first` to `last` (not included) of a row; `head` stands over it on every page.

    `padding` is the room above and below the text, `side` that beside it.
    """

    boxes: Sequence[Box]
    line: float
    padding: float
    side: float
    first: int
    last: int
    head: tuple[RowStrip, ...] = ()
    keep: bool = False

    @property
    def height(self) -> float:
        """The height with its padding."""
        return (self.last - self.first) * self.line + 2 * self.padding

    def draw(self, painter: QPainter, top: float) -> None:
        """Draw it with its upper edge at `top`."""
        for box in self.boxes:
            frame = QRectF(box.left, top, box.width, self.height)
            if box.cell.fill:
                painter.fillRect(frame, QColor(box.cell.fill))
            painter.setPen(QPen(QColor(_LINE_COLOUR), self.line / 20))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)
            painter.setPen(QColor(box.cell.colour))
            for number, y in self._lines(box):
                line = box.layout.lineAt(number)
                line.draw(painter, QPointF(box.left + self.side, top + y - line.y()))

    def split(self, height: float) -> tuple[RowStrip, RowStrip] | None:
        """Return what fits into `height` and the rest; None where not even one line fits."""
        fitting = int((height - 2 * self.padding) / self.line)
        if not 0 < fitting < self.last - self.first:
            return None
        middle = self.first + fitting
        return self._part(self.first, middle), self._part(middle, self.last)

    def _part(self, first: int, last: int) -> RowStrip:
        return replace(self, first=first, last=last)

    def _lines(self, box: Box) -> Iterator[tuple[int, float]]:
        """Give the lines of a cell with their distance from the top, all together in the middle."""
        count = box.layout.lineCount()
        free = max(0, self.last - count) if self.first == 0 else 0
        for number in range(self.first, min(self.last, count)):
            yield number, self.padding + (number - self.first + free / 2) * self.line


Strip = TextStrip | Gap | RowStrip | PictureStrip
