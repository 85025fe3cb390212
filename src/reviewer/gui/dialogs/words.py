"""Asks for some words: why a finding is set aside, or what is said of the whole report."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.fitting import resize_to_fit


class WordsDialog(QDialog):
    """A field with sentences to choose from below; `say` gets the words on OK.

    With `needed`, OK waits for words. Ctrl+Return is OK.
    """

    def __init__(
        self,
        title: str,
        about: str,
        words: str,
        offered: list[str],
        say: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        needed: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._say = say
        self._needed = needed
        label = QLabel(about)
        label.setWordWrap(True)
        self.field = QPlainTextEdit(words)
        self.field.setAccessibleName(title)
        self.field.setTabChangesFocus(True)
        self.offered = QListWidget()
        self.offered.setAccessibleName(self.tr("Sentences to choose from"))
        self.offered.setWordWrap(True)
        self.offered.addItems(offered)
        self.offered.setVisible(bool(offered))
        self.offered.itemActivated.connect(lambda item: self._insert(item.text()))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.field, self.offered, self.buttons):
            column.addWidget(widget)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 30, em * (22 if offered else 14))
        self.field.textChanged.connect(self._check)
        self._check()
        self.field.setFocus()

    def accept(self) -> None:
        self._say(self.field.toPlainText().strip())
        super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._ok().click()
        else:
            super().keyPressEvent(event)

    def _ok(self) -> QWidget:
        return self.buttons.button(QDialogButtonBox.StandardButton.Ok)

    def _check(self) -> None:
        self._ok().setEnabled(not self._needed or bool(self.field.toPlainText().strip()))

    def _insert(self, words: str) -> None:
        self.field.textCursor().insertText(words)
        self.field.setFocus()
