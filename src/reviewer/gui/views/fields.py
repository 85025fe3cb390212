"""The two fields of a decision: points and comment.

Both leave the keys of the program's actions alone where the field has no use for them itself.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox, QPlainTextEdit, QWidget

STEP = 0.5  # points
_NO_POINTS = -STEP  # shown as a dash
_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class PointsBox(QDoubleSpinBox):
    """Points in halves; `given` tells what the user set, None for none."""

    given = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("points")
        self.setDecimals(1)
        self.setSingleStep(STEP)
        self.setSpecialValueText("–")
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setKeyboardTracking(False)
        self._showing = False
        self.valueChanged.connect(self._on_changed)

    def show_points(self, points: float | None, possible: float) -> None:
        """Show points out of those possible without telling of a change."""
        self._showing = True
        self.setRange(_NO_POINTS, possible)
        self.setValue(_NO_POINTS if points is None else points)
        self._showing = False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.interpretText()  # what was typed is given before the element is accepted
            if any(event.matches(key) for key in _UNDO_KEYS):
                event.ignore()  # decisions are undone here, not digits
                return False
        return super().event(event)

    def _on_changed(self, value: float) -> None:
        if not self._showing:
            self.given.emit(None if value < 0 else round(value / STEP) * STEP)


class CommentEdit(QPlainTextEdit):
    """A comment; `left` tells that the user leaves it."""

    left = Signal()

    def sizeHint(self) -> QSize:
        """Return the size of two short lines, the least to write a sentence in."""
        line = self.fontMetrics().lineSpacing()
        return QSize(line * 8, line * 5 // 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undoes = event.matches(QKeySequence.StandardKey.Undo)
            if undoes and not self.document().isUndoAvailable():
                event.ignore()  # nothing typed to take back: the last decision is meant
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)
