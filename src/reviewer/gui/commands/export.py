"""What the entries of the export menu do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.export.slip.letter import default_template
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.shared import Shared
from reviewer.gui.wording import suggested_path
from reviewer.review import Review


class ExportCommands(QObject):
    """Score sheets, folders, workbooks. `chosen` returns the rows selected in the list."""

    folder_requested = Signal()

    def __init__(self, shared: Shared, questions: FileQuestions, window: QWidget) -> None:
        super().__init__(window)
        self._desk = shared.desk
        self._exporter = shared.exporter
        self._handing_out = shared.handing_out
        self._doubter = shared.doubter
        self._questions = questions
        self.chosen: Callable[[], list[int]] = list

    def export(self) -> None:
        """Ask for a name and write the score sheets of all open reports."""
        self._doubter.tell(self._desk.reviews)
        name = self.tr("Scores")
        self._export_as(suggested_path(self._desk.reviews, self._desk.current, f"{name}.xlsx"))

    def export_folder(self) -> None:
        """Let the user choose what to write into a folder."""
        self.folder_requested.emit()

    def put_into_workbook(self) -> None:
        """Ask for a workbook and put all open reports into it."""
        book = self._questions.form(self.tr("Put into an Existing Workbook"))
        if book:
            self._doubter.tell(self._desk.reviews)
            self._handing_out.put_into(self._desk.reviews, Path(book))

    def save_slip_template(self) -> None:
        """Ask where to put a copy of the template of the return slip, and write it."""
        self._save_template_as(default_template().name)

    def selected(self) -> list[Review]:
        """Return the reviews selected in the list."""
        return [self._desk.reviews[row] for row in sorted(self.chosen())]

    def _export_as(self, suggested: str) -> None:
        target = self._questions.workbook(suggested)
        if target:
            self._exporter.export(self._desk.reviews, target, self._export_as)

    def _save_template_as(self, suggested: str) -> None:
        target = self._questions.slip_template(suggested)
        if target:
            self._exporter.save_slip_template(target, self._save_template_as)
