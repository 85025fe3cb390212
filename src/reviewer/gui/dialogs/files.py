"""The dialogs that ask for files and folders."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from reviewer.project import SUFFIX
from reviewer.readers import ARCHIVE_SUFFIXES, REPORT_SUFFIXES


class FileQuestions(QObject):
    """Asks the user; an empty answer means that the user thought better of it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def reports(self) -> list[str]:
        """Ask for report files."""
        title = self.tr("Open Reports")
        paths, _ = QFileDialog.getOpenFileNames(self._window, title, "", self._kinds())
        return paths

    def newer(self, older: str) -> str:
        """Ask for a newer version of a report, beginning beside the file `older`."""
        title = self.tr("Newer Version")
        folder = str(Path(older).parent) if Path(older).is_file() else ""
        path, _ = QFileDialog.getOpenFileName(self._window, title, folder, self._kinds())
        return path

    def _kinds(self) -> str:
        kinds = " ".join(f"*{suffix}" for suffix in (*REPORT_SUFFIXES, *ARCHIVE_SUFFIXES))
        patterns = self.tr("Reports ({kinds})").format(kinds=kinds)
        everything = self.tr("All files (*)")
        return f"{patterns};;{everything}"

    def folder(self) -> str:
        """Ask for a folder of reports."""
        return QFileDialog.getExistingDirectory(self._window, self.tr("Open Folder"))

    def project(self) -> str:
        """Ask for a project to open."""
        kind = self.tr("Projects (*{suffix})").format(suffix=SUFFIX)
        path, _ = QFileDialog.getOpenFileName(self._window, self.tr("Open Project"), "", kind)
        return path

    def new_project(self, title: str) -> str:
        """Ask where a project is to be made."""
        kind = self.tr("Projects (*{suffix})").format(suffix=SUFFIX)
        path, _ = QFileDialog.getSaveFileName(self._window, title, "", kind)
        return path

    def workbook(self, suggested: str) -> str:
        """Ask where to write the score sheets."""
        kind = self.tr("Excel workbook (*.xlsx)")
        return self._target(self.tr("Export Score Sheets"), kind, "xlsx", suggested)

    def pdf(self, suggested: str) -> str:
        """Ask where to write a report as PDF."""
        return self._target(self.tr("Save as PDF"), self.tr("PDF (*.pdf)"), "pdf", suggested)

    def form(self, title: str) -> str:
        """Ask for a workbook that is to be filled."""
        kind = self.tr("Excel workbook (*.xlsx)")
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", kind)
        return path

    def template(self) -> str:
        """Ask for a template of the return slip."""
        kind = self.tr("Word file (*.docx)")
        title = self.tr("Template of the Return Slip")
        path, _ = QFileDialog.getOpenFileName(self._window, title, "", kind)
        return path

    def slip_template(self, suggested: str) -> str:
        """Ask where to put a copy of the template of the return slip."""
        title, kind = self.tr("Template of the Return Slip"), self.tr("Word file (*.docx)")
        return self._target(title, kind, "docx", suggested)

    def target_folder(self) -> str:
        """Ask for the folder to write to."""
        return QFileDialog.getExistingDirectory(self._window, self.tr("Export to Folder"))

    def _target(self, title: str, kind: str, suffix: str, suggested: str) -> str:
        dialog = QFileDialog(self._window, title, str(Path(suggested).parent), kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # The dialog itself must know the whole name, or it would not ask before replacing a file.
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(Path(suggested).name)
        try:
            return dialog.selectedFiles()[0] if dialog.exec() else ""
        finally:
            dialog.deleteLater()
