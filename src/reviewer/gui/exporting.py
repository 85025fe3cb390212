"""Writes the score workbook in the background."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.gui.preferences import Preferences
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import file_name
from reviewer.review import Review
from reviewer.support.errors import ReviewerError
from reviewer.support.messages import Language


class WritesWorkbooks(Protocol):
    """What the window needs of the workbook writer; called in the background thread."""

    def __call__(self, reviews: Sequence[Review], target: Path, *, language: Language) -> None:
        """Write `reviews` to `target`. Raises ExportError."""
        ...


class Exporter(QObject):
    """Hands reviews to the workbook writer and tells how it went.

    `settled(written)` follows when nothing is left to write: whether the last file was written.
    """

    settled = Signal(bool)

    def __init__(
        self,
        tasks: Tasks,
        messages: MessageCenter,
        preferences: Preferences,
        write_workbook: WritesWorkbooks,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._messages = messages
        self._preferences = preferences
        self._write_workbook = write_workbook
        self._pending = 0

    @property
    def pending(self) -> int:
        """How many workbooks wait or are being written."""
        return self._pending

    def export(
        self, reviews: Sequence[Review], target: str, ask_again: Callable[[str], None]
    ) -> None:
        """Write `reviews` to `target`; on failure offer `ask_again` with another name."""
        language = self._preferences.settings.language
        snapshot = [review.snapshot() for review in reviews]

        def fail(path: str, error: Exception) -> None:
            details = error.details if isinstance(error, ReviewerError) else {}
            other = str(details.get("suggestion", path))
            remedy = Remedy(self.tr("Use Another Name…"), lambda: ask_again(other))
            self._messages.fail(error, remedy, about=file_name(path))
            self._settle(False)

        self._pending += 1
        self._tasks.start(
            Job(
                items=[target],
                work=lambda path: self._write_workbook(snapshot, Path(path), language=language),
                label=lambda path: self.tr("Writing {name}").format(name=file_name(path)),
                on_result=lambda path, nothing: self._tell(path),
                on_error=fail,
                on_dropped=self._tell_dropped,
            )
        )

    def _tell(self, path: str) -> None:
        text = self.tr("The score sheets are in {path}.").format(path=path)
        url = QUrl.fromLocalFile(path)
        look = Remedy(self.tr("Open"), lambda: QDesktopServices.openUrl(url))
        self._messages.post(Message(Severity.INFO, text, remedies=(look,)))
        self._settle(True)

    def _tell_dropped(self, path: str) -> None:
        text = self.tr("Cancelled: the score sheets were not written to {path}.")
        self._messages.post(Message(Severity.WARNING, text.format(path=path)))
        self._settle(False)

    def _settle(self, written: bool) -> None:
        self._pending -= 1
        if not self._pending:
            self.settled.emit(written)
