"""The encodings that the user chose for files, by the digest of a file's bytes."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.project.database import Database


def chosen_encodings(database: Database) -> Mapping[str, str]:
    """Return every choice made so far, by digest."""
    return dict(database.rows("SELECT digest, encoding FROM encodings"))


def choose_encoding(database: Database, digest: str, encoding: str) -> None:
    """Write down a choice in place of an earlier one."""
    with database.transaction():
        database.write("INSERT OR REPLACE INTO encodings VALUES (?, ?)", digest, encoding)
