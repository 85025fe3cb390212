"""Work off the UI thread: one helper that runs items one after another, with progress and cancel.

Results and errors come back on the UI thread. An error of one item does not stop the others.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Job(Generic[Item, Result]):
    """What to do: `work` runs in the background for each item, the rest on the UI thread.

    `label` tells a person what is done with an item.
    """

    items: Sequence[Item]
    work: Callable[[Item], Result]
    label: Callable[[Item], str]
    on_result: Callable[[Item, Result], None]
    on_error: Callable[[Item, Exception], None]
    on_finished: Callable[[], None] | None = None


class _Bridge(QObject):
    """Carries news of the worker thread to the UI thread."""

    begun = Signal(object, int)
    done = Signal(object, int, object)
    failed = Signal(object, int, object)
    finished = Signal(object)


class _Run(QRunnable):
    def __init__(self, job: Job[object, object], cancelled: threading.Event, bridge: _Bridge):
        super().__init__()
        self._job = job
        self._cancelled = cancelled
        self._bridge = bridge

    def run(self) -> None:
        for index, item in enumerate(self._job.items):
            if self._cancelled.is_set():
                break
            self._bridge.begun.emit(self._job, index)
            try:
                result = self._job.work(item)
            except Exception as error:  # noqa: BLE001 - it is handed on, not hushed up
                self._bridge.failed.emit(self._job, index, error)
            else:
                self._bridge.done.emit(self._job, index, result)
        self._bridge.finished.emit(self._job)


class Tasks(QObject):
    """Runs jobs one after another in one background thread.

    `progressed(done, total, label)` counts the items of the job at work; `idle` says that nothing
    is left to do.
    """

    progressed = Signal(int, int, str)
    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: list[tuple[Job[object, object], threading.Event]] = []
        self._bridge = _Bridge()
        self._bridge.begun.connect(self._on_begun)
        self._bridge.done.connect(self._on_done)
        self._bridge.failed.connect(self._on_failed)
        self._bridge.finished.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether any job is waiting or running."""
        return bool(self._waiting)

    def start(self, job: Job[Item, Result]) -> None:
        """Queue `job` and return at once."""
        cancelled = threading.Event()
        self._waiting.append((job, cancelled))  # type: ignore[arg-type]
        self._pool.start(_Run(job, cancelled, self._bridge))  # type: ignore[arg-type]

    def cancel(self) -> None:
        """Drop everything that waits; what is at work just now ends unheard."""
        for _, cancelled in self._waiting:
            cancelled.set()
        self._waiting.clear()
        self.idle.emit()

    def shut_down(self, milliseconds: int = 3000) -> None:
        """Cancel and wait for the running item, at most `milliseconds`."""
        self.cancel()
        self._pool.waitForDone(milliseconds)

    def _wanted(self, job: Job[object, object]) -> bool:
        return any(waiting is job for waiting, _ in self._waiting)

    @Slot(object, int)
    def _on_begun(self, job: Job[object, object], index: int) -> None:
        if self._wanted(job):
            self.progressed.emit(index, len(job.items), job.label(job.items[index]))

    @Slot(object, int, object)
    def _on_done(self, job: Job[object, object], index: int, result: object) -> None:
        if self._wanted(job):
            job.on_result(job.items[index], result)

    @Slot(object, int, object)
    def _on_failed(self, job: Job[object, object], index: int, error: Exception) -> None:
        if self._wanted(job):
            job.on_error(job.items[index], error)

    @Slot(object)
    def _on_finished(self, job: Job[object, object]) -> None:
        if not self._wanted(job):
            return
        self._waiting = [entry for entry in self._waiting if entry[0] is not job]
        if job.on_finished is not None:
            job.on_finished()
        if not self._waiting:
            self.idle.emit()
