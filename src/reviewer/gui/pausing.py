"""What happens often is answered once, when nothing more comes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


class Pause(QTimer):
    """Calls `answer` once, so many milliseconds after the last of any number of begins.

    Without `milliseconds` it does so as soon as the event at hand is done.
    """

    def __init__(self, answer: Callable[[], object], owner: QObject, milliseconds: int = 0) -> None:
        super().__init__(owner)
        self.setSingleShot(True)
        self.setInterval(milliseconds)
        self.timeout.connect(answer)

    def begin(self) -> None:
        """Wait from now on; for signals of any kind.

        QTimer.start must not be connected to one that carries a number: it would take that for
        its interval.
        """
        self.start()
