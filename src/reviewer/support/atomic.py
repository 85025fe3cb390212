"""Files that are either wholly the new ones or still the old ones, whatever happens in between."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO


def replace_file(target: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a file beside `target`, then put it in the target's place.

    The new file is on disk before it is swapped in; a link is followed, permissions are kept.
    Raises OSError, with the old file as it was and nothing left beside it.
    """
    final = target.resolve()
    made = final.with_name(f".{final.name[:40]}.{secrets.token_hex(4)}.tmp")
    try:
        with made.open("xb") as file:
            write(file)
            file.flush()
            os.fsync(file.fileno())
        if final.exists():
            _refuse_read_only(final)
            shutil.copymode(final, made)
        made.replace(final)
    except BaseException:
        with contextlib.suppress(OSError):
            made.unlink()
        raise
    _sync_folder(final.parent)


def free_name(wanted: Path) -> Path:
    """Return `wanted`, or the first of “name (2)”, “name (3)” … beside it that does not exist."""
    name, number = wanted, 1
    # Path.exists raises where one may not enter the folder.
    while os.path.exists(name):
        number += 1
        name = wanted.with_name(f"{wanted.stem} ({number}){wanted.suffix}")
    return name


def _refuse_read_only(target: Path) -> None:
    # POSIX swaps a file in over a write-protected one; a write-protected sheet is meant to stay.
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))


def _sync_folder(folder: Path) -> None:
    # Windows has no way to open a folder, and does not need it.
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
