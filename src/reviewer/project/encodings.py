"""The encodings that the user chose for files, by the digest of a file's bytes.

A table of its own: files of this program made before it lack it until something is chosen.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping


def chosen_encodings(connection: sqlite3.Connection) -> Mapping[str, str]:
    """Return every choice made so far, by digest."""
    found = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'encodings'"
    if connection.execute(found).fetchone() is None:
        return {}
    return dict(connection.execute("SELECT digest, encoding FROM encodings").fetchall())


def choose_encoding(connection: sqlite3.Connection, digest: str, encoding: str) -> None:
    """Write down a choice in place of an earlier one; call it within a transaction."""
    connection.execute(
        "CREATE TABLE IF NOT EXISTS encodings"
        " (digest TEXT PRIMARY KEY, encoding TEXT NOT NULL) WITHOUT ROWID"
    )
    connection.execute("INSERT OR REPLACE INTO encodings VALUES (?, ?)", (digest, encoding))
