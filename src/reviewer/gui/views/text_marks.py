"""How marks look in the text: a line style and tint for each verdict, one line below another
where elements overlap, a sign where something is missing, a frame round what was searched for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPen,
    QPolygon,
    QPolygonF,
    QTextBlock,
    QTextCharFormat,
)
from PySide6.QtWidgets import QTextEdit

from reviewer.checklist import Verdict
from reviewer.gui.theme import Theme
from reviewer.gui.wording import verdict_word
from reviewer.review import Review
from reviewer.review.marks import Segment

if TYPE_CHECKING:
    from reviewer.gui.views.report_text import ReportText

_LINES = {
    Verdict.PRESENT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Verdict.WEAK: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Verdict.MISSING: QTextCharFormat.UnderlineStyle.DotLine,
    Verdict.UNDETERMINED: QTextCharFormat.UnderlineStyle.DashUnderline,
}
_PENS = {
    Verdict.PRESENT: Qt.PenStyle.SolidLine,
    Verdict.WEAK: Qt.PenStyle.SolidLine,
    Verdict.MISSING: Qt.PenStyle.DotLine,
    Verdict.UNDETERMINED: Qt.PenStyle.DashLine,
}
_MOST_LINES_BELOW = 2  # beside the mark's own underline


class MarkPainter:
    """Makes the selections of a text view and paints what a selection cannot show."""

    def __init__(self, view: ReportText, theme: Theme) -> None:
        self._view = view
        self._theme = theme

    def selections(self, first: int, last: int, chosen: str) -> list[QTextEdit.ExtraSelection]:
        """Return the marks between two Qt positions, with those of element `chosen` set off."""
        view, found = self._view, []
        for segment in view.segments:
            start, end = view.positions.span_to_qt(segment.span)
            if start <= last and end >= first:
                style = self._format(segment.verdict, chosen in segment.element_ids)
                found.append(view.marked(max(start, first), min(end, last + 1), style))
        found.extend(self._chosen_gaps(chosen))
        hit = QTextCharFormat()
        hit.setBackground(self._theme.color("found"))
        hit.setForeground(self._theme.color("on_found"))
        for span in view.hits:
            start, end = view.positions.span_to_qt(span)
            if start <= last and end >= first:
                found.append(view.marked(start, end, hit))
        return found

    def paint(self, painter: QPainter) -> None:
        """Paint the further lines of overlapping marks and the signs of gaps."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first, last = self._view.visible_span()
        several = [
            segment
            for segment in self._view.segments
            if len(segment.element_ids) > 1
            and self._view.positions.to_qt(segment.span.start) <= last
            and self._view.positions.to_qt(segment.span.end) >= first
        ]
        for block, corner in self._view.visible_blocks() if several else ():
            for segment in several:
                self._paint_further(painter, block, corner, segment)
        self._paint_gaps(painter)

    def describe(self, segment: Segment, review: Review) -> str:
        """Return which elements a stretch speaks for, a line for each."""
        names = {element.id: element.name for element in review.checklist.elements}
        return "\n".join(
            f"{element_id} {names[element_id]}: {verdict_word(verdict)}"
            for element_id, verdict in zip(segment.element_ids, segment.verdicts, strict=True)
        )

    def _paint_further(
        self, painter: QPainter, block: QTextBlock, corner: QPointF, segment: Segment
    ) -> None:
        start, end = self._view.positions.span_to_qt(segment.span)
        start, end = start - block.position(), end - block.position()
        layout = block.layout()
        step = max(2.0, self._view.fontMetrics().height() / 9)
        further = list(segment.verdicts)
        further.remove(segment.verdict)  # which the underline of the selection shows
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            left = max(start, line.textStart())
            right = min(end, line.textStart() + line.textLength())
            if left >= right:
                continue
            x1 = corner.x() + line.cursorToX(left)[0]
            x2 = corner.x() + line.cursorToX(right)[0]
            y = corner.y() + line.naturalTextRect().bottom()
            for row, verdict in enumerate(further[:_MOST_LINES_BELOW]):
                self._draw_line(painter, verdict, x1, x2, y + row * step)

    def _draw_line(
        self, painter: QPainter, verdict: Verdict, x1: float, x2: float, y: float
    ) -> None:
        pen = QPen(self._theme.verdict_color(verdict), 1.2, _PENS[verdict])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if verdict is not Verdict.WEAK:
            painter.drawLine(QPointF(x1, y), QPointF(x2, y))
            return
        count = max(1, int((x2 - x1) // 3))
        points = [QPointF(x1 + 3 * n, y + (1 if n % 2 else -1)) for n in range(count + 1)]
        painter.drawPolyline(QPolygonF(points))

    def _paint_gaps(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.verdict_color(Verdict.MISSING))
        half = max(3, self._view.fontMetrics().height() // 5)
        for gap in self._view.visible_gaps():
            foot = self._view.cursorRect(self._view.cursor_at(gap.place)).bottomLeft()
            corners = [foot - QPoint(0, 2 * half), foot + QPoint(half, 0), foot - QPoint(half, 0)]
            painter.drawPolygon(QPolygon(corners))

    def _chosen_gaps(self, chosen: str) -> list[QTextEdit.ExtraSelection]:
        style = self._format(Verdict.MISSING, True)
        found = []
        for gap in self._view.gaps:
            if chosen in gap.element_ids:
                cursor = self._view.cursor_at(gap.place)
                end = cursor.block().position() + cursor.block().length() - 1
                found.append(self._view.marked(cursor.position(), end, style))
        return found

    def _format(self, verdict: Verdict, chosen: bool) -> QTextCharFormat:
        style = QTextCharFormat()
        style.setUnderlineStyle(_LINES[verdict])
        style.setUnderlineColor(self._theme.verdict_color(verdict))
        if chosen:
            style.setBackground(self._theme.color("selected_tint"))
        elif verdict is not Verdict.PRESENT:
            style.setBackground(QColor(self._theme.color(f"{verdict.value}_tint")))
        return style
