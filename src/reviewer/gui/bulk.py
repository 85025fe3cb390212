"""Decisions on many reports: put together piece by piece, carried out as one step."""

from __future__ import annotations

import datetime
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.keeping import Keeper
from reviewer.gui.tasks import Job, Tasks
from reviewer.review import Change, Command, Event, History, Move, Review, Step

_FEW = 10  # reports that are decided on at once
_LONGEST_WAIT_MS = 5000  # for a disk that does not answer
_SLICE = 0.015  # seconds the window is held up at a time

Deciding = Callable[[Review], Iterable[Command]]


@dataclass(slots=True)
class _Plan:
    """What is to become one step: the reports that wait, and the changes on the others."""

    history: History
    waiting: deque[Review]
    deciding: Deciding
    words: str
    by: str
    at: datetime.datetime
    total: int
    changes: list[Change] = field(default_factory=list)
    event: Event | None = None

    def go_on(self) -> None:
        """Work out the changes on the next report."""
        commands = self.deciding(self.waiting.popleft())
        self.changes.extend(self.history.changes(commands, self.by, self.at))

    def make_event(self) -> Event:
        """Return the step that is about to take place."""
        step = Step(tuple(self.changes), self.by, self.at)
        self.event = Event(Move.DO, step, self.by, self.at)
        return self.event


class Bulk(QObject):
    """Decides on many reports without holding up the window: on all of them or on none.

    What is decided is worked out in slices, until then it can be cancelled with nothing done; it
    is written in the background as one step and takes place when it is on disk. Whatever else is
    decided, taken back or closed meanwhile comes after it: `finish` is called first. `told(text)`
    says what became of it, in whichever window is there by then.
    """

    progressed = Signal(int, int, str)
    idle = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, keeper: Keeper, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._plan: _Plan | None = None
        self._writing = Tasks(self)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        desk.settling.connect(self.finish)
        desk.about_to_decide.connect(self.finish)

    @property
    def busy(self) -> bool:
        """Whether decisions are being worked out or written."""
        return self._plan is not None

    def decide(self, reviews: Sequence[Review], deciding: Deciding, words: str = "") -> None:
        """Carry out the commands of `deciding` on every report as one step, signed.

        `words` are told then, with the number of things that were changed for {n}. Raises
        StoreError where one may only look.
        """
        self.finish()
        history, at = self._keeper.history, datetime.datetime.now(datetime.UTC)
        history.guard()
        waiting = deque(reviews)
        self._plan = _Plan(history, waiting, deciding, words, self._desk.by, at, len(waiting))
        if len(waiting) > _FEW:
            self._timer.start()
        else:
            self.finish()

    def cancel(self) -> None:
        """Decide on nothing, unless all of it is being written already."""
        if self._plan is not None and self._plan.event is None:
            self._end()

    def finish(self) -> None:
        """Let what was begun take place now.

        Where the disk does not answer the project waits for what is half written, and tells so.
        """
        plan = self._plan
        if plan is None:
            return
        self._timer.stop()
        while plan.waiting:
            self._work_out_next(plan)
        if plan.event is not None:
            self._writing.cancel()  # what is not begun is written when it takes place
            self._writing.wait(_LONGEST_WAIT_MS)
        self._take_place(plan)

    def _go_on(self) -> None:
        plan = self._plan
        if plan is None:
            return
        end = time.perf_counter() + _SLICE
        while plan.waiting:
            self._work_out_next(plan)
            if time.perf_counter() >= end:
                break
        if plan.waiting:
            done = plan.total - len(plan.waiting)
            self.progressed.emit(done, plan.total, self.tr("Deciding on the selected reports"))
        elif plan.changes:
            self._timer.stop()
            self._write(plan)
        else:
            self._take_place(plan)

    def _work_out_next(self, plan: _Plan) -> None:
        try:
            plan.go_on()
        except Exception:
            self._end()  # without this report it would be half a step
            raise

    def _write(self, plan: _Plan) -> None:
        # An error is no end: the step takes place, and is written or told of as any other is.
        self._writing.start(
            Job(
                items=[plan.make_event()],
                work=self._keeper.write_ahead,
                label=lambda _: "",
                on_result=lambda event, _: self._take_place(plan),
                on_error=lambda event, error: self._take_place(plan),
            )
        )

    def _take_place(self, plan: _Plan) -> None:
        if plan is not self._plan:
            return  # it was finished before this was heard of
        self._end()
        if plan.changes:
            plan.history.replay(plan.event or plan.make_event())
        if plan.words:
            self.told.emit(plan.words.format(n=len(plan.changes)))

    def _end(self) -> None:
        self._plan = None
        self._timer.stop()
        self.idle.emit()
