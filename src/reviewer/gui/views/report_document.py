"""Makes the QTextDocument that shows a report: headings bold, frame lines dimmed."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from reviewer.gui.positions import Positions, shown
from reviewer.gui.theme import Theme
from reviewer.report import Span
from reviewer.review import Review

_LINE_HEIGHT_PERCENT = 160.0
_INDENT_EM = 2.0
_MARGIN_EM = 1.5


def make_document(
    review: Review | None, positions: Positions, font: QFont, theme: Theme, parent: QObject
) -> QTextDocument:
    """Return a document with the text of `review`; every code point keeps its place."""
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    em = QFontMetricsF(font).height() / 1.3
    document.setDocumentMargin(_MARGIN_EM * em)
    if review is None:
        return document
    document.setPlainText(shown(review.report.text))
    painter = _Formatter(document, positions)
    painter.lines(None, _line_format(_INDENT_EM * em))
    _format_frame(painter, review, theme)
    _format_headings(painter, review)
    return document


class _Formatter:
    """Merges formats into stretches given in code points."""

    def __init__(self, document: QTextDocument, positions: Positions) -> None:
        self._document = document
        self._positions = positions

    def _cursor(self, span: Span | None) -> QTextCursor:
        cursor = QTextCursor(self._document)
        if span is None:
            cursor.select(QTextCursor.SelectionType.Document)
        else:
            start, end = self._positions.span_to_qt(span)
            cursor.setPosition(start)
            cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def lines(self, span: Span | None, style: QTextBlockFormat) -> None:
        """Format the paragraphs `span` touches, all of them for None."""
        self._cursor(span).mergeBlockFormat(style)

    def characters(self, span: Span, style: QTextCharFormat) -> None:
        """Format the characters of `span`."""
        self._cursor(span).mergeCharFormat(style)


def _line_format(indent: float) -> QTextBlockFormat:
    line = QTextBlockFormat()
    proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
    line.setLineHeight(_LINE_HEIGHT_PERCENT, proportional.value)
    line.setTextIndent(indent)
    return line


def _format_frame(painter: _Formatter, review: Review, theme: Theme) -> None:
    dimmed = QTextCharFormat()
    dimmed.setForeground(theme.color("frame_line"))
    dimmed.setProperty(QTextFormat.Property.FontSizeAdjustment, -1)
    flush = QTextBlockFormat()
    flush.setTextIndent(0)
    for block in review.report.blocks:
        if block.frame:
            painter.characters(block.span, dimmed)
            painter.lines(block.span, flush)


def _format_headings(painter: _Formatter, review: Review) -> None:
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    for section, _ in review.outline.walk():
        painter.characters(section.heading, bold)
    title = review.outline.front.title
    if title is not None:
        bold.setProperty(QTextFormat.Property.FontSizeAdjustment, 1)
        painter.characters(title.span, bold)
        centered = QTextBlockFormat()
        centered.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        centered.setTextIndent(0)
        painter.lines(title.span, centered)
    if review.outline.front.addressee is not None:
        flush = QTextBlockFormat()
        flush.setTextIndent(0)
        painter.lines(review.outline.front.addressee.span, flush)
