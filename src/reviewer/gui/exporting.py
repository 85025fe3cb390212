"""Single files under a name of the user's: the score workbook, the marked report; and paper."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget

from reviewer.export.paper.marked_report import MARGINS, marked_report
from reviewer.export.paper.model import Paper
from reviewer.export.slip.letter import default_template
from reviewer.export.whole_file import write_whole
from reviewer.gui.judging import Judging
from reviewer.gui.messages import MessageCenter
from reviewer.gui.paper.pages import draw
from reviewer.gui.paper.pdf import page_layout, pdf_bytes
from reviewer.gui.preferences import Preferences
from reviewer.gui.wording import report_name
from reviewer.gui.writing import AskAgain, Batch, Writing
from reviewer.review import Review
from reviewer.support.messages import Language


class WritesWorkbooks(Protocol):
    """What the window needs of the workbook writer; called in the background thread."""

    def __call__(
        self, reviews: Sequence[Review], target: Path, *, language: Language
    ) -> Path | None:
        """Write `reviews` to `target`; return where an older file is kept. Raises ExportError."""
        ...


class Exporter(QObject):
    """Writes and prints snapshots, so that one may go on deciding meanwhile.

    `ask_again` is offered another name where a file cannot be written.
    """

    def __init__(
        self,
        writing: Writing,
        judging: Judging,
        messages: MessageCenter,
        preferences: Preferences,
        write_workbook: WritesWorkbooks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._writing = writing
        self._judging = judging
        self._messages = messages
        self._preferences = preferences
        self._write_workbook = write_workbook

    def export(self, reviews: Sequence[Review], target: str, ask_again: AskAgain) -> None:
        """Write the score workbook of `reviews`."""
        language = self._preferences.settings.language
        snapshot = [review.snapshot() for review in reviews]
        self._judging.judge(reviews)
        self._writing.write_file(
            Path(target),
            lambda path: self._write_workbook(snapshot, path, language=language),
            ask_again,
            told=self._tell_exported,
        )

    def save_pdf(self, review: Review, target: str, ask_again: AskAgain) -> None:
        """Write the marked report with its score sheet as a PDF."""
        snapshot = review.snapshot()
        self._writing.write_file(
            Path(target),
            lambda path: write_whole(path, pdf_bytes(self._paper(snapshot))),
            ask_again,
            told=lambda path, _: self.tr("The report is in {path}.").format(path=path),
        )

    def save_slip_template(self, target: str, ask_again: AskAgain) -> None:
        """Write a copy of the template of the return slip, to be edited."""
        self._writing.write_file(
            Path(target),
            lambda path: write_whole(path, default_template().read_bytes()),
            ask_again,
            told=lambda path, _: self.tr(
                "The template is in {path}. Edit it in Word or WPS, then choose it in “Export to"
                " Folder”."
            ).format(path=path),
        )

    def print_report(self, review: Review, window: QWidget) -> None:
        """Ask for a printer and print the marked report with its score sheet."""
        snapshot = review.snapshot()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout(Paper("", (), margins=MARGINS)))
        dialog = QPrintDialog(printer, window)
        if dialog.exec():
            label = self.tr("Printing {name}").format(name=report_name(review))
            self._writing.start(
                [snapshot],
                lambda one: _print(self._paper(one), printer),
                lambda one: label,
                self._tell_unprinted,
            )
        dialog.deleteLater()

    def _tell_exported(self, path: Path, backup: Path | None) -> str:
        text = self.tr("The score sheets are in {path}.").format(path=path)
        if backup is not None:
            kept = self.tr(
                " The workbook that was there held something else and is kept as {name}."
            )
            text += kept.format(name=backup.name)
        return text

    def _paper(self, review: Review) -> Paper:
        office = self._preferences.settings.office
        return marked_report(review, self._messages.sentences, office=office)

    def _tell_unprinted(self, batch: Batch[Review, None]) -> None:
        for review, error in batch.failed:
            self._messages.fail(error, about=report_name(review))
        for review in batch.left:
            self._writing.tell_cancelled(report_name(review))


def _print(paper: Paper, printer: QPrinter) -> None:
    first, last = printer.fromPage(), printer.toPage()  # 0 and 0: all of them
    draw(paper, printer, range(first, last + 1) if first else None)
