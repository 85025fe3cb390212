"""Who has a project open: a lock of the operating system, and a record that says so to others.

The lock vanishes with the process that holds it, so that a record left behind by a crash or a
power cut is told from a live one.
"""

from __future__ import annotations

import contextlib
import datetime
import errno
import getpass
import json
import os
import platform
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Self

from reviewer.support.errors import StoreError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_FAR = 1 << 30  # Windows locks bytes against reading too; nothing is ever written here
_MOST = 4096  # bytes of a record
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK, getattr(errno, "EDEADLOCK", errno.EDEADLK)}


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has the file open, on which machine, since when (ISO), and the process there."""

    user: str
    machine: str
    since: str
    process: int


class Lock:
    """The right to write a project; a file beside it, locked as long as this object holds it."""

    def __init__(self, path: Path, descriptor: int) -> None:
        self._path = path
        self._descriptor = descriptor

    @classmethod
    def take(cls, project: Path) -> tuple[Self | None, Holder | None]:
        """Take the lock of `project`; where another has it, return who that is.

        A holder that cannot be read is given as one without a name. Raises StoreError where no
        lock file can be made, as in a folder that may not be written.
        """
        path = lock_path(project)
        while True:
            try:
                descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0))
            except OSError as error:
                raise StoreError("project-no-lock", path=path, problem=error) from error
            if not _try_lock(descriptor):
                holder = _read(descriptor)
                os.close(descriptor)
                return None, holder
            if _is_still(path, descriptor):
                break
            os.close(descriptor)  # whoever had it has just taken the file away
        made = cls(path, descriptor)
        made._write(_myself())
        return made, None

    def release(self) -> None:
        """Give the lock back and take its file away."""
        # On POSIX the name goes while the lock is held, so that nobody locks a file without name.
        with contextlib.suppress(OSError):
            self._path.unlink()
        os.close(self._descriptor)
        with contextlib.suppress(OSError):
            if sys.platform == "win32":
                self._path.unlink()

    def _write(self, holder: Holder) -> None:
        record = json.dumps(asdict(holder)).encode("ascii")
        # On a full disk the lock holds all the same, only without a name.
        with contextlib.suppress(OSError):
            os.ftruncate(self._descriptor, 0)
            os.lseek(self._descriptor, 0, os.SEEK_SET)
            os.write(self._descriptor, record)


def lock_path(project: Path) -> Path:
    """Return the lock file of a project."""
    return project.with_name(f"{project.name}.lock")


def _myself() -> Holder:
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):
        user = ""
    return Holder(user, platform.node(), now, os.getpid())


def _read(descriptor: int) -> Holder:
    os.lseek(descriptor, 0, os.SEEK_SET)
    try:
        return Holder(**json.loads(os.read(descriptor, _MOST)))
    except (ValueError, TypeError, OSError):
        return Holder("", "", "", 0)


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _try_lock(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Where a file system has no locks, the record alone has to do.
        return error.errno not in _HELD
    return True
