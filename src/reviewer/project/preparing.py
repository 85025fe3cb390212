"""Makes a project file ready: its lock, its tables, its format, its health."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from reviewer.project import backups, migrations
from reviewer.project.database import Database
from reviewer.project.lock import Holder, Lock
from reviewer.project.schema import APPLICATION, FORMAT
from reviewer.support.atomic import free_name
from reviewer.support.errors import StoreError


def held_by(path: Path, holder: Holder) -> StoreError:
    """Return the error that says who has a project open."""
    return StoreError(
        "project-held",
        path=path,
        user=holder.user or "?",
        machine=holder.machine or "?",
        since=local_time(holder.since),
    )


def local_time(moment: str) -> str:
    """Return an ISO moment as the clock on the wall shows it; empty where it is none."""
    try:
        return f"{datetime.datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return ""


def make_folder(path: Path) -> None:
    """Make the folder of a project. Raises StoreError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError("project-cannot-open", path=path, problem=error) from error


def take_lock(path: Path) -> tuple[Lock | None, Holder | None]:
    """Take the lock; a project that may not be written needs none, as one can only look at it."""
    if path.exists() and not os.access(path, os.W_OK):
        return None, None
    return Lock.take(path)


def open_database(path: Path, *, writing: bool) -> Database:
    """Open and check a project's tables; made, or brought to the present format, where needed.

    Raises StoreError, with the file as it was.
    """
    database = Database(path, read_only=not writing)
    try:
        _prepare(database, writing)
    except BaseException:
        database.close()
        raise
    return database


def _prepare(database: Database, writing: bool) -> None:
    path = database.path
    found = database.value("PRAGMA user_version")
    empty = database.value("SELECT count(*) FROM sqlite_schema") == 0
    if found == 0 and empty:
        if not writing:
            raise StoreError("project-foreign", path=path)
        migrations.create(database)
        return
    if database.value("PRAGMA application_id") != APPLICATION:
        raise StoreError("project-foreign", path=path)
    if found > FORMAT:
        raise StoreError("project-newer", path=path, found=found, known=FORMAT)
    if database.value("PRAGMA quick_check") != "ok":
        raise StoreError("project-corrupt", path=path)
    if found < FORMAT:
        if not writing:
            raise StoreError("project-older", path=path)
        # The file as it was stays beside it.
        aside = free_name(path.with_name(f"{path.stem} (format {found}){path.suffix}"))
        try:
            backups.copy_whole(database, aside)
        except OSError as error:
            raise StoreError("project-no-backup", path=aside, problem=error) from error
        migrations.migrate(database, found)
