"""Return beside words that are looked for: it goes to a place with them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent


def goes_to_place(event: QEvent, go: Callable[[int], object]) -> bool:
    """Let Return go to the next place (1) and Shift+Return to the one before (-1).

    Return whether the event was one of these keys and is settled: it accepts no element then.
    """
    if not isinstance(event, QKeyEvent) or event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return False
    if event.type() is QEvent.Type.ShortcutOverride:
        event.accept()
        return True
    if event.type() is QEvent.Type.KeyPress:
        go(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        return True
    return False
