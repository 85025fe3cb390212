"""Work that is done ahead of the user: in the background, and only while nothing else happens."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.gui.pausing import Pause
from reviewer.gui.tasks import Tasks


class Unhurried(QObject):
    """Has tasks of its own, which wait for no file and of which no bar tells.

    What calls for work begins `_pause`; `_begin` starts it when nothing more comes.
    """

    def __init__(self, pause_ms: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._pause = Pause(self._begin, self, pause_ms)

    @property
    def busy(self) -> bool:
        """Whether anything is being worked on, or will be."""
        return self._pause.isActive() or self._tasks.busy

    def shut_down(self) -> None:
        """Stop, as the program ends."""
        self._pause.stop()
        self._tasks.shut_down()

    def _begin(self) -> None:
        raise NotImplementedError
