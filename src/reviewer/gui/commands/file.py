"""What the entries of the file menu do."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.exporting import Exporter
from reviewer.gui.opening import Opener
from reviewer.gui.wording import report_name


class FileCommands(QObject):
    """Opening, closing and exporting."""

    quit_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        opener: Opener,
        exporter: Exporter,
        questions: FileQuestions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opener = opener
        self._exporter = exporter
        self.questions = questions

    def open_reports(self) -> None:
        """Ask for files and open them."""
        self._opener.open_paths(self.questions.reports())

    def open_folder(self) -> None:
        """Ask for a folder and open the reports in it."""
        folder = self.questions.folder()
        self._opener.open_paths([folder] if folder else [])

    def open_paths(self, paths: list[str]) -> None:
        """Open files and folders that were dropped or chosen from the recent ones."""
        self._opener.open_paths(paths)

    def reopen_as(self, encoding: str) -> None:
        """Read the report at hand again in another encoding."""
        if self._desk.current is not None:
            self._opener.reopen(self._desk.row, encoding)

    def close_report(self) -> None:
        """Take the report at hand off the desk."""
        self._desk.close(self._desk.row)

    def export(self) -> None:
        """Ask for a name and write the score sheets of all open reports."""
        self._export_as(self._suggested_name())

    def quit(self) -> None:
        """End the program."""
        self.quit_requested.emit()

    def _suggested_name(self) -> str:
        review = self._desk.current
        name = self.tr("Scores")
        if review is None:
            return f"{name}.xlsx"
        if len(self._desk.reviews) == 1:
            name = f"{report_name(review)} {name}"
        # A report in an archive has the archive's folder.
        source = Path(review.report.source)
        folder = next((parent for parent in source.parents if parent.is_dir()), source.parent)
        return str(folder / f"{name}.xlsx")

    def _export_as(self, suggested: str) -> None:
        target = self.questions.workbook(suggested)
        if target:
            self._exporter.export(self._desk.reviews, target, self._export_as)
