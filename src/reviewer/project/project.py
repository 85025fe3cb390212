"""The project file: reports, checklist and every ruling, on disk before the next event."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Self

from reviewer.project import backups
from reviewer.project.briefs import keep_briefs
from reviewer.project.checklists import is_newest, keep_checklist, newest_checklist
from reviewer.project.copies import CopyOf
from reviewer.project.database import Database
from reviewer.project.encodings import choose_encoding, chosen_encodings
from reviewer.project.entries import Entry
from reviewer.project.lock import Holder, Lock
from reviewer.project.preparing import held_by, make_folder, open_database, take_lock
from reviewer.project.recording import Recorder
from reviewer.project.tidying import drop_originals
from reviewer.project.versions import Packed, Versions, new_key
from reviewer.report import Notice, Report
from reviewer.review import Command, Kind, Slot, Status, StatusIs, Step, VersionIs
from reviewer.support.closing import Closing
from reviewer.support.errors import StoreError

SUFFIX = ".review"
DEFAULT_NAME = f"default{SUFFIX}"


class Project(Recorder, Closing):
    """An open project file.

    What is done in `history` is on disk when it returns. `copy_of` is set where it is a local copy
    of a project on a share or in a cloud folder. `holder` is who has the file open where one may
    only look; `trouble` is why there is no backup of what was found on opening.
    """

    def __init__(self, database: Database, lock: Lock | None, holder: Holder | None) -> None:
        super().__init__(database)
        self.path = database.path
        self.copy_of: CopyOf | None = None
        self.holder = holder
        self.read_only = lock is None
        self.trouble: StoreError | None = None
        self._lock = lock
        self._versions = Versions(database)
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
        return self._entries.listed()

    def entry(self, key: str) -> Entry | None:
        """Return a report, on the list or off it, with the text that counts.

        That may be one that is not on disk yet.
        """
        found = self._entries.entry(key)
        return replace(found, version=self._counting(key)) if found else None

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
        """Return the key of the entry with the same text or file, None where there is none.

        It may have had them between its first version and the one that counts.
        """
        alike = self._versions.like(packed)
        found = self._entries.same(packed, checklist, alike)
        return found or (self._that_had(alike, checklist) if alike else None)

    def _that_had(self, versions: frozenset[str], checklist: str) -> str | None:
        entries = map(self._entries.entry, self.history.that_had(versions))
        return next((e.key for e in entries if e and e.checklist == checklist), None)

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

        Decisions made on the same text earlier are its own. Where one may only look, nothing is
        put in.
        """
        found = self.find(packed, checklist)
        key = found or new_key()
        if not self.read_only:
            self._put(lambda: self._take_in(key, packed, checklist))
        return key

    def _take_in(self, key: str, packed: Packed, checklist: str) -> None:
        with self._database.transaction():
            self._versions.keep(packed)
            self._entries.take_in(key, packed, checklist)

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
            self._entries.remove(keys)

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
        if not self.read_only and not is_newest(self._database, identity, text):
            self._put(lambda: keep_checklist(self._database, identity, version, text))

    def checklist(self, identity: str) -> str | None:
        """Return the YAML text of the checklist used last under this id, None where none was."""
        return newest_checklist(self._database, identity)

    # copies

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
        return self._entries.first_version(key)

    def _replacing(self, key: str, digest: str) -> Command:
        status = self.history.rulings(key).get(Slot(Kind.STATUS))
        returned = status is not None and status.said == StatusIs(Status.SENT_BACK)
        return Command(key, (VersionIs(digest),), (Slot(Kind.STATUS),) if returned else ())

    def _refuse(self) -> None:
        if self.holder is not None:
            raise held_by(self.path, self.holder)
        raise StoreError("project-read-only", path=self.path)


def _notice(error: StoreError) -> Notice:
    return Notice(error.code, error.details)
