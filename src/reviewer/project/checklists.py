"""The checklists that reports were judged by, as YAML text."""

from __future__ import annotations

import hashlib

from reviewer.project.database import Database
from reviewer.project.plain import this_moment


def is_newest(database: Database, identity: str, text: str) -> bool:
    """Tell whether the checklist used last under this id has this text."""
    return _newest(database, "digest", identity) == _digest(text)


def newest_checklist(database: Database, identity: str) -> str | None:
    """Return the text of the checklist used last under this id, None where none was."""
    return _newest(database, "text", identity)


def keep_checklist(database: Database, identity: str, version: str, text: str) -> None:
    """Write down that reports are judged by this checklist from now on."""
    with database.transaction():
        database.write(
            "INSERT OR REPLACE INTO checklists VALUES (?, ?, ?, ?, ?)",
            _digest(text),
            identity,
            version,
            text,
            this_moment(),
        )


def _newest(database: Database, column: str, identity: str) -> str | None:
    found: str | None = database.value(
        f"SELECT {column} FROM checklists WHERE id = ? ORDER BY used DESC, rowid DESC", identity
    )
    return found


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
