"""Sets the lines of a report: a measured column, first-line indents, an even pitch.

Paragraphs are set when they come into sight, so that half a million characters cost what a page
costs. Until then a paragraph counts as many lines as its characters would fill, which is nearly
exact for Chinese; so the scroll bar tells the truth from the start.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from math import ceil

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextDocumentLayout

from reviewer.gui.positions import Positions, shown
from reviewer.gui.theme import Theme
from reviewer.report import Span
from reviewer.review import Review

_PITCH_EM = 1.85  # from line to line
_INDENT_EM = 2.0
_TITLE_STEPS = 2  # of size above the text
_LONGEST_LINE_EM = 44.0  # more characters in a line are hard to come back from
_MARGIN_EM = 1.5
_MARGIN_SHARE = 0.03  # of a narrow page, so that it is not all margin
LEAST_LINE_EM = 20.0  # what a narrow page has to hold between its margins


@dataclass(slots=True)
class LineStyle:
    """How one line of the report's text is set. `marks` have UTF-16 positions in the line."""

    marks: list[tuple[int, int, QTextCharFormat]] = field(default_factory=list)
    indent: float = _INDENT_EM
    centered: bool = False

    def formats(self) -> list[QTextLayout.FormatRange]:
        """Return the marks as Qt wants them; made when the line comes into sight."""
        made = []
        for start, end, style in self.marks:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, style
            made.append(part)
        return made


class TextLayout(QPlainTextDocumentLayout):
    """The layout of one report's document."""

    def __init__(self, document: QTextDocument, text: str, styles: Mapping[int, LineStyle]) -> None:
        super().__init__(document)
        self._styles = styles
        self._lengths = [_length_em(line) for line in text.split("\n")]
        self._room = 0.0
        self._em = 1.0
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._plain = LineStyle()

    def set_room(self, room: float) -> None:
        """Set all lines anew for a view `room` pixels wide."""
        self._room = room
        self._em = QFontMetricsF(self.document().defaultFont()).horizontalAdvance("一")
        self.document().markContentsDirty(0, self.document().characterCount())
        in_line = max(1.0, self._column()[1] // self._em)
        block = self.document().begin()
        for length in self._lengths:
            block.setLineCount(ceil((length + _INDENT_EM) / in_line))
            block = block.next()
        self.documentSizeChanged.emit(self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if block.isValid() and not block.layout().lineCount():
            self._set(block)
        area = super().blockBoundingRect(block)
        layout = block.layout()
        if layout.lineCount():
            last = layout.lineAt(layout.lineCount() - 1).height()
            area.adjust(0, 0, 0, max(0.0, (_PITCH_EM * self._em - last) / 2))
        return area

    def _column(self) -> tuple[float, float]:
        """Return the left edge and the width of the column."""
        em = self._em
        margin = min(_MARGIN_EM * em, _MARGIN_SHARE * self._room)
        width = max(em * 4, min(self._room - 2 * margin, _LONGEST_LINE_EM * em))
        return max(margin, (self._room - width) / 2), width

    def _set(self, block: QTextBlock) -> None:
        style = self._styles.get(block.blockNumber(), self._plain)
        left, width = self._column()
        em, layout = self._em, block.layout()
        layout.setTextOption(self._option)
        layout.setFormats(style.formats())
        indent, y = style.indent * em, 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - indent)
            pitch = max(_PITCH_EM * em, line.height())
            x = left + indent
            if style.centered:
                x = left + (width - min(width, line.naturalTextWidth())) / 2
            line.setPosition(QPointF(x, y + (pitch - line.height()) / 2))
            y += pitch
            indent = 0.0
        layout.endLayout()
        before = self.document().lineCount()
        block.setLineCount(max(1, layout.lineCount()))
        if self.document().lineCount() != before:
            self.documentSizeChanged.emit(self.documentSize())


def _length_em(line: str) -> float:
    """Return about how long `line` is: half an em for ASCII, one for Chinese, by its bytes."""
    return (len(line) + len(line.encode(errors="replace"))) / 4


def least_room(font: QFont) -> int:
    """Return how many pixels a view needs for lines of LEAST_LINE_EM in `font`."""
    em = QFontMetricsF(font).horizontalAdvance("一")
    return ceil(LEAST_LINE_EM * em / (1 - 2 * _MARGIN_SHARE))


def make_document(
    review: Review | None, positions: Positions, font: QFont, theme: Theme, parent: QObject
) -> QTextDocument:
    """Return a document with the text of `review`; every code point keeps its place."""
    text = shown(review.report.text) if review else ""
    return set_text(text, _Styles(review, positions, theme).by_line if review else {}, font, parent)


def set_text(
    text: str, styles: Mapping[int, LineStyle], font: QFont, parent: QObject
) -> QTextDocument:
    """Return a document with `text`; lines without a style of their own are plain paragraphs."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    document.setDocumentLayout(TextLayout(document, text, styles))
    document.setPlainText(text)
    return document


def _larger(steps: int, weight: int) -> QTextCharFormat:
    """Return the look of words `steps` of size above the text, of a weight from 100 to 900."""
    style = QTextCharFormat()
    style.setFontWeight(weight)
    style.setProperty(QTextFormat.Property.FontSizeAdjustment, steps)
    return style


class _Styles:
    """Finds the lines that are not set like plain paragraphs."""

    def __init__(self, review: Review, positions: Positions, theme: Theme) -> None:
        text = review.report.text
        self._positions = positions
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)
        self.by_line: dict[int, LineStyle] = {}
        self._frame(review, theme)
        self._headings(review, theme)
        self._opening(review)

    def _lines(self, span: Span) -> range:
        first = bisect_right(self._starts, span.start) - 1
        last = bisect_right(self._starts, max(span.start, span.end - 1)) - 1
        return range(first, last + 1)

    def _style(self, line: int) -> LineStyle:
        return self.by_line.setdefault(line, LineStyle())

    def _mark(self, span: Span, style: QTextCharFormat) -> None:
        start, end = self._positions.span_to_qt(span)
        for line in self._lines(span):
            origin = self._positions.to_qt(self._starts[line])
            self._style(line).marks.append((max(0, start - origin), end - origin, style))

    def _frame(self, review: Review, theme: Theme) -> None:
        dimmed = QTextCharFormat()
        dimmed.setForeground(theme.color("frame_line"))
        dimmed.setProperty(QTextFormat.Property.FontSizeAdjustment, -1)
        for block in review.report.blocks:
            if block.frame:
                self._mark(block.span, dimmed)
                self._style(self._lines(block.span)[0]).indent = 0.0

    def _headings(self, review: Review, theme: Theme) -> None:
        looks = theme.fonts.headings
        formats = [_larger(look.size, look.weight) for look in looks]
        for section, _ in review.outline.walk():
            self._mark(section.heading, formats[section.level - 1])
            first = self._lines(section.heading)[0]
            self._style(first).indent = looks[section.level - 1].indent

    def _opening(self, review: Review) -> None:
        front = review.outline.front
        if front.title is not None:
            self._mark(front.title.span, _larger(_TITLE_STEPS, QFont.Weight.Bold))
            for line in self._lines(front.title.span):
                self._style(line).centered = True
                self._style(line).indent = 0.0
        if front.addressee is not None:
            for line in self._lines(front.addressee.span):
                self._style(line).indent = 0.0
