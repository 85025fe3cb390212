"""Lets outline and findings follow a person's corrections, at once or in the background."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.gui.judging import Judging
from reviewer.gui.messages import MessageCenter
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import report_name
from reviewer.review import Assessment, Review

_LONG = 10_000  # code points; a shorter report is judged again before anyone sees it wait


class Reassessing(QObject):
    """A long report takes its time, in which one may go on deciding."""

    def __init__(
        self, judging: Judging, tasks: Tasks, messages: MessageCenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._judging = judging
        self._tasks = tasks
        self._messages = messages

    def follow(self, review: Review) -> None:
        """Judge a report again after a correction; one that is not judged yet is judged at all."""
        corrections = review.corrections
        if not review.ready:
            self._judging.judge([review])
            return
        if review.material.assess is None or len(review.report.text) < _LONG:
            review.reassess()
            return

        def take(review: Review, made: Assessment) -> None:
            if review.corrections == corrections:  # else a later one is on its way
                review.accept(made)

        self._tasks.start(
            Job(
                items=[review],
                work=lambda review: review.judged(corrections),
                label=lambda review: self.tr("Judging {name} again").format(
                    name=report_name(review)
                ),
                on_result=take,
                on_error=lambda review, error: self._messages.fail(error),
                on_dropped=lambda review: review.reassess(),
            )
        )
