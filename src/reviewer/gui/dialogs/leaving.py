"""What is asked before the window closes while something would be lost by it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from reviewer.gui.keeping import Keeper
from reviewer.gui.writing import Writing


class _Answer(Enum):
    STAY = 0
    TRY_AGAIN = 1
    LEAVE = 2


class Leaving(QObject):
    """Lets the window close only with nothing lost, or with the user's word that it may be."""

    def __init__(self, writing: Writing, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = writing
        self._keeper = keeper

    def may_leave(self, window: QWidget) -> bool:
        """Ask over `window` where something would be lost; return whether it may close."""
        return self._is_written(window) and self._decisions_are_kept(window)

    def _is_written(self, window: QWidget) -> bool:
        if not self._writing.pending:
            return True
        text = self.tr("Files are still being written.")
        more = self.tr("The window closes as soon as they are there.")
        box = _box(window, text, more)
        _add(box, self.tr("&Stay"), _Answer.STAY)
        _add(box, self.tr("&Quit Without Them"), _Answer.LEAVE)
        outcome: list[bool] = []

        def settle(written: bool) -> None:
            outcome.append(written)
            box.done(0)

        self._writing.settled.connect(settle)
        answer = _ask(box)
        self._writing.settled.disconnect(settle)
        # Where writing failed, the message that says so must be seen.
        return outcome[0] if outcome else answer is _Answer.LEAVE

    def _decisions_are_kept(self, window: QWidget) -> bool:
        answer = _Answer.TRY_AGAIN
        while answer is _Answer.TRY_AGAIN:
            self._keeper.retry()
            count = self._keeper.unsaved
            if not count:
                return True
            text = self.tr("Decisions not yet written to the project file: {count}")
            more = self.tr(
                "They are lost if you quit now. Make room on the disk or let the file be written,"
                " then try again."
            )
            box = _box(window, text.format(count=count), more)
            _add(box, self.tr("&Stay"), _Answer.STAY)
            _add(box, self.tr("&Try Again"), _Answer.TRY_AGAIN)
            lose = self.tr("&Quit and Lose {count}").format(count=count)
            _add(box, lose, _Answer.LEAVE)
            answer = _ask(box)
        return answer is _Answer.LEAVE


def _box(window: QWidget, text: str, more: str) -> QMessageBox:
    box = QMessageBox(window)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(window.windowTitle())
    box.setText(text)
    box.setInformativeText(more)
    return box


def _add(box: QMessageBox, text: str, answer: _Answer) -> None:
    roles = QMessageBox.ButtonRole
    role = roles.DestructiveRole if answer is _Answer.LEAVE else roles.AcceptRole
    button: QPushButton = box.addButton(text, roles.RejectRole if answer is _Answer.STAY else role)
    button.setProperty("answer", answer.value)
    if answer is _Answer.STAY:  # what Enter and Escape mean: nothing is lost
        box.setDefaultButton(button)
        box.setEscapeButton(button)


def _ask(box: QMessageBox) -> _Answer:
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return _Answer(clicked.property("answer")) if clicked else _Answer.STAY
