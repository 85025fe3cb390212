"""Rotating copies of a project beside it, made by SQLite's backup call."""

from __future__ import annotations

import contextlib
import datetime
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reviewer.project.database import Database
from reviewer.support.errors import ReviewerError, StoreError

NEWEST_KEPT = 12
DAYS_KEPT = 30
_STAMP = "%Y-%m-%d %H-%M-%S"


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy and the local time it was made at."""

    path: Path
    made: datetime.datetime


def folder_of(project: Path) -> Path:
    """Return the folder with the backups of a project."""
    return project.with_name(f"{project.name}.backups")


def backups_of(project: Path) -> tuple[Backup, ...]:
    """Return the backups of a project, the newest first."""
    found: list[Backup] = []
    for path in folder_of(project).glob(f"*{project.suffix}"):
        with contextlib.suppress(ValueError):
            made = datetime.datetime.strptime(path.stem[:19], _STAMP)  # noqa: DTZ007 - local time
            found.append(Backup(path, made))
    return tuple(sorted(found, key=lambda backup: (backup.made, backup.path.name), reverse=True))


def make_backup(database: Database, project: Path, now: datetime.datetime) -> Backup | None:
    """Copy the project aside, unless the newest copy holds the same; drop what is too old.

    `now` is local time. Raises StoreError.
    """
    known = backups_of(project)
    if known and _content_of(known[0].path) == content_of(database):
        return None
    folder = folder_of(project)
    target = folder / f"{now:{_STAMP}}{project.suffix}"
    try:
        folder.mkdir(exist_ok=True)
        copy_whole(database, target)
        for old in superfluous(backups_of(project)):
            old.path.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("project-no-backup", path=target, problem=error) from error
    return Backup(target, now.replace(tzinfo=None))


def copy_whole(database: Database, target: Path) -> None:
    """Write a copy beside `target` and put it in its place: wholly there or not at all.

    Raises StoreError or OSError, with an old file at `target` as it was.
    """
    made = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        database.copy_to(made)
        with made.open("rb+") as file:
            os.fsync(file.fileno())
        made.replace(target)
    except BaseException:
        for left in (made, made.with_name(f"{made.name}-journal")):
            with contextlib.suppress(OSError):
                left.unlink()
        raise


def superfluous(backups: Iterable[Backup]) -> tuple[Backup, ...]:
    """Return which of `backups` (newest first) go: beyond the newest, one a day is kept."""
    rest = list(backups)[NEWEST_KEPT:]
    days: dict[datetime.date, Backup] = {}
    for backup in rest:
        days.setdefault(backup.made.date(), backup)
    kept = list(days.values())[:DAYS_KEPT]
    return tuple(backup for backup in rest if backup not in kept)


def _content_of(path: Path) -> object:
    """Return what tells two copies apart, None for a copy that cannot be read."""
    try:
        copy = Database(path, read_only=True)
    except ReviewerError:
        return None
    try:
        return content_of(copy)
    except ReviewerError:
        return None
    finally:
        copy.close()


def content_of(database: Database) -> object:
    """Return what tells two states of a project apart, however its pages lie."""
    # Rows of these tables are only added; `removed` and `summary` are all that changes.
    return database.rows(
        "SELECT (SELECT max(id) FROM journal), (SELECT count(*) FROM versions),"
        " (SELECT count(*) FROM checklists), (SELECT max(id) FROM reports),"
        " (SELECT sum(removed) FROM reports),"
        " (SELECT group_concat(digest) FROM versions)"
    )
