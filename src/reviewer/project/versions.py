"""The texts of reports as they were read, and the bytes of their files."""

from __future__ import annotations

import datetime
import hashlib
import secrets
import zlib
from dataclasses import dataclass

from reviewer.project.database import Database
from reviewer.project.plain import report_as_json, report_from_json
from reviewer.report import Report

_QUICK = 1  # zlib's level; most formats are compressed already


@dataclass(frozen=True, slots=True)
class Likeness:
    """The digest of a text, and the versions in the project with this text or from this file."""

    text: str
    versions: frozenset[str]


class Versions:
    """Every text any report of a project had; nothing is ever taken out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, report: Report, original: bytes | None) -> None:
        """Store a text with the packed bytes of its file, inside a transaction, if it is new."""
        content = report_as_json(report)
        digest = version_digest(report)
        if self._database.value("SELECT 1 FROM versions WHERE digest = ?", digest) is None:
            self._database.write(
                "INSERT INTO versions"
                " (digest, text_digest, file_digest, source, content, original, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                digest,
                text_digest(report),
                report.digest,
                storable(report.source),
                zlib.compress(content),
                original,
                datetime.datetime.now(datetime.UTC).isoformat(),
            )

    def report(self, digest: str) -> Report | None:
        """Return a text, None where there is none of this digest."""
        rows = self._database.rows("SELECT content, source FROM versions WHERE digest = ?", digest)
        return report_from_json(zlib.decompress(rows[0][0]), rows[0][1]) if rows else None

    def original(self, digest: str) -> bytes | None:
        """Return the bytes of the file a text was read from, None where they were not kept."""
        packed = self._database.value("SELECT original FROM versions WHERE digest = ?", digest)
        return zlib.decompress(packed) if packed is not None else None

    def file_digest(self, digest: str) -> str:
        """Return the digest of the file a version was read from, empty where none is known."""
        found = self._database.value("SELECT file_digest FROM versions WHERE digest = ?", digest)
        return found or ""

    def like(self, report: Report) -> Likeness:
        """Return what tells whether a report is in the project already."""
        text = text_digest(report)
        rows = self._database.rows(
            "SELECT digest FROM versions WHERE text_digest = ?"
            " OR (file_digest = ? AND file_digest != '')",
            text,
            report.digest,
        )
        return Likeness(text, frozenset(digest for (digest,) in rows))


def version_digest(report: Report) -> str:
    """Return what a version is known by: everything that was read, but not where from."""
    return hashlib.sha256(report_as_json(report)).hexdigest()


def pack_original(content: bytes) -> bytes:
    """Return the bytes of a file as they are kept; takes its time for large ones."""
    return zlib.compress(content, _QUICK)


def new_key() -> str:
    """Return a key for a report that no other has."""
    return secrets.token_hex(8)


def storable(text: str) -> str:
    """Return `text` without the lone surrogates of broken file names, which SQLite refuses."""
    return text.encode("utf-8", errors="replace").decode("utf-8")


def text_digest(report: Report) -> str:
    """Return what a text is known by, whatever file and format it came in."""
    return hashlib.sha256(report.text.encode("utf-8", errors="surrogatepass")).hexdigest()
