"""One SQLite file: opened, prepared and checked; its errors told as the program's own."""

from __future__ import annotations

import contextlib
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Any

from reviewer.support.errors import StoreError

_WAIT = 0.1  # seconds; who waits for the disk sits before the screen
_PATIENCE = 5.0  # seconds, where nobody waits before the screen
_TURN = 5.0  # seconds until another thread must be done; a disk that hangs holds up that one alone
_PIECE = 1000  # pages copied at a time
_CODES = {
    sqlite3.SQLITE_FULL: "project-disk-full",
    sqlite3.SQLITE_READONLY: "project-read-only",
    sqlite3.SQLITE_PERM: "project-read-only",
    sqlite3.SQLITE_BUSY: "project-busy",
    sqlite3.SQLITE_LOCKED: "project-busy",
    sqlite3.SQLITE_CORRUPT: "project-corrupt",
    sqlite3.SQLITE_NOTADB: "project-corrupt",
    sqlite3.SQLITE_CANTOPEN: "project-cannot-open",
    sqlite3.SQLITE_IOERR: "project-disk-error",
}


class Database:
    """A connection that several threads may use, one after another.

    A rollback journal, not a write-ahead log: the project is one file that can be copied to a
    memory stick at any moment, after a power cut too, and no shared memory is needed beside it.
    With `synchronous` EXTRA the folder is synced too, so a decision is on disk when `transaction`
    is left; a decision is one transaction, and each of its five syncs (journal, folder, journal's
    header, file, folder) is what that takes. A write-ahead log would take about a quarter of the
    time (8 ms against 36 ms, median of 80 on a busy virtual disk; a journal that is kept or
    truncated takes 32 and 36), but who then copied the file alone would leave behind what had been
    confirmed on the screen. Emptied after every decision, that log saves a fifth.
    """

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        """Open `path`, made where there is none. Raises StoreError."""
        self.path = path
        self._lock = threading.RLock()
        with errors_of(path):
            address = address_of(path.absolute(), "ro" if read_only else "rwc")
            self._connection = sqlite3.connect(
                address, uri=True, timeout=_WAIT, isolation_level=None, check_same_thread=False
            )
            try:
                self._connection.execute("PRAGMA synchronous = EXTRA")
                self._connection.execute("PRAGMA foreign_keys = ON")
                self._connection.execute("PRAGMA trusted_schema = OFF")
                self._connection.execute("PRAGMA cell_size_check = ON")
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Let go of the file."""
        with self._held():
            self._connection.close()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a query finds. Raises StoreError."""
        with self._held():
            return self._connection.execute(query, values).fetchall()

    def value(self, query: str, *values: object) -> Any:
        """Return the first value a query finds, None where it finds nothing."""
        found = self.rows(query, *values)
        return found[0][0] if found else None

    def write(self, query: str, *values: object) -> int:
        """Carry out one statement inside a transaction; return the id of a new row."""
        with self._held():
            return self._connection.execute(query, values).lastrowid or 0

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """All of it or nothing, and on disk when the block is left. Raises StoreError."""
        with self._held():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A full disk may have ended the transaction already.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    @contextlib.contextmanager
    def _held(self) -> Iterator[None]:
        """Use the connection alone. Raises StoreError where another thread does not let go."""
        if not self._lock.acquire(timeout=_TURN):
            raise StoreError("project-slow", path=self.path)
        try:
            with errors_of(self.path):
                yield
        finally:
            self._lock.release()

    def script(self, statements: str) -> None:
        """Carry out several statements, none of which contains a semicolon but as its end."""
        for statement in _statements(statements):
            self.write(statement)

    def copy_to(self, target: Path) -> None:
        """Write the whole database to a new file, by SQLite's backup call. Raises StoreError.

        May be called in any thread: the file is read in pieces, and written to between them.
        """
        with errors_of(target), contextlib.ExitStack() as opened:
            address = address_of(self.path.absolute(), "ro")
            source = sqlite3.connect(address, uri=True, timeout=_PATIENCE, isolation_level=None)
            opened.callback(source.close)
            copy = sqlite3.connect(target, isolation_level=None)
            opened.callback(copy.close)
            source.backup(copy, pages=_PIECE, sleep=0.01)


def address_of(path: PurePath, mode: str) -> str:
    """Return SQLite's address of a file; a share of Windows keeps its two slashes in front."""
    name = path.as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{name if name.startswith('/') else '/' + name}?mode={mode}"


def _statements(script: str) -> Iterator[str]:
    begun = ""
    for line in script.splitlines():
        begun += f"{line}\n"
        if sqlite3.complete_statement(begun):
            yield begun
            begun = ""


@contextlib.contextmanager
def errors_of(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about `path` into the program's."""
    try:
        yield
    except sqlite3.Error as error:
        # Errors of the module itself, such as use after close, have no code: they are defects.
        number = getattr(error, "sqlite_errorcode", None)
        if number is None:
            raise
        code = _CODES.get(number & 0xFF, "project-failed")
        raise StoreError(code, path=path, problem=error) from error
