"""Find in the text: a field, how many were found, the next and the previous one."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.indexing import TextIndex
from reviewer.gui.theme import Theme
from reviewer.gui.views.return_key import goes_to_place
from reviewer.report import Span


class FindBar(QFrame):
    """Looks for words in the report at hand; `found(spans)` follows every search."""

    found = Signal(list)
    closed = Signal()

    def __init__(
        self, desk: Desk, theme: Theme, index: TextIndex, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._desk = desk
        self._index = index
        self._spans: list[Span] = []
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Find in the text"))
        self.words.setAccessibleName(self.tr("Find in the text"))
        self.words.setClearButtonEnabled(True)
        self.words.setAcceptDrops(False)
        self.count = QLabel()
        self.count.setObjectName("muted")
        self.previous = self._button(theme, "previous", self.tr("Previous place"))
        self.next = self._button(theme, "next", self.tr("Next place"))
        self.close_button = self._button(theme, "close", self.tr("Close the search"))
        row = QHBoxLayout(self)
        gap = self.fontMetrics().averageCharWidth()
        row.setContentsMargins(2 * gap, gap // 2, gap, gap // 2)
        row.addWidget(self.words, 1)
        for widget in (self.count, self.previous, self.next, self.close_button):
            row.addWidget(widget)
        self.words.textChanged.connect(self._search)
        self.next.clicked.connect(self._go_on)
        self.previous.clicked.connect(self._go_back)
        self.close_button.clicked.connect(self.hide)
        desk.current_changed.connect(self._on_other_report)
        self.hide()

    def open(self, words: str = "") -> None:
        """Show the bar, with `words` to look for where there are some."""
        self.show()
        if words:
            self.words.setText(words)
        self.words.selectAll()
        self.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def look_for(self, words: str) -> None:
        """Mark `words` in every report taken to hand; none end the search."""
        if words:
            self.words.setText(words)
            self.show()
            self._search()
        else:
            self.hide()

    def go(self, step: int) -> None:
        """Show the next (1) or previous (-1) place, round the end."""
        if not self.isVisible():
            self.open()
        if not self._spans:
            return
        here = self._desk.place
        starts = [span.start for span in self._spans]
        after = bisect_right(starts, here)
        if step > 0:
            chosen = after % len(starts)
        else:
            chosen = (after - (2 if after and starts[after - 1] == here else 1)) % len(starts)
        self._desk.jump_to(self._spans[chosen])
        self._tell(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        return goes_to_place(event, self.go) or super().event(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.found.emit([])
        self.closed.emit()

    def _button(self, theme: Theme, icon: str, name: str) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setIcon(theme.icon(icon))
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _on_other_report(self) -> None:
        if self.isVisible():
            self._search()

    def _search(self) -> None:
        review = self._desk.current
        self._spans = self._index.of(review).find(self.words.text()) if review else []
        self._tell(-1)
        self.found.emit(self._spans)

    def _tell(self, chosen: int) -> None:
        total = len(self._spans)
        if not self.words.text().strip():
            self.count.clear()
        elif not total:
            self.count.setText(self.tr("Not found"))
        elif chosen < 0:
            self.count.setText(self.tr("{n} places").format(n=total))
        else:
            self.count.setText(f"{chosen + 1}/{total}")

    def _go_on(self) -> None:
        self.go(1)

    def _go_back(self) -> None:
        self.go(-1)
