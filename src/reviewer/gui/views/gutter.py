"""The margin left of the text, with a sign wherever missing elements were expected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.checklist import Verdict
from reviewer.gui.action_spec import action_text, plain
from reviewer.gui.desk import Desk
from reviewer.gui.noting import NoteTaker
from reviewer.gui.rows.structure import PARTS
from reviewer.gui.theme import Theme
from reviewer.gui.views.report_text import ReportText, next_of
from reviewer.review.marks import Gap


class Gutter(QWidget):
    """Signs of missing elements beside their lines; a click selects one after another."""

    def __init__(self, text: ReportText, desk: Desk, theme: Theme, notes: NoteTaker) -> None:
        super().__init__()
        self.setObjectName("gutter")
        self.setAccessibleName(self.tr("Places of missing elements"))
        self._text = text
        self._desk = desk
        self._theme = theme
        self._notes = notes
        notes.changed.connect(self._repaint)
        text.drawn.connect(self._repaint)
        text.verticalScrollBar().valueChanged.connect(self._repaint)
        desk.ruled.connect(self._repaint)
        desk.reassessed.connect(self._repaint)
        desk.current_changed.connect(self._repaint)
        desk.element_selected.connect(self._repaint)

    def sizeHint(self) -> QSize:
        return QSize(self._line() * 9 // 4, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._theme.color("base"))
        if self._text.marks_shown:
            self._paint_parts(painter)
        for gap in self._text.visible_gaps():
            area = self._area(gap)
            if self._desk.element_id in gap.element_ids:
                painter.fillRect(area, self._theme.color("selected_tint"))
            side = self._line()
            sign = QRect(area.left(), area.top(), side, area.height())
            self._theme.verdict_icon(Verdict.MISSING).paint(painter, sign)
            painter.setPen(self._theme.verdict_color(Verdict.MISSING))
            number = area.adjusted(side + side // 4, 0, 0, 0)
            painter.drawText(number, Qt.AlignmentFlag.AlignVCenter, str(len(gap.element_ids)))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gap = self._gap_at(event.position().toPoint().y())
        if gap is not None:
            self._desk.select_element(next_of(gap.element_ids, self._desk.element_id), jump=False)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            gap = self._gap_at(event.pos().y())
            tip = self._tip(gap) if gap else self._part_name(event.pos().y())
            QToolTip.showText(event.globalPos(), tip, self)
            return True
        return super().event(event)

    def _paint_parts(self, painter: QPainter) -> None:
        """Paint a stripe beside every line, in the colour of the part it belongs to."""
        width = max(2, self._line() // 6)
        for block, corner in self._text.visible_blocks():
            part = self._part_of(block.position())
            if part is not None:
                height = self._text.blockBoundingRect(block).height()
                stripe = QRectF(self.width() - width, corner.y(), width, height)
                painter.fillRect(stripe, self._theme.color(f"part_{part}"))

    def _part_of(self, position: int) -> str | None:
        notes = self._notes.notes
        if notes is None:
            return None
        owners = notes.parts.at(self._text.positions.from_qt(position))
        return next((part for part in PARTS if part in owners), None)

    def _repaint(self) -> None:
        self.update()

    def _part_name(self, y: int) -> str:
        cursor = self._text.cursorForPosition(QPoint(0, y))
        part = self._part_of(cursor.block().position())
        return plain(action_text(PARTS[part])) if part else ""

    def _tip(self, gap: Gap) -> str:
        review = self._desk.current
        names = {e.id: e.name for e in review.checklist.elements} if review else {}
        lines = [f"{element_id} {names.get(element_id, '')}" for element_id in gap.element_ids]
        return "\n".join([self.tr("Expected here, but missing:"), *lines])

    def _line(self) -> int:
        return self.fontMetrics().height()

    def _area(self, gap: Gap) -> QRect:
        top = self._text.gap_top(gap)
        return QRect(
            self._line() // 4, top, self.width() - self._line() // 4, self._line() * 3 // 2
        )

    def _gap_at(self, y: int) -> Gap | None:
        gaps = self._text.visible_gaps()
        return next((g for g in gaps if self._area(g).top() <= y <= self._area(g).bottom()), None)
