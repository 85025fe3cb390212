"""The texts on the desk made ready to be searched, in the background and before anyone searches."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.gui.desk import Desk
from reviewer.gui.judging import Judging
from reviewer.gui.messages import MessageCenter
from reviewer.gui.searching import FoldedText
from reviewer.gui.tasks import Job
from reviewer.gui.unhurried import Unhurried
from reviewer.gui.wording import file_name
from reviewer.review import Review

_PAUSE_MS = 500  # without a further report; who opens a project wants to see it first


class TextIndex(Unhurried):
    """Has the folded text of every report on the desk; one asked for too early is made at once."""

    def __init__(
        self, desk: Desk, judging: Judging, messages: MessageCenter, parent: QObject | None = None
    ) -> None:
        super().__init__(_PAUSE_MS, parent)
        self._desk = desk
        self._judging = judging
        self._messages = messages
        self._made: dict[Review, FoldedText] = {}
        desk.added.connect(self._pause.begin)
        desk.replaced.connect(self._pause.begin)
        desk.removed.connect(self._on_removed)

    def of(self, review: Review) -> FoldedText:
        """Return the text of a report on the desk, ready to be searched."""
        if review not in self._made:
            self._made[review] = FoldedText(review.report.text)
        return self._made[review]

    def _on_removed(self) -> None:
        self._tasks.cancel()  # a report whose project is closed can be read no longer
        self._forget()
        self._pause.begin()

    def _begin(self) -> None:
        if self._judging.busy:
            self._pause.begin()  # the report at hand comes first
            return
        self._forget()
        waiting = [review for review in self._desk.reviews if review not in self._made]
        self._tasks.cancel()
        self._tasks.start(
            Job(
                items=waiting,
                work=lambda review: FoldedText(review.report.text),
                label=lambda _: "",
                on_result=self._take,
                on_error=lambda review, error: self._messages.fail(
                    error, about=file_name(review.source)
                ),
            )
        )

    def _take(self, review: Review, folded: FoldedText) -> None:
        self._made.setdefault(review, folded)

    def _forget(self) -> None:
        there = set(self._desk.reviews)
        self._made = {review: folded for review, folded in self._made.items() if review in there}
