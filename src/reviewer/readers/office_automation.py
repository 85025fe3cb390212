"""Lets Word or WPS convert a file to .docx and reads that; run in a process of its own, on Windows.

The file is copied first, so that no lock file appears beside the report. Word gets no password to
guess with, shows nothing, runs no macro and remembers nothing; where it cannot be told to run no
macro, nothing is opened.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from reviewer.readers.bounds import guard_window
from reviewer.readers.limits import Limits
from reviewer.readers.registry import read_report
from reviewer.readers.source import load
from reviewer.report import Notice, Report

Start = Callable[[Path], Any]

# WPS offers what Word does, under names of its own.
PROGRAMS = ("Word.Application", "KWPS.Application", "WPS.Application")
_NO_ALERTS = 0
_MACROS_DISABLED = 3  # msoAutomationSecurityForceDisable
_DOCX = 12  # wdFormatXMLDocument
_DISCARD = 0
# With a wrong password a protected file is an error and no question.
_NO_PASSWORD = "\u00a0"
# Word itself takes some hundred megabytes before it opens anything.
_MEMORY_FACTOR = 4
_DEFAULT_LIMITS = Limits()


class _NoOfficeError(Exception):
    """Neither Word nor WPS is installed."""


def read_by_office(
    path: str,
    *,
    encoding: str | None = None,
    limits: Limits = _DEFAULT_LIMITS,
    folder: Path,
    start: Start | None = None,
) -> Report:
    """Return the report of what Word or WPS makes of the file; raises UnreadableReport.

    `folder` is for the copy and the converted file; whoever calls empties it. `start` returns the
    application's automation object. What that raises is the caller's to turn into an error.
    """
    file = load(path, limits, encoding)
    folder.mkdir(parents=True, exist_ok=True)
    source, target = folder / "report.doc", folder / "report.docx"
    source.write_bytes(file.data)
    try:
        application = (start or _start)(folder)
    except _NoOfficeError as error:
        raise file.error("unreadable") from error
    name = str(application.Name)
    try:
        _convert(application, source, target, limits)
    finally:
        application.Quit(_DISCARD)
    report = read_report(str(target), limits=limits)
    notices = (Notice("read-by-office", {"program": name}), *report.notices)
    return replace(report, source=path, format="doc", notices=notices, digest=file.digest)


def _convert(application: Any, source: Path, target: Path, limits: Limits) -> None:
    application.Visible = False
    application.DisplayAlerts = _NO_ALERTS
    application.AutomationSecurity = _MACROS_DISABLED
    guard = _guard(application, limits)
    # By place, as late binding has it: no question about conversion, read-only, not among the
    # recent files, no password for file and template, no reverting, the same for writing.
    document = application.Documents.Open(
        *(str(source), False, True, False, _NO_PASSWORD, _NO_PASSWORD, False),
        *(_NO_PASSWORD, _NO_PASSWORD),
    )
    try:
        document.SaveAs(str(target), _DOCX, False, "", False)
    finally:
        document.Close(_DISCARD)
    del guard


def _guard(application: Any, limits: Limits) -> object:
    """Bind the life of the application to this process's, so that it is ended where it hangs."""
    blank = application.Documents.Add()
    try:
        window = int(application.ActiveWindow.Hwnd)
    except _unknown_names():
        # Word before 2013 and some WPS tell no window; they are not ended with this process.
        return None
    finally:
        blank.Close(_DISCARD)
    return guard_window(window, limits.memory * _MEMORY_FACTOR)


def _unknown_names() -> tuple[type[Exception], ...]:
    """Return what late binding raises for a name that an application does not know."""
    comtypes = sys.modules.get("comtypes")
    known = (AttributeError, NameError)
    return known if comtypes is None else (*known, comtypes.COMError)


def _start(folder: Path) -> Any:
    import comtypes

    # comtypes makes a folder for generated code wherever it can; late binding needs none of it.
    generated: Any = types.ModuleType("comtypes.gen")
    generated.__path__ = [str(folder)]
    sys.modules["comtypes.gen"] = comtypes.gen = generated
    import comtypes.client

    for program in PROGRAMS:
        try:
            return comtypes.client.CreateObject(program, dynamic=True)
        except (OSError, comtypes.COMError):
            continue
    raise _NoOfficeError
