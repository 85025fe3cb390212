"""An application that notes how long each event takes to be handled, for the bench."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication


@dataclass(frozen=True, slots=True)
class Handled:
    """How long something took to be handled: by the clock, and of it in this thread, in ms."""

    wall: float
    work: float


class WatchedApplication(QApplication):
    """Notes the slowest event of each kind, by name, in `slowest`.

    What an event sets off at once is part of it.
    """

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self.slowest: dict[str, Handled] = {}
        self._depth = 0

    def notify(self, receiver: QObject, event: QEvent) -> bool:
        """Handle an event, and note how long that took unless it is part of another one."""
        if self._depth:
            return super().notify(receiver, event)
        # Named before: an event and its receiver may be gone afterwards.
        what = f"{event.type().name} of {type(receiver).__name__}"
        with self.watching(what):
            return super().notify(receiver, event)

    def watching(self, what: str) -> _Watch:
        """Return a block that counts as one handler."""
        return _Watch(self, what)


class _Watch:
    def __init__(self, application: WatchedApplication, what: str) -> None:
        self._application = application
        self._what = what

    def __enter__(self) -> None:
        self._application._depth += 1
        self._begun = time.perf_counter(), time.thread_time()

    def __exit__(self, *_: object) -> None:
        wall, work = time.perf_counter() - self._begun[0], time.thread_time() - self._begun[1]
        app = self._application
        app._depth -= 1
        known = app.slowest.get(self._what)
        if known is None or wall * 1e3 > known.wall:
            app.slowest[self._what] = Handled(wall * 1e3, work * 1e3)
