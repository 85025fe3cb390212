"""What the entries of the file menu do."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.shared import Shared
from reviewer.gui.wording import suggested_path
from reviewer.project import SUFFIX
from reviewer.review import Review


class FileCommands(QObject):
    """Opening, closing, printing, projects. `chosen` returns the rows selected in the list."""

    quit_requested = Signal()
    backups_requested = Signal()
    settings_requested = Signal()

    def __init__(self, shared: Shared, questions: FileQuestions, window: QWidget) -> None:
        super().__init__(window)
        self._desk = shared.desk
        self._opener = shared.opener
        self._projects = shared.projects
        self._keeper = shared.keeper
        self._replacer = shared.replacer
        self._exporter = shared.exporter
        self._doubter = shared.doubter
        self._window = window
        self.questions = questions
        self.chosen: Callable[[], list[int]] = list

    def open_reports(self) -> None:
        """Ask for files and open them."""
        self._open(self.questions.reports())

    def open_folder(self) -> None:
        """Ask for a folder and open the reports in it."""
        folder = self.questions.folder()
        self._open([folder] if folder else [])

    def open_paths(self, paths: list[str]) -> None:
        """Open files, folders and projects that were dropped or chosen from the recent ones."""
        for path in paths:
            if path.endswith(SUFFIX):
                self.open_project_at(path)
        self._open([path for path in paths if not path.endswith(SUFFIX)])

    def _open(self, reports: list[str]) -> None:
        if reports:
            self._projects.leave_examples()
            self._opener.open_paths(reports)

    def open_examples(self) -> None:
        """Open the example reports, apart from the user's own."""
        self._projects.open_examples()

    def new_project(self) -> None:
        """Ask where to begin another project, and begin it."""
        path = self.questions.new_project(self.tr("New Project"))
        if path:
            self._projects.open(Path(path))

    def open_project(self) -> None:
        """Ask for a project and open it in place of the one at hand."""
        path = self.questions.project()
        if path:
            self.open_project_at(path)

    def open_project_at(self, path: str) -> None:
        """Open a project in place of the one at hand."""
        self._projects.open(Path(path))

    def save_copy(self) -> None:
        """Ask where to put a copy of the project, and write it."""
        path = self.questions.new_project(self.tr("Save a Copy of the Project"))
        if path:
            self._projects.save_copy(Path(path))

    def backups(self) -> None:
        """Let the user go back to a backup."""
        self.backups_requested.emit()

    def settings(self) -> None:
        """Let the user change the settings."""
        self.settings_requested.emit()

    def reopen_as(self, encoding: str) -> None:
        """Read the report at hand again in another encoding."""
        if self._desk.current is not None:
            self._opener.reopen(self._desk.row, encoding)

    def close_report(self) -> None:
        """Take the reports selected in the list off it; what was decided on them is kept."""
        rows = self.chosen() or [self._desk.row]
        self._desk.settling.emit()
        self._keeper.remove([self._desk.reviews[row].key for row in rows])
        for row in sorted(rows, reverse=True):
            self._desk.close(row)

    def replace_report(self) -> None:
        """Ask for a newer version of the report at hand and compare the two."""
        current = self._desk.current
        path = self.questions.newer(current.source) if current else ""
        if current is not None and path:
            self._replacer.begin(current, path)

    def save_pdf(self) -> None:
        """Ask for a name and write the marked report with its score sheet as PDF."""
        name, current = self.tr("Scores"), self._desk.current
        if current is not None:
            self._save_pdf_as(current, suggested_path([current], current, f"{name}.pdf"))

    def print_report(self) -> None:
        """Print the marked report with its score sheet."""
        if self._desk.current is not None:
            self._doubter.tell([self._desk.current])
            self._exporter.print_report(self._desk.current, self._window)

    def quit(self) -> None:
        """End the program."""
        self.quit_requested.emit()

    def _save_pdf_as(self, review: Review, suggested: str) -> None:
        target = self.questions.pdf(suggested)
        if target:
            self._doubter.tell([review])
            self._exporter.save_pdf(review, target, partial(self._save_pdf_as, review))
