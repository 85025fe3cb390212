"""Two texts side by side that scroll together, with what differs between them marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.compare.differences import DifferenceKind
from reviewer.compare.rows import Row
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.positions import Positions, shown
from reviewer.gui.theme import Theme
from reviewer.gui.views.reading_text import ReadingText
from reviewer.gui.views.text_layout import set_text
from reviewer.report import Span

_TINTS = {
    DifferenceKind.CHANGED: "weak_tint",
    DifferenceKind.ADDED: "present_tint",
    DifferenceKind.REMOVED: "missing_tint",
}


class SideBySide(QDialog):
    """Left and right text; where `rows` belong together they stand at the same height.

    `lost` are things said that have no place any more. With `take`, the window asks whether the
    right text is to take the left one's place.
    """

    def __init__(
        self,
        titles: tuple[str, str],
        rows: Sequence[Row],
        theme: Theme,
        parent: QWidget | None = None,
        *,
        lost: Sequence[str] = (),
        take: Callable[[], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._theme = theme
        self._rows = rows
        self._scrolling = False
        self._take = take
        self._changes = [i for i, row in enumerate(rows) if row.kind is not DifferenceKind.SAME]
        self._at = -1
        self.left, self.right = self._sides(titles)
        self.together = QCheckBox(self.tr("Scroll &together"))
        self.together.setChecked(True)
        self._lay_out(titles, lost)
        self.left.verticalScrollBar().valueChanged.connect(self._follow_left)
        self.right.verticalScrollBar().valueChanged.connect(self._follow_right)

    def next_change(self) -> None:
        """Show the next row in which the sides differ, round the end."""
        if self._changes:
            self._at = (self._at + 1) % len(self._changes)
            for view in (self.left, self.right):
                block = view.document().findBlockByNumber(self._changes[self._at])
                view.setTextCursor(QTextCursor(block))
                view.centerCursor()

    def accept(self) -> None:
        super().accept()
        if self._take is not None:
            self._take()

    def _lay_out(self, titles: tuple[str, str], lost: Sequence[str]) -> None:
        columns = QHBoxLayout()
        for title, view in zip(titles, (self.left, self.right), strict=True):
            side = QVBoxLayout()
            name = QLabel(title)
            name.setObjectName("panelName")
            side.addWidget(name)
            side.addWidget(view, 1)
            columns.addLayout(side, 1)
        whole = QVBoxLayout(self)
        whole.addLayout(columns, 1)
        if lost:
            whole.addWidget(QLabel(self.tr("What you decided on these passages has no place now:")))
            self.lost = QListWidget()
            self.lost.setAccessibleName(self.tr("Decisions without their place"))
            self.lost.addItems(lost)
            self.lost.setMaximumHeight(self.fontMetrics().height() * 7)
            whole.addWidget(self.lost)
        whole.addLayout(self._bottom())
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 72, em * 44)

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.together)
        self.next = QPushButton(self.tr("&Next difference ({n})").format(n=len(self._changes)))
        self.next.setEnabled(bool(self._changes))
        if self._take is None:
            self.next.hide()  # reports of two townships are not compared word by word
        self.next.clicked.connect(self.next_change)
        row.addWidget(self.next)
        row.addStretch(1)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Cancel if self._take else kinds.Close)
        if self._take is not None:
            words = self.tr("Let the New One Take Its &Place")
            self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        row.addWidget(self.buttons)
        return row

    def _sides(self, titles: tuple[str, str]) -> tuple[ReadingText, ReadingText]:
        left = [row.left for row in self._rows], [row.left_parts for row in self._rows]
        right = [row.right for row in self._rows], [row.right_parts for row in self._rows]
        font, sides = self._theme.text_font(), []
        for title, (texts, parts) in zip(titles, (left, right), strict=True):
            text = "\n".join(shown(text).replace("\n", " ") for text in texts)
            side = ReadingText(title)
            side.setFont(font)
            side.show_document(set_text(text, {}, font, side))
            side.setExtraSelections(self._marks(side, texts, parts))
            sides.append(side)
        return sides[0], sides[1]

    def _marks(
        self, view: ReadingText, texts: list[str], parts: list[tuple[Span, ...]]
    ) -> list[QTextEdit.ExtraSelection]:
        """Mark what differs; the paragraph around a small change is tinted, so that it is seen."""
        around = QTextCharFormat()
        around.setBackground(self._theme.color("slate_tint"))
        found = []
        for number in self._changes:
            kind, text = self._rows[number].kind, texts[number]
            style = QTextCharFormat()
            style.setBackground(self._theme.color(_TINTS[kind]))
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
            whole = Span(0, len(text))
            marked = [(whole, style)]
            if kind is DifferenceKind.CHANGED:
                marked = [(whole, around), *((part, style) for part in parts[number])]
            begin = view.document().findBlockByNumber(number).position()
            positions = Positions(text)
            for span, look in marked:
                if span:
                    start, end = positions.span_to_qt(span)
                    found.append(view.marked(begin + start, begin + end, look))
        return found

    def _follow_left(self) -> None:
        self._follow(self.left, self.right)

    def _follow_right(self) -> None:
        self._follow(self.right, self.left)

    def _follow(self, moved: ReadingText, other: ReadingText) -> None:
        """Bring the row on top of one side to the top of the other."""
        if self._scrolling or not self.together.isChecked():
            return
        self._scrolling = True
        top = moved.firstVisibleBlock()
        inside = moved.verticalScrollBar().value() - top.firstLineNumber()
        block = other.document().findBlockByNumber(top.blockNumber())
        last = max(0, block.lineCount() - 1)
        other.verticalScrollBar().setValue(block.firstLineNumber() + min(inside, last))
        self._scrolling = False
