"""The project file: reports, checklist and every ruling, on disk before the next event."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from reviewer.project import backups
from reviewer.project.briefs import keep_briefs
from reviewer.project.copies import CopyOf
from reviewer.project.database import Database
from reviewer.project.encodings import choose_encoding, chosen_encodings
from reviewer.project.journal import StoredHistory, write_event
from reviewer.project.lock import Holder, Lock
from reviewer.project.preparing import held_by, make_folder, open_database, take_lock
from reviewer.project.tidying import drop_originals
from reviewer.project.versions import Packed, Versions, new_key
from reviewer.report import Notice, Report
from reviewer.review import Command, Event, History, Kind, Slot, Status, StatusIs, Step, VersionIs
from reviewer.support.closing import Closing
from reviewer.support.errors import StoreError

SUFFIX = ".review"
DEFAULT_NAME = f"default{SUFFIX}"


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


class Project(Closing):
    """An open project file.

    What is done in `history` is on disk when it returns. Where writing fails `on_trouble` is told
    (it raises unless it is replaced), what was to be written waits in `unwritten`, and `retry`
    tries again.
    `copy_of` is set where it is a local copy of a project on a share or in a cloud folder. `holder`
    is who has the file open where one may only look; `trouble` is why there is no backup
    of what was found on opening.
    """

    def __init__(self, database: Database, lock: Lock | None, holder: Holder | None) -> None:
        self.path = database.path
        self.copy_of: CopyOf | None = None
        self.holder = holder
        self.read_only = lock is None
        self.unwritten: list[Callable[[], None]] = []
        self.trouble: StoreError | None = None
        self._written: Event | None = None
        self.on_trouble: Callable[[StoreError], None] = _raise
        self._database = database
        self._lock = lock
        self._versions = Versions(database)
        self.history: History = StoredHistory(database)
        self.history.subscribe(self._on_event)
        if self.read_only:
            self.history.guard = self._refuse

    @classmethod
    def open(cls, path: Path, *, now: datetime.datetime | None = None) -> Self:
        """Open the project at `path`, made with its folder where there is none yet.

        `now` (local time) makes a backup of a project that was there already. A project that
        another program has open, or that may not be written, is opened to look at. Raises
        StoreError.
        """
        new = not path.exists()
        if new:
            make_folder(path)
        lock, holder = take_lock(path)
        try:
            database = open_database(path, writing=lock is not None)
        except BaseException:
            if lock is not None:
                lock.release()
            raise
        try:
            made = cls(database, lock, holder)
        except BaseException:
            database.close()
            if lock is not None:
                lock.release()
            raise
        if now is not None and not made.read_only and not new:
            made._back_up_at_once(now)
        return made

    @property
    def home(self) -> Path:
        """Where the user knows the project to be, though a copy of it may be worked on."""
        return self.copy_of.home if self.copy_of else self.path

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the user has to be told after opening; the sentences stand in resources/messages."""
        told = list(self.copy_of.notices) if self.copy_of else []
        if self.holder is not None:
            told.append(_notice(held_by(self.home, self.holder)))
        elif self.read_only:
            told.append(Notice("project-look-only", {"path": self.home}))
        if self.trouble is not None:
            told.append(_notice(self.trouble))
        return tuple(told)

    def close(self) -> None:
        """Let go of the file; a copy goes home. Raises StoreError where the way home is barred."""
        self._database.close()
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        if self.copy_of is not None:
            copy_of, self.copy_of = self.copy_of, None
            copy_of.come_home()

    # reports

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The reports on the list of the project in the order they came."""
        return self._entries("removed = 0")

    def entry(self, key: str) -> Entry | None:
        """Return a report, on the list or off it, with the text that counts.

        That may be one that is not on disk yet.
        """
        found = self._entries("key = ?", key)
        return replace(found[0], version=self._counting(key)) if found else None

    def _entries(self, which: str, *values: str) -> tuple[Entry, ...]:
        rows = self._database.rows(
            "SELECT key, coalesce(newer.source, reports.source), checklist,"
            " coalesce(replaced, version), summary"
            " FROM reports LEFT JOIN versions AS newer ON newer.digest = replaced"
            f" WHERE {which} ORDER BY id",
            *values,
        )
        return tuple(Entry(*row) for row in rows)

    def report(self, key: str) -> Report | None:
        """Return the text that counts for a report, None where its file was not opened yet."""
        version = self._counting(key)
        return self._versions.report(version) if version else None

    def version(self, digest: str) -> Report | None:
        """Return a text any report has or had, by its digest; None where there is none."""
        return self._versions.report(digest)

    def original(self, key: str) -> bytes | None:
        """Return the bytes of the file a report was read from, None where they were not kept."""
        version = self._counting(key)
        return self._versions.original(version) if version else None

    def find(self, packed: Packed, checklist: str) -> str | None:
        """Return the key of the entry with the same text or file, None where there is none."""
        alike = self._versions.like(packed)
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

    def counts(self, key: str, packed: Packed) -> bool:
        """Tell whether `packed` is the text that counts; of an old entry any text is."""
        return self._counting(key) in (None, packed.digest)

    def is_other_reading(self, key: str, packed: Packed) -> bool:
        """Tell whether `packed` is another text, read from the very file behind what counts."""
        version, file = self._counting(key), packed.file_digest
        if not version or not file or version == packed.digest:
            return False
        return self._versions.file_digest(version) == file

    def take_in(self, packed: Packed, checklist: str) -> str:
        """Put a report into the project and return its key, that of the same one if it is there.

        Decisions made on the same text
        earlier are its own. Where one may only look, nothing is put in.
        """
        found = self.find(packed, checklist)
        key = found or new_key()
        if not self.read_only:
            self._put(lambda: self._take_in(key, packed, checklist))
        return key

    def _take_in(self, key: str, packed: Packed, checklist: str) -> None:
        with self._database.transaction():
            self._versions.keep(packed)
            self._database.write(
                "INSERT OR IGNORE INTO reports"
                " (key, checklist, text_digest, version, source, added)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                key,
                checklist,
                packed.text_digest,
                packed.digest,
                packed.source,
                _now(),
            )
            self._database.write(
                "UPDATE reports SET removed = 0, version = coalesce(version, ?) WHERE key = ?",
                packed.digest,
                key,
            )

    def replace(
        self,
        key: str,
        packed: Packed,
        *,
        by: str = "",
        at: datetime.datetime | None = None,
    ) -> Step | None:
        """Let a newer version take a report's place, as a step that can be undone.

        Decisions stay and find their places in the new text; `Review.lost` lists what does not. A
        report that had been sent back is in work again. None where the text is the same.
        """
        self.history.guard()
        if packed.digest == self._counting(key):
            return None
        self._put(lambda: self._keep(packed))
        return self.history.do(self._replacing(key, packed.digest), by=by, at=at)

    def _keep(self, packed: Packed) -> None:
        with self._database.transaction():
            self._versions.keep(packed)

    def remove(self, keys: Iterable[str]) -> None:
        """Take reports out of the list; what was decided on them is kept for their return."""
        self.history.guard()
        gone = tuple(keys)
        self._put(lambda: self._remove(gone))

    def _remove(self, keys: tuple[str, ...]) -> None:
        with self._database.transaction():
            for key in keys:
                self._database.write("UPDATE reports SET removed = 1 WHERE key = ?", key)

    def tidy(self) -> None:
        """Drop the files of reports that are listed no more, as they bring them when they return.

        Raises StoreError, with nothing lost.
        """
        if not self.read_only:
            drop_originals(self._database)

    def keep_briefs(self, texts: Mapping[str, str]) -> None:
        """Keep what lists reports before they are judged, by key; may be called in any thread."""
        if not self.read_only:
            keep_briefs(self._database, texts)

    def encodings(self) -> Mapping[str, str]:
        """Return the encodings chosen for files, by the digest of their bytes."""
        return chosen_encodings(self._database)

    def choose_encoding(self, digest: str, encoding: str) -> None:
        """Remember in which encoding the file of these bytes is to be read."""
        self.history.guard()
        choose_encoding(self._database, digest, encoding)

    # the checklist

    def use_checklist(self, identity: str, version: str, text: str) -> None:
        """Keep the checklist that reports are judged by from now on, as YAML text."""
        digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
        newest = "SELECT digest FROM checklists WHERE id = ? ORDER BY used DESC, rowid DESC"
        if not self.read_only and self._database.value(newest, identity) != digest:
            row = (digest, identity, version, text, _now())
            self._put(lambda: self._keep_checklist(row))

    def _keep_checklist(self, row: tuple[str, ...]) -> None:
        with self._database.transaction():
            self._database.write("INSERT OR REPLACE INTO checklists VALUES (?, ?, ?, ?, ?)", *row)

    def checklist(self, identity: str) -> str | None:
        """Return the YAML text of the checklist used last under this id, None where none was."""
        text: str | None = self._database.value(
            "SELECT text FROM checklists WHERE id = ? ORDER BY used DESC, rowid DESC", identity
        )
        return text

    # what waits, and copies

    def retry(self) -> None:
        """Write what could not be written before, in its order; `on_trouble` hears of failures."""
        try:
            while self.unwritten:
                self.unwritten[0]()
                self.unwritten.pop(0)
        except StoreError as error:
            self.on_trouble(error)

    def back_up(self, now: datetime.datetime) -> backups.Backup | None:
        """Make a backup unless the newest holds the same; `now` is local time.

        May be called in another thread. Raises StoreError.
        """
        return backups.make_backup(self._database, self.path, now)

    def _back_up_at_once(self, now: datetime.datetime) -> None:
        try:
            self.back_up(now)
        except StoreError as error:
            self.trouble = error

    def save_copy(self, target: Path) -> None:
        """Write the whole project to `target`, in place of what is there. Raises StoreError."""
        if target.resolve() == self.path.resolve():
            raise StoreError("project-copy-itself", path=target)
        try:
            backups.copy_whole(self._database, target)
        except OSError as error:
            raise StoreError("project-no-copy", path=target, problem=error) from error

    def _counting(self, key: str) -> str | None:
        ruling = self.history.rulings(key).get(Slot(Kind.VERSION))
        if ruling and isinstance(ruling.said, VersionIs):
            return ruling.said.digest
        first: str | None = self._database.value("SELECT version FROM reports WHERE key = ?", key)
        return first

    def _replacing(self, key: str, digest: str) -> Command:
        status = self.history.rulings(key).get(Slot(Kind.STATUS))
        returned = status is not None and status.said == StatusIs(Status.SENT_BACK)
        return Command(key, (VersionIs(digest),), (Slot(Kind.STATUS),) if returned else ())

    def write_ahead(self, event: Event) -> None:
        """Put a step on disk that takes place in `history` next; may be called in any thread.

        Where others wait to be written it is left to wait, too. Raises StoreError.
        """
        if not self.unwritten:
            self._write(event)
            self._written = event

    def _on_event(self, event: Event) -> None:
        if event is not self._written:
            self._put(lambda: self._write(event))

    def _put(self, write: Callable[[], None]) -> None:
        self.unwritten.append(write)
        self.retry()

    def _write(self, event: Event) -> None:
        with self._database.transaction():
            write_event(self._database, event)
            for change in event.changes:
                if change.slot.kind is Kind.VERSION:
                    said = change.after.said if change.after else None
                    digest = said.digest if isinstance(said, VersionIs) else None
                    self._database.write(
                        "UPDATE reports SET replaced = ? WHERE key = ?", digest, change.report
                    )

    def _refuse(self) -> None:
        if self.holder is not None:
            raise held_by(self.path, self.holder)
        raise StoreError("project-read-only", path=self.path)


def _notice(error: StoreError) -> Notice:
    return Notice(error.code, error.details)


def _raise(error: StoreError) -> None:
    raise error


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat()
