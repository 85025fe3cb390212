"""A project on a network share or in a cloud folder, worked on as a local copy.

The copy is written back whole. What was not written back when the program ended is found on the
next day: the copy knows what it had come from and what it had given back.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import os
import secrets
import shutil
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from reviewer.project.backups import content_of, copy_whole
from reviewer.project.database import Database
from reviewer.project.lock import Holder, Lock
from reviewer.project.places import Place, place_of
from reviewer.project.preparing import held_by
from reviewer.project.project import Project
from reviewer.report import Notice
from reviewer.support.atomic import free_name, replace_file
from reviewer.support.errors import StoreError

_RECORD = "origin.json"
_PIECE = 1 << 20
_NOBODY = Holder("", "", "", 0)


@dataclass(frozen=True, slots=True)
class _Origin:
    """Where a copy came from, the digest of that file then, and of the copy as given back."""

    path: str
    there: str
    here: str


class WorkingCopy:
    """The local copy of a project that lies at `home`; `project` is what is worked on.

    `newer` tells that the copy holds work of an earlier day that never got home; it is what is
    open. `apart` is where the file at home was put aside, as both had been changed.
    """

    def __init__(
        self, home: Path, place: Place, folder: Path, lock: Lock | None, *, looking: bool
    ) -> None:
        self.home = home
        self.place = place
        self.newer = False
        self.apart: Path | None = None
        self.project: Project
        self._folder = folder
        self._lock = lock
        self._looking = looking

    @classmethod
    def open(
        cls, home: Path, place: Place, folder: Path, *, now: datetime.datetime | None = None
    ) -> Self:
        """Copy the project at `home` into `folder` (the program's own) and open the copy.

        A copy with work that never got home, or whose home is away, is opened as it is. Raises
        StoreError.
        """
        inside = folder / hashlib.sha256(os.fsencode(home.absolute())).hexdigest()[:16]
        lock, holder, looking = _lock(home, inside / home.name)
        if looking:  # who only looks must not touch the copy of another window
            inside = inside / f"look-{os.getpid()}-{secrets.token_hex(2)}"
        made = cls(home, place, inside, lock, looking=looking)
        try:
            if lock is not None or looking:
                made._fetch()
            else:
                made.newer = True  # the share is away: what is here is all there is
            made.project = Project.open(made._copy, now=now)
            made.project.copy_of = made
            if looking:
                made._look_only(holder)
        except BaseException:
            made.let_go()
            raise
        return made

    @property
    def changed(self) -> bool:
        """Whether the copy holds something that is not at home."""
        origin = self._origin()
        return origin is None or _content(self._copy) != origin.here

    def write_back(self) -> None:
        """Put the whole copy in the place of the file at home, unless it is the same.

        The file there is either the old or the new one, whatever happens in between. Where it was
        changed by someone else meanwhile, theirs is put aside first (`apart`). Raises StoreError;
        the copy stays. May be called in another thread.
        """
        if self._looking or not self.changed:
            return
        if self._lock is None:
            self._lock = self._lock_at_home()
        origin, there = self._origin(), _digest(self.home)
        try:
            if there and origin is not None and there != origin.there:
                other = f"{self.home.stem} (2){self.home.suffix}"
                self.apart = free_name(self.home.with_name(other))
                shutil.copyfile(self.home, self.apart)
            here = self._send()
        except OSError as error:
            raise StoreError("project-not-home", path=self.home, problem=error) from error
        except StoreError as error:
            problem = error.details.get("problem", error.code)
            raise StoreError("project-not-home", path=self.home, problem=problem) from error
        self._record(_Origin(str(self.home), _digest(self.home), here))

    def come_home(self) -> None:
        """Write back and let go of everything. Raises StoreError where the way home is barred."""
        try:
            self.write_back()
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Let go without writing back: what is here goes home when it is opened again."""
        if self._looking:
            shutil.rmtree(self._folder, ignore_errors=True)
        elif self._lock is not None:
            self._lock.release()
            self._lock = None

    @property
    def notices(self) -> tuple[Notice, ...]:
        """What the user has to be told of it."""
        told = [
            Notice(f"project-{self.place.kind.value}", {"path": self.home, "name": self.place.name})
        ]
        if self.newer:
            told.append(Notice("project-newer-copy", {"path": self.home}))
        if self.apart is not None:
            told.append(Notice("project-apart", {"path": self.home, "apart": self.apart}))
        return tuple(told)

    @property
    def _copy(self) -> Path:
        return self._folder / self.home.name

    def _fetch(self) -> None:
        """Bring the file at home here, unless what is here is newer."""
        origin = self._origin()
        if self._copy.exists() and origin is not None:
            if _content(self._copy) != origin.here:
                self.newer = True
                return
            if _digest(self.home) == origin.there:
                return
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            if not self.home.exists():
                return
            there = _digest(self.home)
            with self.home.open("rb") as source:
                replace_file(self._copy, lambda file: shutil.copyfileobj(source, file, _PIECE))
        except OSError as error:
            raise StoreError("project-cannot-open", path=self.home, problem=error) from error
        self._record(_Origin(str(self.home), there, _content(self._copy)))

    def _lock_at_home(self) -> Lock:
        """Lock the file at home, which had been away."""
        try:
            lock, holder = Lock.take(self.home)
        except StoreError as error:
            problem = error.details["problem"]
            raise StoreError("project-not-home", path=self.home, problem=problem) from error
        if lock is None:
            raise held_by(self.home, holder or _NOBODY)
        return lock

    def _send(self) -> str:
        """Write the copy home and return what tells its content."""
        content = _content(self._copy)  # what is ruled meanwhile goes home the next time
        database = Database(self._copy, read_only=True)
        try:
            copy_whole(database, self.home)
        finally:
            database.close()
        return content

    def _origin(self) -> _Origin | None:
        try:
            return _Origin(**json.loads((self._folder / _RECORD).read_bytes()))
        except (OSError, ValueError, TypeError):
            return None

    def _record(self, origin: _Origin) -> None:
        content = json.dumps(asdict(origin)).encode("ascii")
        replace_file(self._folder / _RECORD, lambda file: file.write(content))

    def _look_only(self, holder: Holder | None) -> None:
        def refuse() -> None:
            if holder is not None:
                raise held_by(self.home, holder)
            raise StoreError("project-read-only", path=self.home)

        self.project.holder = holder
        self.project.read_only = True
        self.project.history.guard = refuse


def open_anywhere(path: Path, folder: Path, *, now: datetime.datetime | None = None) -> Project:
    """Open a project where it lies, or a local copy of it where that is the safer way.

    `folder` is where the program keeps such copies; `Project.copy_of` tells that it is one, and
    closing writes it back. Raises StoreError.
    """
    place = place_of(path)
    if place is None:
        return Project.open(path, now=now)
    return WorkingCopy.open(path, place, folder, now=now).project


def _lock(home: Path, copy: Path) -> tuple[Lock | None, Holder | None, bool]:
    """Lock the file at home; return the lock, who else has it, and whether one may only look.

    One may only look where no lock can be made beside it. Where it is away and a copy is here,
    nobody has to be asked.
    """
    try:
        lock, holder = Lock.take(home)
    except StoreError:
        if home.exists() or copy.exists():
            return None, None, home.exists()
        raise
    return lock, holder, lock is None


def _digest(path: Path) -> str:
    """Return the SHA-256 of a file, empty where there is none."""
    if not path.exists():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _content(path: Path) -> str:
    """Return a digest of what a project holds, however its pages lie."""
    database = Database(path, read_only=True)
    try:
        return hashlib.sha256(repr(content_of(database)).encode()).hexdigest()
    finally:
        database.close()
