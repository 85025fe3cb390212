"""Starts the program: settings, project, log, window; and ends it."""

from __future__ import annotations

import datetime
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from reviewer.gui.app import Program, Services
from reviewer.gui.display import open_application
from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.gui.preferences import Preferences
from reviewer.project import SUFFIX, Project, default_project, open_anywhere
from reviewer.readers.isolated import IsolatedReader
from reviewer.readers.office import with_office
from reviewer.review.pipeline import ReadsReports
from reviewer.settings import Settings, load_settings, save_settings, settings_file
from reviewer.settings.phrases import PhraseBank, load_phrases, phrases_file, save_phrases
from reviewer.support.errors import StoreError
from reviewer.support.folders import Folders, own_folders
from reviewer.support.logbook import Logbook, crash_details, open_logbook
from reviewer.support.messages import DEFAULT_LANGUAGE, Language

_log = logging.getLogger(__name__)
_COPY = QT_TRANSLATE_NOOP("Starting", "Copy Details")
_CRASHED = QT_TRANSLATE_NOOP(
    "Starting",
    "The program ended unexpectedly the last time. Every decision made until then is kept.",
)


def tell_of_slips(messages: MessageCenter, logbook: Logbook | None = None) -> None:
    """Let errors that nobody caught reach the message area and the log."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("uncaught error", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            log = logbook.last_lines() if logbook else ""
            messages.fail(error, copying(crash_details(error, log)))
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook


def close_on_interrupt(app: QApplication) -> None:
    """Let Ctrl+C in the terminal and a request to end close the windows, as a click would."""
    if os.name == "nt":  # pipes cannot be watched there, and no terminal stands behind the window
        return
    # Python gets to its signal handlers only when something wakes Qt's event loop.
    waker, wake = os.pipe()
    os.set_blocking(wake, False)
    signal.set_wakeup_fd(wake)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: app.closeAllWindows())
    QSocketNotifier(waker, QSocketNotifier.Type.Read, app).activated.connect(
        lambda: os.read(waker, 64)
    )


def bound_reading(reader: IsolatedReader, preferences: Preferences) -> None:
    """Let reading keep to the limits in the settings, also when they are changed."""

    def bound() -> None:
        reader.limits = preferences.limits

    bound()
    preferences.changed.connect(bound)


def copying(details: str) -> Remedy:
    """Return the button that copies `details` for whoever maintains the program."""
    return Remedy(
        QCoreApplication.translate("Starting", _COPY),
        lambda: QGuiApplication.clipboard().setText(details),
    )


def tell_of_crash(messages: MessageCenter, logbook: Logbook) -> None:
    """Tell that the last run ended by a crash, where it did."""
    if logbook.crash:
        text = QCoreApplication.translate("Starting", _CRASHED)
        details = crash_details(log=f"{logbook.crash}\n\n{logbook.last_lines()}")
        messages.post(Message(Severity.WARNING, text, remedies=(copying(details),)))


def run(
    paths: Sequence[str],
    *,
    language: Language | None = None,
    folders: Folders | None = None,
    for_qt: Sequence[str] = (),
    trying: bool = False,
    at_start: Callable[[Program], None] | None = None,
) -> int:
    """Show the window with the reports in `paths`; return the exit status.

    With `trying` they are examples, which have a project of their own. The self-test brings
    `folders` of its own, arguments for Qt, and goes on `at_start`.
    """
    app = open_application([*sys.argv[:1], *for_qt], language or DEFAULT_LANGUAGE)
    app.setApplicationName("reviewer")
    folders = folders or own_folders()
    logbook = open_logbook(folders.data)
    settings, problem = load_settings(settings_file(folders))
    reader = IsolatedReader()
    reading = with_office(reader, folders.data)
    services, troubles = _services(folders, reading.read, _project_path(paths, settings))
    program = Program(app, settings, services, language)
    bound_reading(reader, program.preferences)
    tell_of_slips(program.messages, logbook)
    close_on_interrupt(app)
    for error in filter(None, (problem, *troubles)):
        program.messages.fail(error)
    if logbook is not None:
        tell_of_crash(program.messages, logbook)
    program.window.show()
    if trying:
        program.projects.open_examples()
    else:
        program.projects.begin()
        program.opener.open_paths([path for path in paths if not _is_project(path)])
    if at_start is not None:
        at_start(program)
    status = app.exec()
    program.shut_down()
    program.projects.close()
    reading.close()
    if logbook is not None:
        logbook.close()
    return status


def _services(
    folders: Folders, read: ReadsReports, project: Path | None
) -> tuple[Services, list[StoreError | None]]:
    """Return what the program needs from below, and what went wrong with it."""
    from reviewer.export.workbook import write_workbook
    from reviewer.review import load_to_list

    opened, failure = _open_project(folders, project)
    bank, lost = _load_phrases(folders)
    services = Services(
        lambda: load_to_list(read=read),
        write_workbook,
        partial(save_settings, file=settings_file(folders)),
        opened,
        user=os.environ.get("USERNAME") or os.environ.get("USER", ""),
        phrases=bank,
        save_phrases=partial(save_phrases, file=phrases_file(folders)),
        data=folders.data,
        forms=folders.config / "forms",
    )
    return services, [failure, lost]


def _is_project(path: str) -> bool:
    return path.endswith(SUFFIX)


def _project_path(paths: Sequence[str], settings: Settings) -> Path | None:
    """Return the project asked for, else the one open last; None for the user's default one."""
    asked = [path for path in paths if _is_project(path)]
    if asked:
        return Path(asked[0])
    last = Path(settings.project) if settings.project else None
    return last if last is not None and last.exists() else None


def _open_project(folders: Folders, path: Path | None) -> tuple[Project | None, StoreError | None]:
    now = datetime.datetime.now().astimezone()
    try:
        if path is not None:
            return open_anywhere(path, folders.data / "copies", now=now), None
        return default_project(folders.data, now=now), None
    except StoreError as error:
        return None, error


def _load_phrases(folders: Folders) -> tuple[PhraseBank, StoreError | None]:
    try:
        return load_phrases(phrases_file(folders)), None
    except StoreError as error:
        return PhraseBank(), error
