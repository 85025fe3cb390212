"""Lines below marked text: drawn as lines, so that they are sharp on paper and in a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QTextFormat, QTextLayout, QTextLine

from reviewer.export.paper.model import Line

LINE = QTextFormat.Property.UserProperty + 1  # of a format: the value of a Line
_COLOUR = "#000000"
_THICK = 1 / 24  # of a line's height
_HIGH, _LONG = 1 / 14, 1 / 6  # of a wave, in heights of the line
# Lengths of line and room, in thicknesses of the line; dots are round and twice as thick.
_PATTERNS = {Line.DASHES: [6.0, 4.0], Line.DOTS: [0.01, 2.0]}


def draw_underlines(painter: QPainter, layout: QTextLayout, number: int, top: float) -> None:
    """Draw what stands below line `number` of `layout`, whose upper edge is at `top`."""
    line = layout.lineAt(number)
    y = top + line.ascent() + line.descent() * 0.7
    for kind, left, right in _stretches(layout, line):
        painter.setPen(_pen(kind, line.height() * _THICK))
        if kind is Line.WAVE:
            painter.drawPolyline(_wave(left, right, y, line.height()))
        else:
            painter.drawLine(QPointF(left, y), QPointF(right, y))


def _pen(kind: Line, width: float) -> QPen:
    pen = QPen(QColor(_COLOUR), 2 * width if kind is Line.DOTS else width)
    if kind in _PATTERNS:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if kind is Line.DOTS else Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(_PATTERNS[kind])
    return pen


def _stretches(layout: QTextLayout, line: QTextLine) -> Iterator[tuple[Line, float, float]]:
    """Give the underlined stretches of a line from left to right."""
    first, last = line.textStart(), line.textStart() + line.textLength()
    for made in layout.formats():
        kind = Line(made.format.property(LINE) or Line.NONE.value)
        start, end = max(first, made.start), min(last, made.start + made.length)
        if kind is not Line.NONE and start < end:
            yield kind, line.cursorToX(start)[0], line.cursorToX(end)[0]


def _wave(left: float, right: float, y: float, height: float) -> QPolygonF:
    step, high = height * _LONG / 2, height * _HIGH / 2
    count = max(2, round((right - left) / step))
    width = (right - left) / count
    return QPolygonF(
        [QPointF(left + n * width, y + (high if n % 2 else -high)) for n in range(count + 1)]
    )
