"""The report's text, read-only, with the findings marked in it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.pausing import Pause
from reviewer.gui.positions import Positions
from reviewer.gui.theme import Theme
from reviewer.gui.views.reading_text import ReadingText
from reviewer.gui.views.text_layout import make_document
from reviewer.gui.views.text_marks import MarkPainter
from reviewer.report import Span
from reviewer.review.marks import Gap, MarkIndex, Segment, expected_gaps

# Where on the page the line is that counts as being read, and where a jump puts its target.
_READING_LINE = 0.2
_TOP_LINE = 0.06
_MIDDLE_LINE = 0.3
_LOWEST_LINE = 0.9


class ReportText(ReadingText):
    """Shows the review at hand; follows the desk and tells it where the user reads.

    `drawn` follows every change of what is in sight or marked; the margins listen to it.
    """

    zoom_requested = Signal(int)
    drawn = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Text of the report"), parent)
        self.setObjectName("reportText")
        self.setAcceptDrops(False)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
        self.setPalette(palette)
        self._desk = desk
        self._theme = theme
        self._zoom = 1.0
        self.positions = Positions("")
        self.marks = MarkIndex(None)
        self._gaps: list[Gap] | None = None  # not yet looked for
        self.hits: Sequence[Span] = ()
        self.marks_shown = True
        self.changes = 0  # counts whatever changes marks or hits
        self._jumping = False
        self._at_hand = ""  # the element that was selected before a click selected another
        self._painter = MarkPainter(self, theme)
        self._marking = Pause(self._mark_visible, self)
        self._connect()
        self._show_current()

    def set_zoom(self, factor: float) -> None:
        """Show the text at `factor` times its normal size, keeping the place."""
        if factor != self._zoom:
            self._zoom = factor
            with_top = self.firstVisibleBlock().blockNumber()
            self._set_font()
            self.fit(with_top)
            self._marking.begin()

    def show_marks(self, shown: bool) -> None:
        """Show or hide what the findings are marked with."""
        self.marks_shown = shown
        self._find_marks()

    def show_hits(self, hits: Sequence[Span]) -> None:
        """Mark every place in `hits` as found."""
        self.hits = hits
        self.changes += 1
        self._marking.begin()

    @property
    def gaps(self) -> list[Gap]:
        """Where missing elements were expected; looked for again after decisions."""
        if self._gaps is None:
            review = self._desk.current if self.marks_shown else None
            self._gaps = expected_gaps(review) if review else []
        return self._gaps

    @property
    def segments(self) -> list[Segment]:
        """The marked stretches in sight."""
        first, last = self.visible_span()
        return self.marks.between(self.positions.from_qt(first), self.positions.from_qt(last) + 1)

    def visible_span(self) -> tuple[int, int]:
        """Return the Qt positions of the first and last character of the lines in sight."""
        first = self.firstVisibleBlock()
        last = first
        for block, _ in self.visible_blocks():
            last = block
        return first.position(), last.position() + max(0, last.length() - 1)

    def line_of(self, place: int) -> int:
        """Return the number of the printed line around code point `place`, as far as known."""
        position = self.positions.to_qt(place)
        block = self.document().findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        inside = line.lineNumber() if line.isValid() else 0
        return block.firstLineNumber() + max(0, inside)

    def gap_top(self, gap: Gap) -> int:
        """Return how far below the viewport's top the line of `gap` begins."""
        return self.cursorRect(self.cursor_at(gap.place)).top()

    def visible_gaps(self) -> list[Gap]:
        """Return the gaps whose place is in sight."""
        first, last = self.visible_span()
        return [gap for gap in self.gaps if first <= self.positions.to_qt(gap.place) <= last]

    def selected_span(self) -> Span | None:
        """Return what the user has selected, None where nothing is."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return Span(self.positions.from_qt(start), self.positions.from_qt(end))

    def end_selection(self) -> None:
        """Select nothing any more, so that the marks below can be seen."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def cursor_at(self, place: int) -> QTextCursor:
        """Return a cursor before code point `place`."""
        cursor = QTextCursor(self.document())
        last = self.document().characterCount() - 1
        cursor.setPosition(min(self.positions.to_qt(place), last))
        return cursor

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        self._painter.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._jumping = True  # Qt counts every paragraph as one line for a moment
        super().resizeEvent(event)
        self._marking.begin()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._at_hand = self._desk.element_id
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take the sentence as evidence for the element that was selected before the first click.

        What Qt takes for a word is a whole paragraph of Chinese.
        """
        super().mouseDoubleClickEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            if self._at_hand:
                self._desk.select_element(self._at_hand, jump=False)
            self._select_sentence(event.position().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self._select_at(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def _connect(self) -> None:
        self._desk.current_changed.connect(self._show_current)
        self._desk.decided.connect(self._on_decided)
        self._desk.reassessed.connect(self._on_reassessed)
        self._desk.element_selected.connect(self._mark_soon)
        self._desk.jump_requested.connect(self._show_place)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.cursorPositionChanged.connect(self._on_cursor_moved)

    def _set_font(self) -> None:
        font = self._theme.text_font()
        font.setPointSizeF(font.pointSizeF() * self._zoom)
        self.setFont(font)
        self.document().setDefaultFont(font)

    def fit(self, top: int) -> None:
        """Set the lines for the width there is; nobody has read on by that."""
        self._jumping = True
        super().fit(top)
        self._jumping = False

    def _show_current(self) -> None:
        review = self._desk.current
        self._jumping = True
        self.hits = ()
        self.positions = Positions(review.report.text if review else "")
        document = make_document(review, self.positions, self.font(), self._theme, self)
        self.show_document(document)
        self._set_font()
        self.fit(0)
        self._jumping = False
        self._find_marks()

    def _on_reassessed(self, row: int) -> None:
        if row == self._desk.row:
            top = self.firstVisibleBlock().blockNumber()
            hits = self.hits
            self._show_current()
            self.fit(top)
            self.show_hits(hits)

    def _on_decided(self, row: int, about: str) -> None:
        if row == self._desk.row:
            self.changes += 1
            self.marks.renew(about)
            self._gaps = None
            self._marking.begin()
            self.viewport().update()

    def _find_marks(self) -> None:
        review = self._desk.current if self.marks_shown else None
        self.changes += 1
        self.marks = MarkIndex(review)
        self._gaps = None
        self._marking.begin()
        self.viewport().update()

    def _mark_soon(self) -> None:
        self._marking.begin()

    def _mark_visible(self) -> None:
        first, last = self.visible_span()
        self.setExtraSelections(self._painter.selections(first, last, self._desk.element_id))
        topmost = self.cursorForPosition(QPoint(0, 1)).position()
        self._desk.top = self.positions.from_qt(topmost)
        self.drawn.emit()

    def _show_place(self, span: Span, at_top: bool) -> None:
        self._jumping = True
        cursor = self.cursor_at(span.start)
        height = self.viewport().height()
        self.blockBoundingRect(cursor.block())  # sets the lines, so that they can be counted
        top = self.cursorRect(cursor).top()
        bottom = self.cursorRect(self.cursor_at(span.end)).bottom()
        in_sight = height * _TOP_LINE <= top and min(bottom, top + height / 2) <= (
            height * _LOWEST_LINE
        )
        self.setTextCursor(cursor)
        if at_top or not in_sight:
            line = _TOP_LINE if at_top else _MIDDLE_LINE
            pitch = max(1, self.cursorRect(cursor).height())
            above = 0 if at_top else int(height * line / (pitch * 1.3))
            self.verticalScrollBar().setValue(self.line_of(span.start) - above)
        self._jumping = False
        self._marking.begin()

    def _on_scrolled(self) -> None:
        self._marking.begin()
        if not self._jumping:
            line = QPoint(0, int(self.viewport().height() * _READING_LINE))
            self._desk.read_at(self.positions.from_qt(self.cursorForPosition(line).position()))

    def _on_cursor_moved(self) -> None:
        if not self._jumping:
            self._desk.read_at(self.positions.from_qt(self.textCursor().position()))

    def _segment_at(self, point: QPoint) -> Segment | None:
        place = self.positions.from_qt(self.cursorForPosition(point).position())
        return next((s for s in self.segments if place in s.span), None)

    def _select_at(self, point: QPoint) -> None:
        here = self._segment_at(point)
        if here is not None:
            self._desk.select_element(next_of(here.element_ids, self._desk.element_id), jump=False)

    def _select_sentence(self, point: QPoint) -> None:
        place = self.cursorForPosition(point)
        block = place.block()
        start, end = sentence_around(block.text(), place.positionInBlock())
        place.setPosition(block.position() + start)
        place.setPosition(block.position() + end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(place)

    def _tip(self, point: QPoint) -> str:
        here, review = self._segment_at(point), self._desk.current
        if here is None or review is None:
            return ""
        return self._painter.describe(here, review)


def sentence_around(text: str, position: int) -> tuple[int, int]:
    """Return where the sentence around `position` begins and ends, without blanks (Qt units)."""
    units = text.encode("utf-16-le")
    if not units:
        return 0, 0
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Sentence, text)
    finder.setPosition(min(position, len(units) // 2 - 1))
    end = finder.toNextBoundary()
    start = finder.toPreviousBoundary()
    sentence = units[2 * start : 2 * end].decode("utf-16-le")
    start += len(sentence) - len(sentence.lstrip())  # a blank is one unit
    return start, start + len(sentence.strip().encode("utf-16-le")) // 2


def next_of(ids: tuple[str, ...], current: str) -> str:
    """Return the id after `current`, round the end; the first where `current` is none of them."""
    return ids[(ids.index(current) + 1) % len(ids)] if current in ids else ids[0]
