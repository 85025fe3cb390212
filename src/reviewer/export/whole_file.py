"""Writes a finished file in one piece, and offers another place where that fails."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from tempfile import gettempdir

from reviewer.support.atomic import free_name, replace_file
from reviewer.support.errors import ExportError

_CODES = {
    errno.EACCES: "export-locked",
    errno.EPERM: "export-locked",
    errno.EROFS: "export-locked",
    errno.ENOSPC: "export-disk-full",
    errno.EDQUOT: "export-disk-full",
    errno.ENOENT: "export-no-folder",
    errno.ENOTDIR: "export-no-folder",
}


def write_whole(target: Path, content: bytes | memoryview) -> None:
    """Put `content` in the place of `target`.

    Raises ExportError, whose details name another place (`suggestion`); an older file is then as
    it was.
    """
    try:
        replace_file(target, lambda file: file.write(content))
    except OSError as error:
        raise export_error(target, error) from error


def require_suffix(target: Path, suffix: str) -> None:
    """Refuse a name that does not end in `suffix`. Raises ExportError with a better one."""
    if target.suffix.lower() != suffix:
        suggestion = target.with_name(target.name + suffix)
        raise ExportError("export-wrong-suffix", path=target, suffix=suffix, suggestion=suggestion)


def export_error(target: Path, error: OSError) -> ExportError:
    """Return what a failed write of `target` means to the user, with another place to write to."""
    code = _CODES.get(error.errno or 0, "export-failed")
    other = _other_name(target, code)
    return ExportError(code, path=target, problem=error, suggestion=other)


def _other_name(target: Path, code: str) -> Path:
    """Return a free name beside `target`, or in another folder where that place is no use."""
    here = target.parent.absolute()
    if code in ("export-locked", "export-failed") and os.access(here, os.W_OK):
        return free_name(target)
    places = [place for place in (Path.home(), Path(gettempdir())) if place != here]
    if code == "export-disk-full":  # another disk is likelier to have room
        places.sort(key=lambda place: _device(place) == _device(here))
    usable = (place for place in places if place.is_dir() and os.access(place, os.W_OK))
    return free_name(next(usable, places[0]) / target.name)


def _device(folder: Path) -> int | None:
    return folder.stat().st_dev if folder.exists() else None
