"""Starts the window and everything behind it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer.gui.desk import Desk
from reviewer.gui.exporting import Exporter
from reviewer.gui.language import install_language
from reviewer.gui.main_window import MainWindow
from reviewer.gui.messages import MessageCenter
from reviewer.gui.opening import Opener, OpensReports
from reviewer.gui.preferences import Preferences
from reviewer.gui.tasks import Tasks
from reviewer.gui.theme import ThemeChoice, apply_theme
from reviewer.review import Review
from reviewer.support.messages import Language, load_messages

_log = logging.getLogger(__name__)


class Program(QObject):
    """Owns what outlives a window; makes the window anew when language or colours change."""

    def __init__(
        self,
        app: QApplication,
        preferences: Preferences,
        load_pipeline: Callable[[], OpensReports],
        write_workbook: Callable[[Sequence[Review], Path], None],
    ) -> None:
        super().__init__()
        self._app = app
        self.preferences = preferences
        self.desk = Desk(by=preferences.reviewer, parent=self)
        self.tasks = Tasks(self)
        self.messages = MessageCenter(load_messages(preferences.language), self)
        self.opener = Opener(self.desk, self.tasks, self.messages, preferences, load_pipeline, self)
        self.exporter = Exporter(self.tasks, self.messages, write_workbook, self)
        self._translators: list[QTranslator] = install_language(app, preferences.language)
        self._theme = apply_theme(app, preferences.theme)
        self.window = self._make_window()
        app.styleHints().colorSchemeChanged.connect(lambda scheme: self._on_system_colors())

    def set_language(self, language: Language) -> None:
        """Speak another language from now on."""
        if language == self.preferences.language:
            return
        self.preferences.language = language
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
        self.preferences.theme = choice
        self._dress()

    def shut_down(self) -> None:
        """Stop the background work before the program ends."""
        self.tasks.shut_down()

    def _on_system_colors(self) -> None:
        if self.preferences.theme == "system":
            self._dress()

    def _dress(self) -> None:
        theme = apply_theme(self._app, self.preferences.theme)
        if theme.name != self._theme.name:
            self._theme = theme
            self._renew_window()
        self.preferences.save(self.preferences)

    def _make_window(self) -> MainWindow:
        window = MainWindow(
            self.desk,
            self.tasks,
            self.messages,
            self.preferences,
            self.opener,
            self.exporter,
            self._theme,
        )
        # Queued: the old window must not be torn down inside a signal of its own.
        window.commands.language_requested.connect(
            lambda language: QTimer.singleShot(0, self, lambda: self.set_language(language))
        )
        window.commands.theme_requested.connect(
            lambda choice: QTimer.singleShot(0, self, lambda: self.set_theme(choice))
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


def run(paths: Sequence[str], *, language: Language | None = None) -> int:
    """Show the window with the reports in `paths`; return the exit status."""
    from reviewer.export.workbook import write_workbook
    from reviewer.review import load_pipeline

    app = QApplication(sys.argv[:1])
    app.setApplicationName("reviewer")
    preferences = Preferences()
    if language is not None:
        preferences.language = language
    program = Program(app, preferences, load_pipeline, write_workbook)
    tell_of_slips(program.messages)
    program.window.show()
    program.opener.open_paths(paths)
    status = app.exec()
    program.shut_down()
    return status
