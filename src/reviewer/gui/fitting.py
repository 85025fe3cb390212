"""The first size of a window: what it would like, within what the screen has."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


def resize_to_fit(window: QWidget, width: int, height: int) -> None:
    """Give a window `width` and `height` (pixels), less where the screen has less to give."""
    em = window.fontMetrics().height()
    frame = QSize(em, em * 3)  # the title bar and the edges, which Qt does not know before
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() - frame))
