"""A list of things, one of which is chosen and something done with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.fitting import resize_to_fit

_Thing = TypeVar("_Thing")


class ChoosingDialog(QDialog, Generic[_Thing]):
    """Shows things by their lines; `take` gets the one chosen by the button called `verb`."""

    def __init__(
        self,
        words: str,
        things: Sequence[tuple[str, _Thing]],
        verb: str,
        take: Callable[[_Thing], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._things = things
        self._take = take
        label = QLabel(words)
        label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(words)
        self.list.setWordWrap(True)
        self.list.addItems([line for line, _ in things])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.go = self.buttons.addButton(verb, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setEnabled(bool(things))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.list, self.buttons):
            column.addWidget(widget)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 34, em * 20)

    def accept(self) -> None:
        _, chosen = self._things[self.list.currentRow()]
        super().accept()
        self._take(chosen)
