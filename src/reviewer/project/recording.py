"""What is done is on disk before the next event; what could not be written waits its turn."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.project.database import Database
from reviewer.project.entries import Entries
from reviewer.project.journal import StoredHistory, write_event
from reviewer.review import Event, Kind, VersionIs
from reviewer.support.errors import StoreError


class Recorder:
    """Writes every step in `history`, and what else changes a project, in the order it was done.

    Where writing fails `on_trouble` is told (it raises unless it is replaced), what was to be
    written waits in `unwritten` with all that follows, and `retry` tries again.
    """

    def __init__(self, database: Database) -> None:
        self.unwritten: list[Callable[[], None]] = []
        self.on_trouble: Callable[[StoreError], None] = _raise
        self._database = database
        self._entries = Entries(database)
        self._ahead: Event | None = None  # what another thread is writing
        self._written: Event | None = None
        self.history = StoredHistory(database)
        self.history.subscribe(self._on_event)

    def write_ahead(self, event: Event) -> None:
        """Put a step on disk that takes place in `history` next; may be called in any thread.

        Where others wait to be written it is left to wait, too. Where it takes place before it is
        on disk, what follows waits for that. Raises StoreError.
        """
        if self.unwritten:
            return
        self._ahead = event
        try:
            self._write(event)
            self._written = event
        finally:
            self._ahead = None

    def retry(self) -> None:
        """Write what could not be written before, in its order; `on_trouble` hears of failures."""
        try:
            while self.unwritten:
                self.unwritten[0]()
                self.unwritten.pop(0)
        except StoreError as error:
            self.on_trouble(error)

    def _put(self, write: Callable[[], None]) -> None:
        """Write something as soon as all that waits is written."""
        self.unwritten.append(write)
        self.retry()

    def _on_event(self, event: Event) -> None:
        if event is not self._written:
            self._put(lambda: self._write_once(event))

    def _write_once(self, event: Event) -> None:
        if event is self._ahead:
            raise StoreError("project-slow", path=self._database.path)
        if event is not self._written:
            self._write(event)

    def _write(self, event: Event) -> None:
        with self._database.transaction():
            write_event(self._database, event)
            for change in event.changes:
                if change.slot.kind is Kind.VERSION:
                    said = change.after.said if change.after else None
                    newer = said.digest if isinstance(said, VersionIs) else None
                    self._entries.replace(change.report, newer)


def _raise(error: StoreError) -> None:
    raise error
