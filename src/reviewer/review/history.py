"""Every ruling on every report in one order, with undo and redo over all of them. No I/O.

A project replays its journal into one history, so that undo crosses restarts.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Self

from reviewer.review.ruling import Ruling, Said, Slot, slot_of


class Move(Enum):
    """What was done with a step; the values stand in project files."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Change:
    """One slot of one report (by its key) before and after; None is an empty slot."""

    report: str
    slot: Slot
    before: Ruling | None
    after: Ruling | None


@dataclass(frozen=True, slots=True)
class Step:
    """Changes that are made, undone and redone together, however many reports they touch."""

    changes: tuple[Change, ...]
    by: str = ""
    at: datetime.datetime | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """The keys of the reports it touches, each once."""
        return tuple(dict.fromkeys(change.report for change in self.changes))


@dataclass(frozen=True)
class Event:
    """A step that was done, undone or redone, by whom and when.

    Every review asks it for its own changes, of which a step over a project has thousands: they
    are sorted out once.
    """

    move: Move
    step: Step
    by: str = ""
    at: datetime.datetime | None = None

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes as they took place: turned round where the step was undone."""
        if self.move is not Move.UNDO:
            return self.step.changes
        turned = reversed(self.step.changes)
        return tuple(Change(c.report, c.slot, c.after, c.before) for c in turned)

    @cached_property
    def by_report(self) -> Mapping[str, list[Change]]:
        """The changes by the key of the report they are on."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.report, []).append(change)
        return found


@dataclass(frozen=True, slots=True)
class Command:
    """What a reviewer asks for on one report: things said, and slots emptied again.

    `machine` tells what the machine says to a slot, to be kept beside the reviewer's word.
    """

    report: str
    said: tuple[Said, ...] = ()
    emptied: tuple[Slot, ...] = ()
    machine: Mapping[Slot, str | float | None] | None = None


Listener = Callable[[Event], None]


class History:
    """The rulings of all reports of a project by report key and slot, and how they came about.

    `guard` is called before anything is done, undone or redone, and raises where nothing may be.
    """

    def __init__(self) -> None:
        self.guard: Callable[[], None] = lambda: None
        self._rulings: dict[str, dict[Slot, Ruling]] = defaultdict(dict)
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._listeners: list[Listener] = []

    @classmethod
    def of(cls, report: str, rulings: Mapping[Slot, Ruling]) -> Self:
        """Return a history that begins with these rulings on one report."""
        made = cls()
        made._rulings[report].update(rulings)
        return made

    def subscribe(self, listener: Listener) -> None:
        """Call `listener` after every step that is done, undone or redone, in order."""
        self._listeners.append(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Call `listener` no longer."""
        self._listeners.remove(listener)

    def rulings(self, report: str) -> Mapping[Slot, Ruling]:
        """Return the rulings that count for a report, a live view, by slot."""
        return self._of(report)

    @property
    def reports(self) -> tuple[str, ...]:
        """The keys of the reports anything was ever ruled on."""
        return tuple(self._rulings)

    def _of(self, report: str) -> dict[Slot, Ruling]:
        return self._rulings[report]

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._undone)

    @property
    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """The step that redo would make again."""
        return self._undone[-1] if self._undone else None

    def do(
        self, *commands: Command, by: str = "", at: datetime.datetime | None = None
    ) -> Step | None:
        """Carry out commands on any reports as one step; None where they change nothing."""
        self.guard()
        step = Step(self.changes(commands, by, at), by, at)
        if not step.changes:
            return None
        self.replay(Event(Move.DO, step, by, at))
        return step

    def undo(self, *, by: str = "", at: datetime.datetime | None = None) -> Step | None:
        """Take back the last step and return it, None where there is none."""
        self.guard()
        step = self.next_undo
        if step is not None:
            self.replay(Event(Move.UNDO, step, by, at))
        return step

    def redo(self, *, by: str = "", at: datetime.datetime | None = None) -> Step | None:
        """Make the last undone step again and return it, None where there is none."""
        self.guard()
        step = self.next_redo
        if step is not None:
            self.replay(Event(Move.REDO, step, by, at))
        return step

    def replay(self, event: Event) -> None:
        """Let `event` take place: an earlier one from a journal, or the one happening now."""
        if event.move is Move.DO:
            self._undone.clear()
            self._done.append(event.step)
        elif event.move is Move.UNDO:
            self._undone.append(self._done.pop())
        else:
            self._done.append(self._undone.pop())
        for change in event.changes:
            if change.after is None:
                self._of(change.report).pop(change.slot, None)
            else:
                self._of(change.report)[change.slot] = change.after
        for listener in tuple(self._listeners):
            listener(event)

    def changes(
        self, commands: Iterable[Command], by: str, at: datetime.datetime | None
    ) -> tuple[Change, ...]:
        """Return what carrying out commands would change just now."""
        changes: dict[tuple[str, Slot], Change] = {}
        for command in commands:
            known = self._of(command.report)
            for slot in command.emptied:
                if slot in known:
                    before = known[slot]
                    changes[command.report, slot] = Change(command.report, slot, before, None)
            for said in command.said:
                slot = slot_of(said)
                before_it = known.get(slot)
                if before_it is not None and before_it.said == said:
                    changes.pop((command.report, slot), None)
                    continue
                machine = (command.machine or {}).get(slot)
                after = Ruling(said, by, at, machine)
                changes[command.report, slot] = Change(command.report, slot, before_it, after)
        return tuple(changes.values())
