"""Asks Word or WPS, where one is installed on Windows, for what the program cannot read itself."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import Protocol

from reviewer.readers.isolated import IsolatedReader
from reviewer.readers.office_automation import PROGRAMS, read_by_office
from reviewer.report import Report
from reviewer.support.closing import Closing
from reviewer.support.errors import UnreadableReport

# Word needs some seconds until it has started.
_SECONDS_MORE = 50.0
_OLD_FORMATS = frozenset(("OLE2", "Word 2"))
_OLD_SUFFIXES = frozenset((".doc", ".dot", ".wps", ".wpt"))
_LOST = frozenset(("old-word", "numbers-lost", "perhaps-incomplete"))
_FOLDER, _PREFIX = "temporary", "office-"
_LEFT_BEHIND_SECONDS = 24 * 3600


class Reads(AbstractContextManager["Reads"], Protocol):
    """What this module needs of an IsolatedReader and offers itself."""

    def read(self, path: str, *, encoding: str | None = None) -> Report:
        """Read a file; raises UnreadableReport."""

    def close(self) -> None:
        """End the process behind it."""


class OfficeFallback(Closing):
    """Reads with `own`, and with `office` what that refuses as too old or gives without numbers.

    `folder` is emptied after every use, and of what a crash left there when this is made.
    """

    def __init__(self, own: Reads, office: Reads, folder: Path) -> None:
        self._own = own
        self._office = office
        self._folder = folder
        _clear_old(folder.parent)

    def close(self) -> None:
        """End the processes of both."""
        self._own.close()
        self._office.close()

    def read(self, path: str, *, encoding: str | None = None) -> Report:
        """Read the file at `path`; raises the program's own UnreadableReport."""
        try:
            report = self._own.read(path, encoding=encoding)
        except UnreadableReport as error:
            better = self._by_office(path) if _is_old(path, error) else None
            if better is None:
                raise
            return better
        lossy = report.format in ("doc", "wps") and any(n.code in _LOST for n in report.notices)
        return (self._by_office(path) if lossy else None) or report

    def _by_office(self, path: str) -> Report | None:
        try:
            return self._office.read(path)
        except UnreadableReport:
            # Without an office, or where it cannot either, what the program itself says stands.
            return None
        finally:
            self._office.close()
            shutil.rmtree(self._folder, ignore_errors=True)


def office_is_installed() -> bool:
    """Tell whether Windows knows Word or WPS by name; on other systems there is none."""
    if sys.platform == "win32":
        import winreg

        for program in PROGRAMS:
            try:
                winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, rf"{program}\CLSID").Close()
            except OSError:
                continue
            return True
    return False


def with_office(
    own: IsolatedReader, data: Path, *, installed: Callable[[], bool] = office_is_installed
) -> Reads:
    """Return `own`, with Word or WPS behind it where one is `installed`.

    Temporary files lie in a folder of their own below `data`, the program's folder.
    """
    if not installed():
        return own
    folder = data / _FOLDER / f"{_PREFIX}{os.getpid()}"
    wait = own.limits.seconds + _SECONDS_MORE
    patient = replace(own.limits, seconds=wait, wait=wait)
    office = IsolatedReader(partial(read_by_office, folder=folder), limits=patient)
    return OfficeFallback(own, office, folder)


def _is_old(path: str, error: UnreadableReport) -> bool:
    if error.code == "unsupported":
        return error.details.get("format") in _OLD_FORMATS
    return error.code == "unreadable" and PurePath(path).suffix.lower() in _OLD_SUFFIXES


def _clear_old(folder: Path) -> None:
    """Remove what conversions that crashed left behind; another program's may be in use."""
    oldest = time.time() - _LEFT_BEHIND_SECONDS
    for left in folder.glob(f"{_PREFIX}*"):
        if left.stat().st_mtime < oldest:
            shutil.rmtree(left, ignore_errors=True)
