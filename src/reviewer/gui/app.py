"""Starts the window and everything behind it."""

from __future__ import annotations

import datetime
import logging
import os
import signal
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.leaving import Leaving
from reviewer.gui.exporting import Exporter, WritesWorkbooks
from reviewer.gui.keeping import Keeper
from reviewer.gui.language import install_language
from reviewer.gui.main_window import MainWindow
from reviewer.gui.messages import MessageCenter
from reviewer.gui.opening import Opener, OpensReports
from reviewer.gui.phrasing import Phrases
from reviewer.gui.preferences import Preferences
from reviewer.gui.projects import Projects
from reviewer.gui.shared import Shared
from reviewer.gui.tasks import Tasks
from reviewer.gui.theme import apply_theme
from reviewer.project import SUFFIX, Project, default_project, held_by
from reviewer.readers.isolated import IsolatedReader
from reviewer.readers.office import with_office
from reviewer.settings import Settings, ThemeChoice, load_settings, save_settings, settings_file
from reviewer.settings.phrases import PhraseBank, load_phrases, phrases_file, save_phrases
from reviewer.support.errors import StoreError
from reviewer.support.folders import Folders, own_folders
from reviewer.support.messages import Language, load_messages

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Services:
    """What the program needs from below: reading, writing and keeping.

    `project` may be absent. `user` signs decisions as long as no other name is set. Without
    `save_phrases` what is learnt lasts until the end.
    """

    load_pipeline: Callable[[], OpensReports]
    write_workbook: WritesWorkbooks
    save: Callable[[Settings], None]
    project: Project | None
    user: str = ""
    phrases: PhraseBank = field(default_factory=PhraseBank)
    save_phrases: Callable[[PhraseBank], None] = lambda bank: None


class Program(QObject):
    """Owns what outlives a window; makes the window anew when language or colours change."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        services: Services,
        language: Language | None = None,
    ) -> None:
        super().__init__()
        self._app = app
        self._user = services.user
        spoken = language or settings.language
        self.messages = MessageCenter(load_messages(spoken), self)
        self.preferences = Preferences(
            settings, services.save, self.messages.fail, self, language=language
        )
        self.keeper = Keeper(services.project, self.messages, self)
        self.desk = Desk(by=settings.reviewer or services.user, parent=self)
        self.tasks = Tasks(self)
        self.opener = Opener(
            self.desk,
            self.tasks,
            self.messages,
            self.preferences,
            self.keeper,
            services.load_pipeline,
            self,
        )
        self.projects = Projects(
            self.desk,
            self.keeper,
            self.opener,
            self.tasks,
            self.messages,
            self.preferences,
            self,
        )
        self.exporter = Exporter(
            self.tasks, self.messages, self.preferences, services.write_workbook, self
        )
        self._shared = Shared(
            self.desk,
            self.tasks,
            self.messages,
            self.preferences,
            self.opener,
            self.exporter,
            Leaving(self.exporter, self.keeper, self),
            self.projects,
            self.keeper,
            Phrases(services.phrases, services.save_phrases, self.messages, self),
        )
        self._translators: list[QTranslator] = install_language(app, spoken)
        self._theme = apply_theme(app, settings)
        self.window = self._make_window()
        app.styleHints().colorSchemeChanged.connect(self._on_system_colors)

    def set_language(self, language: Language) -> None:
        """Speak another language from now on."""
        if language == self.preferences.settings.language:
            return
        self.preferences.change(language=language)
        self.forget_language()
        self._translators = install_language(self._app, language)
        self.messages.sentences = load_messages(language)
        self._renew_window()

    def forget_language(self) -> None:
        """Take this program's translations out of the application."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []

    def set_theme(self, choice: ThemeChoice) -> None:
        """Wear other colours from now on."""
        self.preferences.change(theme=choice)
        self._dress()

    def take_settings(self, changed: dict[str, object]) -> None:
        """Let settings from the dialog hold from now on."""
        language = changed.pop("language", None)
        self.preferences.change(**changed)
        if "reviewer" in changed:
            self.desk.by = self.preferences.settings.reviewer or self._user
        if language is not None:
            self.set_language(language)
        if "zoom" in changed:
            self.window.text.set_zoom(self.preferences.settings.zoom)
        self._dress()

    def shut_down(self) -> None:
        """Stop the background work and write what is not yet on disk before the program ends."""
        self.tasks.shut_down()
        self.keeper.retry()
        self.preferences.write()

    def _on_system_colors(self) -> None:
        if self.preferences.settings.theme == "system":
            self._dress()

    def _dress(self) -> None:
        theme = apply_theme(self._app, self.preferences.settings)
        if (theme.name, theme.fonts) != (self._theme.name, self._theme.fonts):
            self._theme = theme
            self._renew_window()

    def _make_window(self) -> MainWindow:
        window = MainWindow(self._shared, self._theme)
        # Queued: the old window must not be torn down inside a signal of its own.
        window.commands.view.language_requested.connect(
            lambda language: QTimer.singleShot(0, self, lambda: self.set_language(language))
        )
        window.commands.view.theme_requested.connect(
            lambda choice: QTimer.singleShot(0, self, lambda: self.set_theme(choice))
        )
        window.dialogs.settings_changed.connect(
            lambda changed: QTimer.singleShot(0, self, lambda: self.take_settings(changed))
        )
        return window

    def _renew_window(self) -> None:
        old = self.window
        self.window = self._make_window_like(old)
        old.deleteLater()

    def _make_window_like(self, old: MainWindow) -> MainWindow:
        shown = old.isVisible()
        old.put_away()
        window = self._make_window()
        if shown:
            window.show()
            old.hide()
        return window


def tell_of_slips(messages: MessageCenter) -> None:
    """Let errors that nobody caught reach the message area and the log."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.critical("uncaught error", exc_info=(kind, error, trace))
        if isinstance(error, Exception):
            messages.fail(error)
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


def run(
    paths: Sequence[str],
    *,
    language: Language | None = None,
    folders: Folders | None = None,
    for_qt: Sequence[str] = (),
    at_start: Callable[[Program], None] | None = None,
) -> int:
    """Show the window with the reports in `paths`; return the exit status.

    The self-test brings `folders` of its own, arguments for Qt, and goes on `at_start`.
    """
    from reviewer.export.workbook import write_workbook
    from reviewer.review import load_pipeline

    app = QApplication([*sys.argv[:1], *for_qt])
    app.setApplicationName("reviewer")
    folders = folders or own_folders()
    file = settings_file(folders)
    settings, problem = load_settings(file)
    project, failure = _open_project(folders, _project_path(paths, settings))
    bank, lost = _load_phrases(folders)
    reader = IsolatedReader()
    reading = with_office(reader, folders.data)
    services = Services(
        lambda: load_pipeline(read=reading.read),
        write_workbook,
        partial(save_settings, file=file),
        project,
        user=os.environ.get("USERNAME") or os.environ.get("USER", ""),
        phrases=bank,
        save_phrases=partial(save_phrases, file=phrases_file(folders)),
    )
    program = Program(app, settings, services, language)
    bound_reading(reader, program.preferences)
    tell_of_slips(program.messages)
    close_on_interrupt(app)
    for error in filter(None, (problem, failure, lost)):
        program.messages.fail(error)
    program.window.show()
    program.projects.begin()
    program.opener.open_paths([path for path in paths if not _is_project(path)])
    if at_start is not None:
        at_start(program)
    status = app.exec()
    program.shut_down()
    reading.close()
    if program.keeper.project is not None:
        program.keeper.project.close()
    return status


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
        project = Project.open(path, now=now) if path else default_project(folders.data, now=now)
    except StoreError as error:
        return None, error
    held = held_by(project.path, project.holder) if project.holder else None
    return project, held or project.trouble


def _load_phrases(folders: Folders) -> tuple[PhraseBank, StoreError | None]:
    try:
        return load_phrases(phrases_file(folders)), None
    except StoreError as error:
        return PhraseBank(), error
