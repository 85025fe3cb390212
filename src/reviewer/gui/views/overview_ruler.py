"""The strip beside the scroll bar: the whole report at a glance, with all that is marked in it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from reviewer.checklist import Verdict
from reviewer.gui.desk import Desk
from reviewer.gui.theme import Theme
from reviewer.gui.views.report_text import ReportText
from reviewer.report import Span

# Each kind has a lane of its own, so that kinds differ by place as well as by colour.
_LANES = 3
_WEAK_LANE, _MISSING_LANE, _FOUND_LANE = range(_LANES)


class OverviewRuler(QWidget):
    """Weak passages, places of missing elements and hits of a search; a click goes there."""

    def __init__(self, text: ReportText, desk: Desk, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("overviewRuler")
        self.setAccessibleName(self.tr("Overview of the marks"))
        self.setToolTip(self.tr("Left weak, middle missing, right found; click to go there"))
        self._text = text
        self._desk = desk
        self._theme = theme
        self._picture: QPixmap | None = None
        self._drawn_from: object = None
        text.drawn.connect(self._renew)
        text.verticalScrollBar().rangeChanged.connect(self._renew)

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 9 // 10, 0)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._picture is None:
            self._picture = self._draw()
        painter.drawPixmap(0, 0, self._picture)
        first = self._text.firstVisibleBlock().firstLineNumber()
        bar = self._text.verticalScrollBar()
        top = self._y(max(first, bar.value()))
        height = max(4.0, self._y(bar.pageStep()))
        painter.setPen(self._theme.color("muted"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(0.5, top + 0.5, self.width() - 1.5, height - 1.0), 2, 2)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._picture = None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._picture = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._go(event)

    def _renew(self) -> None:
        bar = self._text.verticalScrollBar()
        text = self._text
        drawn_from = (
            id(text.document()),
            text.changes,
            text.document().lineCount(),
            bar.maximum(),
        )
        if drawn_from != self._drawn_from:
            self._drawn_from = drawn_from
            self._picture = None
        self.update()

    def _lines(self) -> int:
        return max(1, self._text.document().lineCount())

    def _y(self, line: int) -> float:
        return line * self.height() / max(self._lines(), self._text.verticalScrollBar().pageStep())

    def _draw(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(self._theme.color("base"))
        painter = QPainter(picture)
        text = self._text
        for span in self._thinned(text.marks.of(Verdict.WEAK)):
            self._tick(painter, span, _WEAK_LANE, self._theme.color("weak"))
        for gap in text.gaps:
            span = Span(gap.place, gap.place)
            self._tick(painter, span, _MISSING_LANE, self._theme.color("missing"))
        for span in self._thinned(text.hits):
            self._tick(painter, span, _FOUND_LANE, self._theme.color("accent"))
        painter.end()
        return picture

    def _thinned(self, spans: Iterable[Span]) -> Iterable[Span]:
        """Return one span for each two pixels: thousands of passages are a few ticks."""
        length = max(1, self._text.document().characterCount())
        step = max(1, 2 * length // max(1, self.height()))
        return {span.start // step: span for span in spans}.values()

    def _tick(self, painter: QPainter, span: Span, lane: int, color: QColor) -> None:
        width = self.width() / _LANES
        line = self._text.line_of(span.start)
        painter.fillRect(QRectF(lane * width + 1, self._y(line), width - 2, 3.0), color)

    def _go(self, event: QMouseEvent) -> None:
        share = event.position().y() / max(1, self.height())
        bar = self._text.verticalScrollBar()
        line = share * max(self._lines(), bar.pageStep())
        bar.setValue(int(line - bar.pageStep() / 2))
