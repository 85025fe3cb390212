"""Opens the dialogs of exports over a window, and takes their answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from reviewer.gui.commands.export import ExportCommands
from reviewer.gui.dialogs.doubts import DoubtsDialog
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.dialogs.written import WrittenDialog
from reviewer.gui.doubting import Doubted
from reviewer.gui.handing_out import Outcome
from reviewer.gui.shared import Shared
from reviewer.gui.theme import Theme
from reviewer.gui.wording import suggested_path
from reviewer.review import Status
from reviewer.settings import Settings

# The writers of workbooks are slow to import: not before somebody exports.
if TYPE_CHECKING:
    from reviewer.export.form.confirming import Question
    from reviewer.gui.dialogs.export_folder import Choice

_UNFINISHED = (Status.NOT_BEGUN, Status.IN_WORK)


class ExportDialogs(QObject):
    """The questions and the list around an export; `settings_changed` as in Dialogs."""

    settings_changed = Signal(dict)

    def __init__(
        self,
        shared: Shared,
        commands: ExportCommands,
        questions: FileQuestions,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._shared = shared
        self._commands = commands
        self._questions = questions
        self._theme = theme
        self._window = window
        commands.folder_requested.connect(self.choose)
        shared.doubter.list_wanted.connect(self.show_doubts)
        shared.handing_out.columns_wanted.connect(self.ask_columns)
        shared.handing_out.folder_wanted.connect(self.ask_folder)
        shared.handing_out.name_wanted.connect(self.ask_name)
        shared.handing_out.list_wanted.connect(self.show_list)

    def choose(self) -> None:
        """Ask what is to be written into which folder, and write it."""
        from reviewer.gui.dialogs.export_folder import Browsing, ExportDialog

        desk = self._shared.desk
        beside = Path(suggested_path(desk.reviews, desk.current, self.tr("Export")))
        browsing = Browsing(
            form=lambda: self._questions.form(self.tr("County's Form")),
            template=self._questions.template,
            folder=self._questions.target_folder,
        )
        unfinished = sum(review.status in _UNFINISHED for review in desk.reviews)
        counts = len(desk.reviews), len(self._commands.selected()), unfinished
        # A name that was never set is that of whoever sits at the computer.
        known = replace(self._settings, reviewer=desk.by)
        dialog = ExportDialog(known, counts, str(beside), browsing, self._hand_out, self._window)
        doubted = self._shared.doubter.doubted(desk.reviews)
        if doubted:
            words = self._shared.doubter.words(len(doubted))
            dialog.mention(words, lambda: self.show_doubts(doubted, dialog))
        self._open(dialog)

    @property
    def _settings(self) -> Settings:
        return self._shared.preferences.settings

    def _hand_out(self, choice: Choice) -> None:
        from reviewer.export.batch import FileKind, Wanted

        self._remember(choice)
        desk = self._shared.desk
        desk.settling.emit()
        reviews = desk.reviews if choice.every else self._commands.selected()
        wanted = Wanted(
            kinds=choice.kinds,
            form=Path(choice.form) if FileKind.FORM in choice.kinds else None,
            slip_template=Path(choice.slip_template) if choice.slip_template else None,
            office=choice.office,
            author=choice.reviewer,
        )
        self._shared.handing_out.hand_out(reviews, wanted, Path(choice.folder))

    def _remember(self, choice: Choice) -> None:
        self._shared.preferences.change(
            export_kinds=tuple(sorted(kind.value for kind in choice.kinds)),
            export_folder=choice.folder,
            export_form=choice.form,
            export_slip_template=choice.slip_template,
        )
        said = {"office": choice.office, "reviewer": choice.reviewer}
        known = {"office": self._settings.office, "reviewer": self._shared.desk.by}
        changed = {name: words for name, words in said.items() if words != known[name]}
        if changed:
            self.settings_changed.emit(changed)

    def ask_columns(self, question: Question, take: object) -> None:
        """Ask what the columns of a table hold."""
        from reviewer.export.form.confirming import field_choices
        from reviewer.gui.dialogs.columns import ColumnsDialog

        reviews = self._shared.desk.reviews
        if not reviews:
            return
        choices = field_choices(reviews[0].checklist, self._settings.language)
        self._open(ColumnsDialog(question, choices, take, self._window))

    def ask_folder(self, answer: object) -> None:
        """Ask for another folder."""
        folder = self._questions.target_folder()
        if folder:
            answer(folder)

    def ask_name(self, suggestion: str, answer: object) -> None:
        """Ask for another name."""
        name = self._questions.workbook(suggestion)
        if name:
            answer(name)

    def show_list(self, outcome: Outcome) -> None:
        """Show what was written."""
        self._open(WrittenDialog(outcome, self._theme, self._window))

    def show_doubts(self, doubted: list[Doubted], over: QDialog | None = None) -> None:
        """Show the decisions that do not fit together, over a dialog that closes to go to one."""

        def go(one: Doubted) -> None:
            if over is not None:
                over.reject()
            self._shared.doubter.go_to(one)

        sentences = self._shared.messages.sentences
        self._open(DoubtsDialog(doubted, sentences, go, over or self._window))

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
