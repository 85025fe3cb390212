"""Opens the dialogs of a window with what they need."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from reviewer.compare.rows import report_rows
from reviewer.gui.commands.by_menu import Commands
from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.about import AboutDialog
from reviewer.gui.dialogs.backups import BackupsDialog
from reviewer.gui.dialogs.front_matter import FrontMatterDialog
from reviewer.gui.dialogs.help import HelpWindow, KeysDialog
from reviewer.gui.dialogs.phrases import PhrasesDialog
from reviewer.gui.dialogs.settings import SettingsDialog
from reviewer.gui.dialogs.side_by_side import SideBySide
from reviewer.gui.dialogs.words import WordsDialog
from reviewer.gui.helping import place_for
from reviewer.gui.models.notes import Note
from reviewer.gui.replacing import Replacement
from reviewer.gui.shared import Shared
from reviewer.gui.theme import Theme
from reviewer.gui.wording import file_name, report_name


class Dialogs(QObject):
    """Every dialog of the window but those of exports; each blocks the window and nothing else."""

    settings_changed = Signal(dict)

    def __init__(self, shared: Shared, commands: Commands, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._shared = shared
        self._desk: Desk = shared.desk
        self._decide = commands.decide
        self._theme = theme
        self._window = window
        self._guide: HelpWindow | None = None
        shared.replacer.ready.connect(self.newer_version)
        shared.signer.settings_wanted.connect(self.person)
        self._connect(commands)

    def _connect(self, commands: Commands) -> None:
        commands.file.backups_requested.connect(self.backups)
        commands.file.settings_requested.connect(self.settings)
        commands.decide.phrases_requested.connect(self.phrases)
        commands.decide.reason_requested.connect(self.reason)
        commands.decide.note_reason_requested.connect(self.note_reason)
        commands.decide.report_comment_requested.connect(self.report_comment)
        commands.structure.front_matter_requested.connect(self.front_matter)
        commands.view.side_by_side_requested.connect(self.two_reports)
        commands.help.about_requested.connect(self.about)
        commands.help.guide_requested.connect(self.guide)
        commands.help.keys_requested.connect(self.keys)

    def about(self) -> None:
        """Say what the program is and what it is made of."""
        self._open(AboutDialog(self._theme, self._window))

    def guide(self) -> None:
        """Open the guide at the place for what has the focus."""
        language = self._shared.preferences.settings.language
        place = place_for(QApplication.focusWidget(), language)
        if self._guide is None:
            self._guide = HelpWindow(language, self._theme, self._window)
        self._guide.show()
        self._guide.raise_()
        self._guide.show_place(place)

    def keys(self) -> None:
        """Show every action with its keys."""
        self._open(KeysDialog(self._theme, self._window))

    def newer_version(self, found: Replacement) -> None:
        """Show a newer version beside the old one and ask whether it is to take its place."""
        replacer = self._shared.replacer
        dialog = SideBySide(
            (file_name(found.old.report.source), file_name(found.opened.review.report.source)),
            found.rows,
            self._theme,
            self._window,
            lost=found.lost,
            take=lambda: replacer.take(found),
        )
        dialog.setWindowTitle(self.tr("The Old and the New Version"))
        self._open(dialog)

    def two_reports(self, rows: list[int]) -> None:
        """Show two reports beside each other."""
        one, other = (self._desk.reviews[row] for row in rows)
        titles = (report_name(one), report_name(other))
        dialog = SideBySide(
            titles, report_rows(one.report, other.report), self._theme, self._window
        )
        dialog.setWindowTitle(self.tr("Two Reports"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()

    def settings(self) -> None:
        """Let the user change the settings."""
        self._open(self._settings_dialog())

    def person(self) -> None:
        """Let the user say who reviews."""
        dialog = self._settings_dialog()
        dialog.show_option("reviewer")
        self._open(dialog)

    def _settings_dialog(self) -> SettingsDialog:
        where = self.tr("The project is kept in {folder}.")
        return SettingsDialog(
            self._shared.preferences.settings,
            self._shared.messages.sentences,
            self.settings_changed.emit,
            where.format(folder=self._shared.projects.folder),
            self._window,
        )

    def backups(self) -> None:
        """Let the user go back to a backup."""
        projects = self._shared.projects
        self._open(BackupsDialog(projects.backups, projects.restore, self._window))

    def phrases(self) -> None:
        """Let the user look through the phrase bank."""
        self._open(PhrasesDialog(self._shared.phrases, self._shared.messages, self._window))

    def front_matter(self) -> None:
        """Let the user correct what the report says of itself."""
        if self._desk.current is not None:
            self._open(FrontMatterDialog(self._desk, self._desk.current, self._window))

    def reason(self) -> None:
        """Ask why the finding on the selected element is to be set aside."""
        review, element = self._desk.current, self._desk.element
        if review is None or element is None:
            return
        about = self.tr("{id} {name}: the finding is set aside, and the element counts as present.")
        offered = self._shared.phrases.offered(element.id)
        self._open(
            WordsDialog(
                self.tr("Set the Finding Aside, Because…"),
                about.format(id=element.id, name=element.name),
                review.decision(element.id).ignored,
                [phrase.text for phrase in offered],
                self._decide.set_aside,
                self._window,
                needed=not review.decision(element.id).ignored,
            )
        )

    def note_reason(self, note: Note) -> None:
        """Ask why a contradiction or an oddity is to be set aside."""
        review = self._desk.current
        if review is None:
            return
        because = review.decision(note.key).ignored
        self._open(
            WordsDialog(
                self.tr("Set Aside, Because…"),
                " ".join(cell for cell in note.cells if cell),
                because,
                [],
                partial(self._decide.set_note_aside, note.key),
                self._window,
                needed=not because,
            )
        )

    def report_comment(self) -> None:
        """Ask for the comment on the whole report."""
        review = self._desk.current
        if review is None:
            return

        def say(words: str) -> None:
            self._decide.comment_on_report(words)
            self._shared.phrases.learn("", words)

        self._open(
            WordsDialog(
                self.tr("Comment on the Whole Report"),
                report_name(review),
                review.comment,
                [phrase.text for phrase in self._shared.phrases.offered("")],
                say,
                self._window,
            )
        )

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
