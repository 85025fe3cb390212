"""The first size of a window: what it would like, within what the screen has."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def room_on_screen(window: QWidget) -> QSize:
    """Return what the screen has for a window (pixels), less the frame round it."""
    em = window.fontMetrics().height()
    frame = QSize(em, em * 3)  # the title bar and the edges, which Qt does not know before
    return window.screen().availableSize() - frame


def resize_to_fit(window: QWidget, width: int, height: int) -> None:
    """Give a window `width` and `height` (pixels), less where the screen has less to give."""
    window.resize(QSize(width, height).boundedTo(room_on_screen(window)))
