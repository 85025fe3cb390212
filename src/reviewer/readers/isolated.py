"""Reads reports in a process of its own, so that a hang or crash of a parser stays there.

One worker process reads file after file and is started anew when it had to be ended. On POSIX it
bounds its own memory and life; on Windows a job object, which the parent holds, does both.
"""

from __future__ import annotations

import multiprocessing
import threading
import time
import traceback
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from typing import Protocol

from reviewer.readers.bounds import (
    bound_memory,
    bound_time,
    guard_process,
    ran_out_of_memory,
)
from reviewer.readers.limits import MEGABYTE, Limits
from reviewer.readers.processor_time import processor_seconds
from reviewer.readers.registry import read_report
from reviewer.report import Report
from reviewer.support.closing import Closing
from reviewer.support.errors import UnreadableReport

# A slow computer may take this long until the worker has loaded.
_START_SECONDS = 120.0
_END_SECONDS = 2.0
# Of a process with several threads this much later than its processor time is used up is told.
_SHORTEST_WAIT = 0.05
_DEFAULT_LIMITS = Limits()


class ReadsReport(Protocol):
    """What `read_report` offers."""

    def __call__(
        self, path: str, *, encoding: str | None = None, limits: Limits = _DEFAULT_LIMITS
    ) -> Report:
        """Read the file at `path`; raises UnreadableReport."""


class ReaderDefect(Exception):
    """What the worker did that no reader may do; its text is the traceback or the exit status."""


@dataclass(frozen=True, slots=True)
class _Task:
    path: str
    encoding: str | None
    limits: Limits


@dataclass(frozen=True, slots=True)
class _Answer:
    """A report, an error by code and details, or the traceback of a defect."""

    report: Report | None = None
    code: str = ""
    details: dict[str, object] | None = None
    defect: str = ""


@dataclass(slots=True)
class _Worker:
    process: SpawnProcess
    tasks: Connection
    answers: Connection
    guard: object
    memory: int
    ready: bool = False


class IsolatedReader(Closing):
    """Does what `read_report` does in another process; may be called from any thread.

    `limits` may be changed at any time and hold from the next file on; `read` is a function of a
    module, as the worker has to find it by its name.
    """

    def __init__(
        self, read: ReadsReport = read_report, *, limits: Limits = _DEFAULT_LIMITS
    ) -> None:
        self.limits = limits
        self._read = read
        self._worker: _Worker | None = None
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the worker now, to load while the caller does other things."""
        with self._lock:
            self._started(self.limits)

    def close(self) -> None:
        """End the worker; the next report starts another one."""
        with self._lock:
            self._end()

    def read(self, path: str, *, encoding: str | None = None) -> Report:
        """Read the file at `path` as `read_report` does, with the same errors.

        A reader that takes too long or too much memory ends in too-large, one that crashes in
        unreadable; a ReaderDefect is the cause where the process ended.
        """
        with self._lock:
            answer = self._ask(_Task(path, encoding, self.limits))
        if answer.report is not None:
            return answer.report
        cause = ReaderDefect(answer.defect) if answer.defect else None
        raise UnreadableReport(answer.code, **(answer.details or {})) from cause

    def _ask(self, task: _Task) -> _Answer:
        worker = self._started(task.limits)
        try:
            if not worker.ready:
                self._await_start(worker)
            before = processor_seconds(worker.process)
            worker.tasks.send(task)
            late = _late(worker, task, before)
            if late is not None:
                self._end()
                return late
            answer = worker.answers.recv()
        except (EOFError, OSError):
            worker.process.join(_END_SECONDS)
            status = worker.process.exitcode
            self._end()
            if ran_out_of_memory(status):
                return _beyond("memory", task, f"The reading process ended with status {status}.")
            return _crashed(task, f"The reading process ended with status {status}.")
        if not isinstance(answer, _Answer):
            self._end()
            return _crashed(task, "The reading process gave no answer.")
        if answer.code == "too-large":
            # Memory that was taken for a huge file is given back for certain.
            self._end()
        return answer

    def _started(self, limits: Limits) -> _Worker:
        worker = self._worker
        if worker is not None and worker.memory == limits.memory and worker.process.is_alive():
            return worker
        self._end()
        context = multiprocessing.get_context("spawn")
        # Two one-way pipes: a two-way one is a socket on POSIX, and the program opens none.
        task_reader, task_writer = context.Pipe(duplex=False)
        answer_reader, answer_writer = context.Pipe(duplex=False)
        process = context.Process(
            target=_work,
            args=(self._read, task_reader, answer_writer, limits.memory),
            name="report-reader",
            daemon=True,
        )
        process.start()
        task_reader.close()
        answer_writer.close()
        guard = guard_process(process.pid, limits.memory)
        self._worker = _Worker(process, task_writer, answer_reader, guard, limits.memory)
        return self._worker

    def _await_start(self, worker: _Worker) -> None:
        if not worker.answers.poll(_START_SECONDS):
            raise OSError("the reading process did not start")
        worker.answers.recv()
        worker.ready = True

    def _end(self) -> None:
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.tasks.close()
        worker.answers.close()
        worker.process.kill()
        worker.process.join(_END_SECONDS)


def _late(worker: _Worker, task: _Task, before: float) -> _Answer | None:
    """Wait for the worker's answer; return one in its place where a bound of time is passed first.

    `before` is the processor time the worker had taken when it was given the file.
    """
    limits = task.limits
    begun = time.monotonic()
    while True:
        left = limits.seconds - (processor_seconds(worker.process) - before)
        if left <= 0:
            return _beyond("time", task)
        patience = limits.wait - (time.monotonic() - begun)
        if patience <= 0:
            return _beyond("wait", task)
        # Before that much time has passed the processor time cannot be used up.
        if worker.answers.poll(min(max(left, _SHORTEST_WAIT), patience)):
            return None


def _beyond(bound: str, task: _Task, defect: str = "") -> _Answer:
    """Answer that a file took more time or memory than the settings allow."""
    limits = task.limits
    details: dict[str, object] = {
        "bound": bound,
        "source": task.path,
        "seconds": f"{limits.wait if bound == 'wait' else limits.seconds:g}",
        "megabytes": limits.memory // MEGABYTE,
    }
    return _Answer(code="too-large", details=details, defect=defect)


def _crashed(task: _Task, defect: str) -> _Answer:
    return _Answer(code="unreadable", details={"source": task.path}, defect=defect)


def _work(read: ReadsReport, tasks: Connection, answers: Connection, memory: int) -> None:
    """Answer tasks until the other side is gone; runs in the worker."""
    # Loaded before the bounds are set, so that they are for the file alone.
    from lxml import etree, html  # noqa: F401 - loaded for later

    bound_memory(memory)
    answers.send(None)
    while True:
        try:
            task: _Task = tasks.recv()
        except (EOFError, KeyboardInterrupt):
            return
        bound_time(task.limits.wait)
        try:
            answer = _Answer(read(task.path, encoding=task.encoding, limits=task.limits))
        except UnreadableReport as error:
            answer = _Answer(code=error.code, details=error.details)
        except MemoryError:
            answer = _beyond("memory", task)
        except Exception:  # noqa: BLE001 - told to the other side, which knows what to do
            answer = _crashed(task, traceback.format_exc())
        bound_time(0)
        answers.send(answer)
