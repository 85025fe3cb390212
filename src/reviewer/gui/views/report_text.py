"""The report's text, read-only, with the findings marked in it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPolygon,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from reviewer.checklist import Verdict
from reviewer.gui.desk import Desk
from reviewer.gui.marks import Gap, Segment, cut_apart, evidence_marks, expected_gaps
from reviewer.gui.positions import Positions
from reviewer.gui.theme import Theme
from reviewer.gui.views.report_document import make_document
from reviewer.report import Span

_LINES = {
    Verdict.PRESENT: QTextCharFormat.UnderlineStyle.SingleUnderline,
    Verdict.WEAK: QTextCharFormat.UnderlineStyle.WaveUnderline,
    Verdict.MISSING: QTextCharFormat.UnderlineStyle.DotLine,
    Verdict.UNDETERMINED: QTextCharFormat.UnderlineStyle.DashUnderline,
}
# Where on the page the line is that counts as being read, and where a jump puts its target.
_READING_LINE = 0.2
_TOP_LINE = 0.06
_MIDDLE_LINE = 0.3


class ReportText(QTextEdit):
    """Shows the review at hand; follows the desk and tells it where the user reads."""

    zoom_requested = Signal(int)

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportText")
        self.setAccessibleName(self.tr("Text of the report"))
        self.setReadOnly(True)
        self.setAcceptDrops(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
        self.setPalette(palette)
        self._desk = desk
        self._theme = theme
        self._zoom = 1.0
        self._own_document: QTextDocument | None = None
        self._positions = Positions("")
        self._segments: list[Segment] = []
        self._gaps: list[Gap] = []
        self._jumping = False
        self._marking = QTimer(self)
        self._marking.setSingleShot(True)
        self._marking.setInterval(0)
        self._marking.timeout.connect(self._mark_visible)
        self._connect()
        self._show_current()

    @property
    def gaps(self) -> list[Gap]:
        """The places where missing elements were expected."""
        return self._gaps

    def set_zoom(self, factor: float) -> None:
        """Show the text at `factor` times its normal size, keeping the place."""
        if factor != self._zoom:
            self._zoom = factor
            place = self._desk.place
            self._show_current()
            self._show_place(Span(place, place), at_top=True)

    def visible_span(self) -> tuple[int, int]:
        """Return the Qt positions of the first and last character in sight."""
        view = self.viewport().rect()
        first = self.cursorForPosition(view.topLeft()).position()
        last = self.cursorForPosition(view.bottomRight()).position()
        return first, last

    def gap_top(self, gap: Gap) -> int:
        """Return how far below the viewport's top the line of `gap` begins."""
        return self.cursorRect(self._cursor_at(gap.place)).top()

    def visible_gaps(self) -> list[Gap]:
        """Return the gaps whose place is in sight."""
        first, last = self.visible_span()
        return [gap for gap in self._gaps if first <= self._positions.to_qt(gap.place) <= last]

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.verdict_color(Verdict.MISSING))
        half = max(3, self.fontMetrics().height() // 5)
        for gap in self.visible_gaps():
            foot = self.cursorRect(self._cursor_at(gap.place)).bottomLeft()
            corners = [foot - QPoint(0, 2 * half), foot + QPoint(half, 0), foot - QPoint(half, 0)]
            painter.drawPolygon(QPolygon(corners))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._marking.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._select_at(event.position().toPoint())

    def _connect(self) -> None:
        self._desk.current_changed.connect(self._show_current)
        self._desk.decided.connect(self._find_marks)
        self._desk.reassessed.connect(self._find_marks)
        self._desk.element_selected.connect(self._mark_soon)
        self._desk.jump_requested.connect(self._show_place)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def _show_current(self) -> None:
        review = self._desk.current
        self._jumping = True
        self._positions = Positions(review.report.text if review else "")
        font = self._theme.text_font()
        font.setPointSizeF(font.pointSizeF() * self._zoom)
        document = make_document(review, self._positions, font, self._theme, self)
        # Selections in the old document would be repainted after it is gone, and Qt crash.
        self.setExtraSelections([])
        self.setDocument(document)
        if self._own_document is not None:
            self._own_document.deleteLater()
        self._own_document = document
        self._jumping = False
        self._find_marks()

    def _find_marks(self) -> None:
        review = self._desk.current
        self._segments = cut_apart(evidence_marks(review)) if review else []
        self._gaps = expected_gaps(review) if review else []
        self._marking.start()
        self.viewport().update()

    def _mark_soon(self) -> None:
        self._marking.start()

    def _mark_visible(self) -> None:
        first, last = self.visible_span()
        selections = []
        for segment in self._segments:
            start, end = self._positions.span_to_qt(segment.span)
            if start <= last and end >= first:
                chosen = self._desk.element_id in segment.element_ids
                style = self._format(segment.verdict, chosen)
                selections.append(self._selection(max(start, first), min(end, last + 1), style))
        selections.extend(self._chosen_gaps())
        self.setExtraSelections(selections)

    def _chosen_gaps(self) -> list[QTextEdit.ExtraSelection]:
        style = self._format(Verdict.MISSING, True)
        found = []
        for gap in self._gaps:
            if self._desk.element_id in gap.element_ids:
                cursor = self._cursor_at(gap.place)
                end = cursor.block().position() + cursor.block().length() - 1
                found.append(self._selection(cursor.position(), end, style))
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

    def _selection(self, start: int, end: int, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        selection = QTextEdit.ExtraSelection()
        selection.cursor = cursor  # type: ignore[attr-defined]
        selection.format = style  # type: ignore[attr-defined]
        return selection

    def _cursor_at(self, place: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self._positions.to_qt(place), last))
        return cursor

    def _show_place(self, span: Span, at_top: bool) -> None:
        self._jumping = True
        cursor = self._cursor_at(span.start)
        self.setTextCursor(cursor)
        height = self.viewport().height()
        top = self.cursorRect(cursor).top()
        bottom = self.cursorRect(self._cursor_at(span.end)).bottom()
        if at_top or top < height * _TOP_LINE or min(bottom, top + height / 2) > height * 0.9:
            line = _TOP_LINE if at_top else _MIDDLE_LINE
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + top - int(height * line))
        self._jumping = False
        self._marking.start()

    def _on_scrolled(self) -> None:
        self._marking.start()
        if not self._jumping:
            line = QPoint(0, int(self.viewport().height() * _READING_LINE))
            self._desk.read_at(self._positions.from_qt(self.cursorForPosition(line).position()))

    def _on_cursor_moved(self) -> None:
        if not self._jumping:
            self._desk.read_at(self._positions.from_qt(self.textCursor().position()))

    def _select_at(self, point: QPoint) -> None:
        place = self._positions.from_qt(self.cursorForPosition(point).position())
        here = next((s for s in self._segments if place in s.span), None)
        if here is not None:
            self._desk.select_element(next_of(here.element_ids, self._desk.element_id), jump=False)


def next_of(ids: tuple[str, ...], current: str) -> str:
    """Return the id after `current`, round the end; the first where `current` is none of them."""
    return ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]
