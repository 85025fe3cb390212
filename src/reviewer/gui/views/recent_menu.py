"""A menu of the files used of late."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget


class RecentMenu(QMenu):
    """Lists the paths that `recent` returns whenever it opens; `chosen(path)` follows a choice."""

    chosen = Signal(str)

    def __init__(self, recent: Callable[[], tuple[str, ...]], title: str, window: QWidget) -> None:
        super().__init__(title, window)
        self._recent = recent
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        paths = self._recent()
        for path in paths:
            entry = self.addAction(path.replace("&", "&&"))
            entry.triggered.connect(partial(self._choose, path))
        if not paths:
            self.addAction(self.tr("None yet")).setEnabled(False)

    def _choose(self, path: str) -> None:
        self.chosen.emit(path)
