"""Steps on disk: every do, undo and redo is a row, and reading them again leads to the same."""

from __future__ import annotations

import json
from collections.abc import Iterator

from reviewer.project.database import Database
from reviewer.project.plain import moment, ruling_as_plain, ruling_from_plain
from reviewer.project.versions import storable
from reviewer.review import Change, Event, History, Kind, Move, Slot, Step


def write_event(database: Database, event: Event) -> None:
    """Add an event to the journal, inside a transaction."""
    changes = None
    if event.move is Move.DO:
        changes = json.dumps([_as_row(change) for change in event.step.changes])
    database.write(
        "INSERT INTO journal (move, by, at, changes) VALUES (?, ?, ?, ?)",
        event.move.value,
        storable(event.by),
        event.at.isoformat() if event.at else None,
        changes,
    )


def replay(database: Database, history: History) -> None:
    """Let everything in the journal happen again in an empty history."""
    rows = database.rows("SELECT move, by, at, changes FROM journal ORDER BY id")
    for move, by, at, changes in rows:
        when = moment(at)
        if move == Move.DO.value:
            step = Step(tuple(_changes(changes, history)), by, when)
        else:
            known = history.next_undo if move == Move.UNDO.value else history.next_redo
            if known is None:
                raise ValueError(f"the journal has a {move} without a step")
            step = known
        history.replay(Event(Move(move), step, by, when))


def _as_row(change: Change) -> list[object]:
    after = ruling_as_plain(change.after) if change.after else None
    return [change.report, change.slot.kind.value, change.slot.about, after]


def _changes(text: str, history: History) -> Iterator[Change]:
    for report, kind, about, after in json.loads(text):
        slot = Slot(Kind(kind), about)
        before = history.rulings(report).get(slot)
        yield Change(report, slot, before, ruling_from_plain(after) if after else None)
