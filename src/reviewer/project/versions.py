"""The texts of reports as they were read, and the bytes of their files."""

from __future__ import annotations

import hashlib
import secrets
import zlib
from dataclasses import dataclass

from reviewer.project.database import Database
from reviewer.project.plain import report_as_json, report_from_json, this_moment
from reviewer.report import Report

_QUICK = 1  # zlib's level; most formats are compressed already


@dataclass(frozen=True, slots=True)
class Packed:
    """A report as a project keeps it; `original` are the bytes of its file, if they are there.

    Digests tell the version and the text.
    """

    source: str
    file_digest: str
    digest: str
    text_digest: str
    content: bytes
    original: bytes | None


def pack(report: Report, original: bytes | None = None) -> Packed:
    """Return a report as a project keeps it; takes its time for a long one."""
    content = report_as_json(report)
    return Packed(
        storable(report.source),
        report.digest,
        hashlib.sha256(content).hexdigest(),
        hashlib.sha256(report.text.encode("utf-8", errors="surrogatepass")).hexdigest(),
        zlib.compress(content),
        None if original is None else zlib.compress(original, _QUICK),
    )


class Versions:
    """Every text any report of a project had; only the bytes of files are ever taken out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, packed: Packed) -> None:
        """Store a text with the bytes of its file, inside a transaction, as far as it is new."""
        if self._database.value("SELECT 1 FROM versions WHERE digest = ?", packed.digest) is None:
            self._database.write(
                "INSERT INTO versions"
                " (digest, text_digest, file_digest, source, content, original, added)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                packed.digest,
                packed.text_digest,
                packed.file_digest,
                packed.source,
                packed.content,
                packed.original,
                this_moment(),
            )
        elif packed.original is not None:
            self._database.write(
                "UPDATE versions SET original = ? WHERE digest = ? AND original IS NULL",
                packed.original,
                packed.digest,
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

    def like(self, packed: Packed) -> frozenset[str]:
        """Return the digests of the versions with the same text or from the same file."""
        rows = self._database.rows(
            "SELECT digest FROM versions WHERE text_digest = ?"
            " OR (file_digest = ? AND file_digest != '')",
            packed.text_digest,
            packed.file_digest,
        )
        return frozenset(digest for (digest,) in rows)


def new_key() -> str:
    """Return a key for a report that no other has."""
    return secrets.token_hex(8)


def storable(text: str) -> str:
    """Return `text` without the lone surrogates of broken file names, which SQLite refuses."""
    return text.encode("utf-8", errors="replace").decode("utf-8")
