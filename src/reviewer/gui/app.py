"""Everything behind the window, and the window itself, made anew when it has to look anew."""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from reviewer.gui.bulk import Bulk
from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.leaving import Leaving
from reviewer.gui.doubting import Doubter
from reviewer.gui.exporting import Exporter, WritesWorkbooks
from reviewer.gui.handing_out import HandingOut
from reviewer.gui.indexing import TextIndex
from reviewer.gui.judging import Judging
from reviewer.gui.keeping import Keeper
from reviewer.gui.language import install_language
from reviewer.gui.main_window import MainWindow
from reviewer.gui.messages import MessageCenter
from reviewer.gui.noting import NoteTaker
from reviewer.gui.opening import Opener, OpensReports
from reviewer.gui.phrasing import Phrases
from reviewer.gui.preferences import Preferences
from reviewer.gui.projects import Projects
from reviewer.gui.reading_ahead import ReadingAhead
from reviewer.gui.replacing import Replacer
from reviewer.gui.shared import Shared
from reviewer.gui.signing import Signer
from reviewer.gui.tasks import Tasks
from reviewer.gui.theme import apply_theme
from reviewer.gui.writing import Writing
from reviewer.project import Project
from reviewer.settings import Settings, ThemeChoice
from reviewer.settings.phrases import PhraseBank
from reviewer.support.messages import Language, load_messages


@dataclass(frozen=True, slots=True)
class Services:
    """What the program needs from below: reading, writing and keeping.

    `project` may be absent. `user` signs decisions as long as no other name is set. Without
    `save_phrases` what is learnt lasts until the end. `data` is the program's own folder, `forms`
    that for what was confirmed of counties' forms.
    """

    load_pipeline: Callable[[], OpensReports]
    write_workbook: WritesWorkbooks
    save: Callable[[Settings], None]
    project: Project | None
    user: str = ""
    phrases: PhraseBank = field(default_factory=PhraseBank)
    save_phrases: Callable[[PhraseBank], None] = lambda bank: None
    data: Path = Path("data")
    forms: Path = Path("forms")


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
        # What lies on the desk stays there: looking through all of it for rubbish, as Python does
        # from time to time, would hold up the window.
        self.tasks.idle.connect(gc.freeze)
        self.judging = Judging(self.desk, self.tasks, self.messages, self)
        self.opener = Opener(
            self.desk,
            self.tasks,
            self.messages,
            self.preferences,
            self.keeper,
            self.judging,
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
            services.data,
            self,
        )
        self.notes = NoteTaker(self.desk, self.messages, self)
        self._shared = self._share(services)
        self._translators: list[QTranslator] = install_language(app, spoken)
        self._theme = apply_theme(app, settings)
        self.window = self._make_window()
        app.styleHints().colorSchemeChanged.connect(self._on_system_colors)

    def _share(self, services: Services) -> Shared:
        """Return what every window needs."""
        self.writing = Writing(self.tasks, self.messages, self)
        self.exporter = Exporter(
            self.writing,
            self.judging,
            self.messages,
            self.preferences,
            services.write_workbook,
            self,
        )
        self.handing_out = HandingOut(
            self.writing,
            self.judging,
            self.messages,
            self.preferences,
            self.keeper,
            services.forms,
            self,
        )
        self.doubter = Doubter(self.desk, self.messages, self)
        self.index = TextIndex(self.desk, self.judging, self.messages, self)
        self.ahead = ReadingAhead(self.desk, self.messages, self)
        self.bulk = Bulk(self.desk, self.keeper, self)
        return Shared(
            desk=self.desk,
            tasks=self.tasks,
            messages=self.messages,
            preferences=self.preferences,
            opener=self.opener,
            judging=self.judging,
            exporter=self.exporter,
            handing_out=self.handing_out,
            leaving=Leaving(self.writing, self.keeper, self),
            projects=self.projects,
            keeper=self.keeper,
            phrases=Phrases(services.phrases, services.save_phrases, self.messages, self),
            notes=self.notes,
            index=self.index,
            replacer=Replacer(self.desk, self.tasks, self.messages, self.keeper, self.opener, self),
            doubter=self.doubter,
            signer=Signer(self.desk, self.projects, self.messages, self.preferences, self),
            ahead=self.ahead,
            bulk=self.bulk,
        )

    @property
    def busy(self) -> bool:
        """Whether anything is being read, judged, decided on or written."""
        return self.tasks.busy or self.judging.busy or self.bulk.busy

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
        self.bulk.finish()
        self.tasks.shut_down()
        self.judging.shut_down()
        self.notes.shut_down()
        self.index.shut_down()
        self.ahead.shut_down()
        self.keeper.retry()
        self.projects.note_spot()
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
        for dialogs in (window.dialogs, window.exports):
            dialogs.settings_changed.connect(
                lambda changed: QTimer.singleShot(0, self, lambda: self.take_settings(changed))
            )
        return window

    def _renew_window(self) -> None:
        old, spot = self.window, self.desk.spot
        self.window = self._make_window_like(old)
        if spot is not None:
            self.desk.return_to(spot)  # a new window shows the text from its beginning
        old.deleteLater()

    def _make_window_like(self, old: MainWindow) -> MainWindow:
        shown = old.isVisible()
        old.put_away()
        window = self._make_window()
        if shown:
            window.show()
            old.hide()
        return window
