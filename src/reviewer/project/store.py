"""Decisions on disk: written when made, found again by the text of the report."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from reviewer.checklist import Checklist, Verdict
from reviewer.project.encodings import choose_encoding, chosen_encodings
from reviewer.project.schema import APPLICATION, FORMAT, create_tables, pragma
from reviewer.report import Report
from reviewer.review import Decision, Review
from reviewer.support.errors import StoreError

FILE_NAME = "decisions.reviewer"
_WAIT = 5.0  # seconds for another program to let go of the file
_CODES = {
    sqlite3.SQLITE_FULL: "project-disk-full",
    sqlite3.SQLITE_READONLY: "project-read-only",
    sqlite3.SQLITE_PERM: "project-read-only",
    sqlite3.SQLITE_BUSY: "project-busy",
    sqlite3.SQLITE_LOCKED: "project-busy",
    sqlite3.SQLITE_CORRUPT: "project-corrupt",
    sqlite3.SQLITE_NOTADB: "project-corrupt",
    sqlite3.SQLITE_CANTOPEN: "project-cannot-open",
}


class Store:
    """An open project file; to be used from the thread that opened it.

    Every method raises StoreError where the file cannot be read or written; what was written
    before is then still there.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the project file at `path`, made with its folder where there is none yet."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            problem = error.strerror or str(error)
            raise StoreError("project-cannot-open", path=path, problem=problem) from error
        with _errors_of(path):
            connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            try:
                _prepare(path, connection)
            except BaseException:
                connection.close()
                raise
        return cls(path, connection)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def decisions_for(self, report: Report, checklist: Checklist) -> dict[str, Decision]:
        """Return the newest decision on every element decided so far, by element id."""
        with _errors_of(self.path):
            rows = self._connection.execute(
                "SELECT element, verdict, points, comment, confirmed, by, at FROM decisions"
                " WHERE id IN (SELECT max(decisions.id) FROM decisions"
                " JOIN reports ON reports.id = decisions.report"
                " WHERE digest = ? AND checklist = ? GROUP BY element)",
                (_digest(report), checklist.id),
            ).fetchall()
        return {element: _decision(*values) for element, *values in rows}

    def record(self, review: Review, element_id: str, decision: Decision) -> None:
        """Add a decision to the journal; it is on disk when this returns."""
        row = (
            review.checklist.id,
            element_id,
            decision.verdict.value if decision.verdict else None,
            decision.points,
            _storable(decision.comment),
            decision.confirmed,
            _storable(decision.by),
            decision.at.isoformat() if decision.at else None,
        )
        with _errors_of(self.path), self._transaction():
            report = self._report_id(review)
            self._connection.execute(
                "INSERT INTO decisions"
                " (report, checklist, element, verdict, points, comment, confirmed, by, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (report, *row),
            )

    def encodings(self) -> Mapping[str, str]:
        """Return the encodings chosen for files, by the digest of their bytes."""
        with _errors_of(self.path):
            return chosen_encodings(self._connection)

    def choose_encoding(self, digest: str, encoding: str) -> None:
        """Remember in which encoding the file of these bytes is to be read."""
        with _errors_of(self.path), self._transaction():
            choose_encoding(self._connection, digest, encoding)

    def _report_id(self, review: Review) -> int:
        front = review.outline.front
        digest = _digest(review.report)
        self._connection.execute(
            "INSERT OR IGNORE INTO reports (digest, source, unit, year, added)"
            " VALUES (?, ?, ?, ?, ?)",
            (
                digest,
                _storable(review.report.source),
                front.unit.value if front.unit else None,
                front.year.value if front.year else None,
                datetime.datetime.now(datetime.UTC).isoformat(),
            ),
        )
        found = self._connection.execute("SELECT id FROM reports WHERE digest = ?", (digest,))
        identity: int = found.fetchone()[0]
        return identity

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException:
            # A full disk may have ended the transaction already.
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise


def _prepare(path: Path, connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA foreign_keys = ON")
    found = pragma(connection, "user_version")
    if found == 0 and connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0] == 0:
        create_tables(connection)
        return
    if pragma(connection, "application_id") != APPLICATION:
        raise StoreError("project-foreign", path=path)
    if int(found) > FORMAT:
        raise StoreError("project-newer", path=path, found=found, known=FORMAT)
    if pragma(connection, "quick_check") != "ok":
        raise StoreError("project-corrupt", path=path)


@contextlib.contextmanager
def _errors_of(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into the program's."""
    try:
        yield
    except sqlite3.Error as error:
        # Errors of the module itself, such as use after close, have no code: they are defects.
        number = getattr(error, "sqlite_errorcode", None)
        if number is None:
            raise
        code = _CODES.get(number & 0xFF, "project-failed")
        raise StoreError(code, path=path, problem=error) from error


def _storable(text: str) -> str:
    # SQLite refuses lone surrogates, which broken file names and clipboards contain.
    return text.encode("utf-8", errors="replace").decode("utf-8")


def _digest(report: Report) -> str:
    return hashlib.sha256(report.text.encode("utf-8", errors="surrogatepass")).hexdigest()


def _decision(
    verdict: str | None,
    points: float | None,
    comment: str,
    confirmed: int,
    by: str,
    at: str | None,
) -> Decision:
    return Decision(
        verdict=Verdict(verdict) if verdict else None,
        points=points,
        comment=comment,
        confirmed=bool(confirmed),
        by=by,
        at=datetime.datetime.fromisoformat(at) if at else None,
    )
