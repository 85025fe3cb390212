"""Steps on disk: every do, undo and redo is a row, and reading them again leads to the same."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from reviewer.project.database import Database
from reviewer.project.plain import moment, ruling_as_plain, ruling_from_plain
from reviewer.project.versions import storable
from reviewer.review import Change, Event, History, Kind, Move, Ruling, Slot, Step, VersionIs
from reviewer.support.errors import StoreError

_KINDS = {kind.value: kind for kind in Kind}
_AT_ONCE = 500  # rows asked for together


class _Row(NamedTuple):
    """A step in the journal that nobody has asked for yet."""

    number: int
    by: str
    at: str | None
    reports: list[str]


def write_event(database: Database, event: Event) -> None:
    """Add an event to the journal, inside a transaction."""
    changes, reports = None, ""
    if event.move is Move.DO:
        changes = json.dumps([_as_plain(change) for change in event.step.changes])
        reports = " ".join(event.step.reports)
    database.write(
        "INSERT INTO journal (move, by, at, reports, changes) VALUES (?, ?, ?, ?, ?)",
        event.move.value,
        storable(event.by),
        event.at.isoformat() if event.at else None,
        reports,
        changes,
    )


class StoredHistory(History):
    """The history of a journal. What was ruled on a report is read when it is first asked for.

    A project of a hundred reports has tens of thousands of rulings, and few are looked at on any
    one day.
    """

    def __init__(self, database: Database) -> None:
        """Read in which order things were done. Raises StoreError for a damaged journal."""
        super().__init__()
        self._database = database
        self._reading = threading.RLock()
        self._rows_done: list[_Row] = []
        self._rows_undone: list[_Row] = []
        self._waiting: dict[str, list[tuple[Move, int]]] = defaultdict(list)
        self._made: dict[int, dict[int, Change]] = defaultdict(dict)
        self._read_order()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done or self._rows_done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return bool(self._undone or self._rows_undone)

    @property
    def next_undo(self) -> Step | None:
        """The step that undo would take back."""
        if not self._done and self._rows_done:
            self._done.append(self._step(self._rows_done.pop()))
        return super().next_undo

    @property
    def next_redo(self) -> Step | None:
        """The step that redo would make again."""
        if not self._undone and self._rows_undone:
            self._undone.append(self._step(self._rows_undone.pop()))
        return super().next_redo

    @property
    def reports(self) -> tuple[str, ...]:
        """The keys of the reports anything was ever ruled on."""
        return tuple(dict.fromkeys((*self._waiting, *self._rulings)))

    def that_had(self, versions: frozenset[str]) -> Iterator[str]:
        """Give the keys of the reports that one of these texts replaced another of, newest first.

        What was taken back does not count. Raises StoreError for a damaged journal.
        """
        for step in reversed(self._done):
            for change in step.changes:
                said = change.after.said if change.after else None
                if isinstance(said, VersionIs) and said.digest in versions:
                    yield change.report
        standing = {row.number for row in self._rows_done}
        for number, text in self._naming(versions):
            if number in standing:
                yield from self._replaced(text, versions)

    def replay(self, event: Event) -> None:
        """Let `event` take place."""
        if event.move is Move.DO:
            self._rows_undone.clear()
        super().replay(event)

    def _of(self, report: str) -> dict[Slot, Ruling]:
        # A report of the project is read in the background while the user undoes what was ruled.
        with self._reading:
            if report in self._waiting:
                self._read(report)
        return super()._of(report)

    def _read_order(self) -> None:
        rows = self._database.rows("SELECT id, move, by, at, reports FROM journal ORDER BY id")
        done, undone = self._rows_done, self._rows_undone
        for number, move, by, at, reports in rows:
            if move == Move.DO.value:
                row = _Row(number, by, at, reports.split())
                done.append(row)
                undone.clear()
                kind = Move.DO
            elif move == Move.UNDO.value and done:
                row, kind = done.pop(), Move.UNDO
                undone.append(row)
            elif move == Move.REDO.value and undone:
                row, kind = undone.pop(), Move.REDO
                done.append(row)
            else:
                raise _corrupt(self._database.path, f"{number}: {move}")
            for report in row.reports:
                self._waiting[report].append((kind, row.number))

    def _read(self, report: str) -> None:
        """Let everything that was ever ruled on a report happen again, for that report alone."""
        events = self._waiting.pop(report)
        rulings = super()._of(report)
        texts = self._texts([number for move, number in events if move is Move.DO])
        for move, number in events:
            if move is Move.DO:
                self._make(report, number, texts[number], rulings)
            made = sorted(self._made[number].items())
            changes = [change for _, change in made if change.report == report]
            for change in changes if move is not Move.UNDO else reversed(changes):
                value = change.before if move is Move.UNDO else change.after
                if value is None:
                    rulings.pop(change.slot, None)
                else:
                    rulings[change.slot] = value

    def _make(self, report: str, number: int, text: str, rulings: dict[Slot, Ruling]) -> None:
        """Make the changes of a step on one report, done at a time when `rulings` counted."""
        try:
            for place, (key, kind, about, after) in enumerate(json.loads(text)):
                if key == report:
                    slot = Slot(_KINDS[kind], about)
                    ruling = ruling_from_plain(after) if after else None
                    self._made[number][place] = Change(key, slot, rulings.get(slot), ruling)
        except (ValueError, KeyError, TypeError, IndexError) as error:
            raise _corrupt(self._database.path, error) from error

    def _naming(self, versions: frozenset[str]) -> list[tuple[int, str]]:
        """Return the steps in which one of these digests stands, the newest first."""
        found: dict[int, str] = {}
        for digest in versions:
            rows = self._database.rows(
                "SELECT id, changes FROM journal WHERE instr(changes, ?)", digest
            )
            found.update(rows)
        return sorted(found.items(), reverse=True)

    def _replaced(self, text: str, versions: frozenset[str]) -> Iterator[str]:
        try:
            for key, kind, _, after in json.loads(text):
                if kind == Kind.VERSION.value and after and after["value"] in versions:
                    yield key
        except (ValueError, KeyError, TypeError) as error:
            raise _corrupt(self._database.path, error) from error

    def _texts(self, numbers: list[int]) -> dict[int, str]:
        found: dict[int, str] = {}
        for start in range(0, len(numbers), _AT_ONCE):
            some = numbers[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = self._database.rows(
                f"SELECT id, changes FROM journal WHERE id IN ({marks})", *some
            )
            found.update(rows)
        return found

    def _step(self, row: _Row) -> Step:
        for report in row.reports:
            self._of(report)
        changes = tuple(change for _, change in sorted(self._made[row.number].items()))
        return Step(changes, row.by, moment(row.at))


def _corrupt(path: Path, problem: object) -> StoreError:
    return StoreError("project-corrupt", path=path, problem=problem)


def _as_plain(change: Change) -> list[object]:
    after = ruling_as_plain(change.after) if change.after else None
    return [change.report, change.slot.kind.value, change.slot.about, after]
