"""What is being written in the background: counted, told of, and never left behind unawares."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.gui.tasks import Job, Tasks
from reviewer.support.errors import ReviewerError

Item = TypeVar("Item")
Result = TypeVar("Result")
AskAgain = Callable[[str], object]


@dataclass(slots=True)
class Batch(Generic[Item, Result]):
    """What came of each item; `left` are those that a cancel left unwritten."""

    done: list[tuple[Item, Result]] = field(default_factory=list)
    failed: list[tuple[Item, Exception]] = field(default_factory=list)
    left: list[Item] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many items are settled, one way or the other."""
        return len(self.done) + len(self.failed) + len(self.left)

    @property
    def whole(self) -> bool:
        """Whether everything was written."""
        return not self.failed and not self.left


class Writing(QObject):
    """Runs what writes files.

    `settled(written)` follows when nothing is left to write: whether all of the last batch was.
    """

    settled = Signal(bool)

    def __init__(
        self, tasks: Tasks, messages: MessageCenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._messages = messages
        self._pending = 0

    @property
    def pending(self) -> int:
        """How many batches wait or are being written."""
        return self._pending

    def start(
        self,
        items: Sequence[Item],
        work: Callable[[Item], Result],
        label: Callable[[Item], str],
        finish: Callable[[Batch[Item, Result]], object],
    ) -> None:
        """Do `work` for every item (one at least); `finish` hears what came of all of them."""
        batch: Batch[Item, Result] = Batch()

        def settle(where: list[object], what: object) -> None:
            where.append(what)
            if batch.count == len(items):
                try:
                    finish(batch)
                finally:  # lest the window could not be closed any more
                    self._pending -= 1
                    if not self._pending:
                        self.settled.emit(batch.whole)

        self._pending += 1
        self._tasks.start(
            Job(
                items=list(items),
                work=work,
                label=label,
                on_result=lambda item, result: settle(batch.done, (item, result)),
                on_error=lambda item, error: settle(batch.failed, (item, error)),
                on_dropped=lambda item: settle(batch.left, item),
            )
        )

    def write_file(
        self,
        target: Path,
        work: Callable[[Path], Result],
        ask_again: AskAgain,
        *,
        told: Callable[[Path, Result], str],
    ) -> None:
        """Write one file; where it fails offer another name.

        `told` gives the words that say it is written, and what came of it.
        """

        def finish(batch: Batch[Path, Result]) -> None:
            for _, error in batch.failed:
                another = self.another_name(error, target, ask_again)
                self._messages.fail(error, another, about=target.name)
            if batch.left:
                self.tell_cancelled(str(target))
            for _, result in batch.done:
                self.tell_written(told(target, result), target)

        label = self.tr("Writing {name}").format(name=target.name)
        self.start([target], work, lambda path: label, finish)

    def another_name(self, error: Exception, target: Path, ask_again: AskAgain) -> Remedy:
        """Return the remedy that asks for another name than `target`."""
        details = error.details if isinstance(error, ReviewerError) else {}
        other = str(details.get("suggestion", target))
        return Remedy(self.tr("Use Another Name…"), lambda: ask_again(other))

    def tell_cancelled(self, name: str) -> None:
        """Say that something was not begun because of a cancel."""
        text = self.tr("Cancelled: {name} was not finished.").format(name=name)
        self._messages.post(Message(Severity.WARNING, text))

    def tell_written(self, text: str, path: Path, *further: Remedy) -> None:
        """Say that a file is there, and offer to open it."""
        look = Remedy(self.tr("Open"), lambda: show_path(path))
        self._messages.post(Message(Severity.INFO, text, remedies=(look, *further)))


def show_path(path: Path) -> None:
    """Let the system open a file or a folder."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
