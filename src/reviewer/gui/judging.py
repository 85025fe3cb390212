"""Judges reports on the desk that were not judged yet: the one at hand first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from reviewer.gui.desk import Desk
from reviewer.gui.messages import MessageCenter
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import file_name, report_name
from reviewer.outline import Corrections
from reviewer.review import Assessment, Review


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A review with the corrections it is to be judged by."""

    review: Review
    corrections: Corrections


class Judging(QObject):
    """Judges in the background. What is asked for by name is told with progress and can be stopped.

    The report at hand waits for no other: it has a thread of its own.
    """

    def __init__(
        self, desk: Desk, tasks: Tasks, messages: MessageCenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._messages = messages
        self._at_hand = Tasks(self)
        self._asked_for: Review | None = None
        desk.wanted.connect(self._judge_at_hand)
        desk.removed.connect(self._on_removed)

    @property
    def busy(self) -> bool:
        """Whether the report at hand is being judged."""
        return self._at_hand.busy

    def shut_down(self) -> None:
        """Stop, as the program ends."""
        self._at_hand.shut_down()

    def judge(self, reviews: Iterable[Review], then: Callable[[], object] | None = None) -> None:
        """Judge `reviews` unless they are, and then do something; a cancel drops both."""
        wanted = [_Wanted(r, r.corrections) for r in reviews if not r.ready]
        if wanted:
            self._start(self._tasks, wanted, then)
        elif then is not None:
            then()

    def _on_removed(self) -> None:
        if self._asked_for not in self._desk.reviews:  # nobody waits for it any more
            self._asked_for = None
            self._at_hand.cancel()

    def _judge_at_hand(self, review: Review) -> None:
        self._asked_for = review
        self._at_hand.cancel()
        self._start(self._at_hand, [_Wanted(review, review.corrections)])

    def _start(
        self, tasks: Tasks, wanted: list[_Wanted], then: Callable[[], object] | None = None
    ) -> None:
        def take(one: _Wanted, made: Assessment) -> None:
            review = one.review
            if review.ready and not self._desk.waiting:
                return  # it was judged in the other thread meanwhile
            if review.corrections == one.corrections:
                review.accept(made)
                self._messages.report_notices(review.report)
            else:  # corrected while it was judged
                self._start(tasks, [_Wanted(review, review.corrections)])

        tasks.start(
            Job(
                items=wanted,
                work=lambda one: one.review.judged(one.corrections),
                label=lambda one: self.tr("Judging {name}").format(name=report_name(one.review)),
                on_result=take,
                on_error=lambda one, error: self._messages.fail_to_open(
                    error, file_name(one.review.source)
                ),
                on_finished=then,
            )
        )
