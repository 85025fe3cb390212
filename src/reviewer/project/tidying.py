"""Drops what nobody can get back to, so that a project does not grow for ever.

Of a report that was taken off the list text and decisions stay, for it may come back, but not the
bytes of its file: it comes back with that file. Every version of a report that is listed stays
whole, since undo leads back to it, on any later day.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from reviewer.project.database import Database
from reviewer.review import Kind

_LEAST_FREED = 4 << 20  # bytes; less is not worth writing the whole file anew
_SHARE_FREED = 0.25  # of the file


def drop_originals(database: Database) -> None:
    """Drop the files of reports that are listed no more. Raises StoreError."""
    listed: set[str] = set()
    removed: set[str] = set()
    for digest, is_removed in _versions(database):
        (removed if is_removed else listed).add(digest)
    kept = {digest for (digest,) in database.rows(_WITH_ORIGINAL)}
    superfluous = (removed - listed) & kept
    if superfluous:
        with database.transaction():
            for digest in superfluous:
                database.write("UPDATE versions SET original = NULL WHERE digest = ?", digest)
        _shrink(database)


def _versions(database: Database) -> Iterator[tuple[str, bool]]:
    """Yield the digest of every text any report ever had, and whether the report was removed."""
    removed = {key: bool(gone) for key, gone in database.rows("SELECT key, removed FROM reports")}
    for key, version in database.rows("SELECT key, version FROM reports WHERE version NOT NULL"):
        yield version, removed[key]
    for (changes,) in database.rows(_WITH_VERSIONS):
        for key, kind, _, after in json.loads(changes):
            if kind == Kind.VERSION.value and after and key in removed:
                yield after["value"], removed[key]


def _shrink(database: Database) -> None:
    """Give room back to the disk where that is worth it; the file is replaced wholly or not."""
    size = database.value("PRAGMA page_size")
    free = database.value("PRAGMA freelist_count") * size
    if free >= max(_LEAST_FREED, _SHARE_FREED * database.value("PRAGMA page_count") * size):
        database.write("VACUUM")


_WITH_ORIGINAL = "SELECT digest FROM versions WHERE original NOT NULL"
_WITH_VERSIONS = f"SELECT changes FROM journal WHERE changes LIKE '%\"{Kind.VERSION.value}\"%'"
