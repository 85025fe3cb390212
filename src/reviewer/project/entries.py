"""Which reports a project has, on its list or off it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.project.database import Database
from reviewer.project.plain import this_moment
from reviewer.project.versions import Packed


@dataclass(frozen=True, slots=True)
class Entry:
    """A report of the project: its key, the file it came from, the checklist it is judged by.

    `version` is the digest of the text that counts, None where only decisions are known and the
    file has to be opened again. `brief` is for `brief_from_text`.
    """

    key: str
    source: str
    checklist: str
    version: str | None
    brief: str


class Entries:
    """The table of reports. What changes it is called inside a transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def listed(self) -> tuple[Entry, ...]:
        """Return the reports on the list in the order they came."""
        return self._entries("removed = 0")

    def entry(self, key: str) -> Entry | None:
        """Return a report, on the list or off it; None where there is none on disk."""
        found = self._entries("key = ?", key)
        return found[0] if found else None

    def _entries(self, which: str, *values: str) -> tuple[Entry, ...]:
        rows = self._database.rows(
            "SELECT key, coalesce(newer.source, reports.source), checklist,"
            " coalesce(replaced, version), summary"
            " FROM reports LEFT JOIN versions AS newer ON newer.digest = replaced"
            f" WHERE {which} ORDER BY id",
            *values,
        )
        return tuple(Entry(*row) for row in rows)

    def first_version(self, key: str) -> str | None:
        """Return the digest of the text a report came with, None where that is not known."""
        first: str | None = self._database.value("SELECT version FROM reports WHERE key = ?", key)
        return first

    def same(self, packed: Packed, checklist: str, alike: frozenset[str]) -> str | None:
        """Return the key of the report that has this text or one of the versions `alike`."""
        known = self._database.rows(
            "SELECT key, text_digest, version, replaced FROM reports"
            " WHERE checklist = ? ORDER BY id",
            checklist,
        )
        for key, text, first, newer in known:
            if text == packed.text_digest or first in alike or newer in alike:
                found: str = key
                return found
        return None

    def take_in(self, key: str, packed: Packed, checklist: str) -> None:
        """Put a report on the list, anew or again."""
        self._database.write(
            "INSERT OR IGNORE INTO reports"
            " (key, checklist, text_digest, version, source, added)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            key,
            checklist,
            packed.text_digest,
            packed.digest,
            packed.source,
            this_moment(),
        )
        self._database.write(
            "UPDATE reports SET removed = 0, version = coalesce(version, ?) WHERE key = ?",
            packed.digest,
            key,
        )

    def remove(self, keys: Iterable[str]) -> None:
        """Take reports off the list."""
        for key in keys:
            self._database.write("UPDATE reports SET removed = 1 WHERE key = ?", key)

    def replace(self, key: str, version: str | None) -> None:
        """Let a newer version count for a report; None leads back to the first."""
        self._database.write("UPDATE reports SET replaced = ? WHERE key = ?", version, key)
