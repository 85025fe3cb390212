"""The texts on the desk made ready to be searched, in the background and before anyone searches."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.gui.desk import Desk
from reviewer.gui.messages import MessageCenter
from reviewer.gui.searching import FoldedText
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import file_name
from reviewer.review import Review


class TextIndex(QObject):
    """Has the folded text of every report on the desk; one asked for too early is made at once."""

    def __init__(self, desk: Desk, messages: MessageCenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._tasks = Tasks(self)  # its own: it waits for no file, and no bar tells of it
        self._made: dict[str, FoldedText] = {}
        desk.added.connect(self._begin)
        desk.replaced.connect(self._begin)
        desk.removed.connect(self._forget)

    @property
    def busy(self) -> bool:
        """Whether texts are being made ready."""
        return self._tasks.busy

    def shut_down(self) -> None:
        """Stop, as the program ends."""
        self._tasks.shut_down()

    def of(self, review: Review) -> FoldedText:
        """Return the text of a report on the desk, ready to be searched."""
        text = review.report.text
        if text not in self._made:
            self._made[text] = FoldedText(text)
        return self._made[text]

    def _begin(self, row: int) -> None:
        report = self._desk.reviews[row].report
        if report.text in self._made:
            return
        name = file_name(report.source)
        self._tasks.start(
            Job(
                items=[report.text],
                work=FoldedText,
                label=lambda _: "",
                on_result=self._take,
                on_error=lambda _, error: self._messages.fail(error, about=name),
            )
        )

    def _take(self, text: str, folded: FoldedText) -> None:
        self._made.setdefault(text, folded)

    def _forget(self) -> None:
        texts = {review.report.text for review in self._desk.reviews}
        self._made = {text: folded for text, folded in self._made.items() if text in texts}
