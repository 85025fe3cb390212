"""Brings a project file of an older format to the present one, all or nothing."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from typing import Any

from reviewer.checklist import Verdict
from reviewer.project.database import Database
from reviewer.project.plain import ruling_as_plain
from reviewer.project.schema import APPLICATION, FORMAT, TABLES
from reviewer.project.versions import new_key
from reviewer.review import CommentIs, Confirmed, PointsAre, Ruling, Said, VerdictIs

_KINDS = ("verdict", "points", "comment", "confirmed")


def create(database: Database) -> None:
    """Make the tables in an empty database."""
    with database.transaction():
        database.script(TABLES)
        _stamp(database)


def migrate(database: Database, found: int) -> None:
    """Bring tables of format `found` to the present one, in one transaction."""
    with database.transaction():
        for number in range(found, FORMAT):
            _STEPS[number](database)
        _stamp(database)


def _stamp(database: Database) -> None:
    database.write(f"PRAGMA application_id = {APPLICATION}")
    database.write(f"PRAGMA user_version = {FORMAT}")


def _from_1(database: Database) -> None:
    """Format 1 had decisions only: rows of an element's whole state, and no texts.

    Each row becomes a step, so that even what was decided in the old format can be undone. The
    reports wait for their files: they are known by the digest of their text.
    """
    old = database.rows(
        "SELECT reports.digest, reports.source, reports.added, d.checklist, d.element, d.verdict,"
        " d.points, d.comment, d.confirmed, d.by, d.at FROM decisions d"
        " JOIN reports ON reports.id = d.report ORDER BY d.id"
    )
    database.script("DROP TABLE decisions;\nDROP TABLE reports;")
    database.script(TABLES)
    keys: dict[tuple[str, str], str] = {}
    states: dict[tuple[str, str], Mapping[str, Said]] = {}
    for digest, source, added, checklist, element, *decided in old:
        key = keys.get((digest, checklist))
        if key is None:
            key = keys[digest, checklist] = new_key()
            database.write(
                "INSERT INTO reports (key, checklist, text_digest, source, added)"
                " VALUES (?, ?, ?, ?, ?)",
                key,
                checklist,
                digest,
                source,
                added,
            )
        by, at = decided[-2:]
        now = _said(element, *decided[:-2])
        changes = _changes(key, element, states.get((key, element), {}), now, by, at)
        states[key, element] = now
        if changes:
            database.write(
                "INSERT INTO journal (move, by, at, reports, changes) VALUES ('do', ?, ?, ?, ?)",
                by,
                at,
                key,
                json.dumps(changes),
            )


def _said(
    element: str, verdict: str | None, points: float | None, comment: str, confirmed: int
) -> dict[str, Said]:
    said: dict[str, Said] = {}
    if verdict:
        said["verdict"] = VerdictIs(element, Verdict(verdict))
    if points is not None:
        said["points"] = PointsAre(element, points)
    if comment:
        said["comment"] = CommentIs(element, comment)
    if confirmed:
        said["confirmed"] = Confirmed(element)
    return said


def _changes(
    key: str,
    element: str,
    before: Mapping[str, Said],
    now: Mapping[str, Said],
    by: str,
    at: str | None,
) -> list[list[Any]]:
    moment = datetime.datetime.fromisoformat(at) if at else None
    changes: list[list[Any]] = []
    for kind in _KINDS:
        if before.get(kind) == now.get(kind):
            continue
        said = now.get(kind)
        after = ruling_as_plain(Ruling(said, by, moment)) if said else None
        changes.append([key, kind, element, after])
    return changes


_STEPS: Mapping[int, Callable[[Database], None]] = {1: _from_1}
