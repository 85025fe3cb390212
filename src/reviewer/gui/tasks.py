"""Work off the UI thread: one helper that runs items one after another, with progress and cancel.

Results and errors come back on the UI thread. An error of one item does not stop the others.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot

# Seconds until a thread that works must let one that waits go on. Python's own 5 ms are waited for
# at every call into Qt, and painting the window has a hundred of them.
_TURN = 0.0005

Item = TypeVar("Item")
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Job(Generic[Item, Result]):
    """What to do: `work` runs in the background for each item, the rest on the UI thread.

    `label` tells a person what is done with an item. With `on_dropped` a cancelled job still tells
    how the item at work ended; `on_dropped` is called for each item that was never begun.
    """

    items: Sequence[Item]
    work: Callable[[Item], Result]
    label: Callable[[Item], str]
    on_result: Callable[[Item, Result], None]
    on_error: Callable[[Item, Exception], None]
    on_finished: Callable[[], None] | None = None
    on_dropped: Callable[[Item], None] | None = None


class _Entry:
    """A job in the queue; both threads agree here on which items are begun."""

    def __init__(self, job: Job[object, object]) -> None:
        self.job = job
        self._lock = threading.Lock()
        self._begun = 0
        self._cancelled = False

    def begin(self) -> bool:
        """Note in the worker that an item begins; False where the job was cancelled."""
        with self._lock:
            if self._cancelled:
                return False
            self._begun += 1
            return True

    def cancel(self) -> int:
        """Let no further item begin; return how many did."""
        with self._lock:
            self._cancelled = True
            return self._begun


class _Bridge(QObject):
    """Carries news of the worker thread to the UI thread."""

    begun = Signal(object, int)
    done = Signal(object, int, object)
    failed = Signal(object, int, object)
    finished = Signal(object)


class _Run(QRunnable):
    def __init__(self, entry: _Entry, bridge: _Bridge):
        super().__init__()
        self._entry = entry
        self._job = entry.job
        self._bridge = bridge

    def run(self) -> None:
        for index, item in enumerate(self._job.items):
            if not self._entry.begin():
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
        sys.setswitchinterval(_TURN)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: list[_Entry] = []
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
        entry = _Entry(job)  # type: ignore[arg-type]
        self._waiting.append(entry)
        self._pool.start(_Run(entry, self._bridge))

    def cancel(self) -> None:
        """Drop everything that waits; what is at work ends unheard, or heard with `on_dropped`."""
        cancelled, self._waiting = self._waiting, []
        for entry in cancelled:
            begun = entry.cancel()
            job = entry.job
            if job.on_dropped is None:
                continue
            if begun:
                self._waiting.append(entry)
            for item in job.items[begun:]:
                job.on_dropped(item)
        if not self._waiting:
            self.idle.emit()

    def wait(self, milliseconds: int = 10_000) -> None:
        """Let the item at work end, after `cancel`; it may take longer than that."""
        self._pool.waitForDone(milliseconds)

    def shut_down(self, milliseconds: int = 3000) -> None:
        """Cancel and wait for the running item, at most `milliseconds`."""
        self.cancel()
        self._pool.waitForDone(milliseconds)

    def _wanted(self, job: Job[object, object]) -> bool:
        return any(entry.job is job for entry in self._waiting)

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
        self._waiting = [entry for entry in self._waiting if entry.job is not job]
        if job.on_finished is not None:
            job.on_finished()
        if not self._waiting:
            self.idle.emit()
