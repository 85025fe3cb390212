"""Judges the report after the one at hand in the background, so that nobody waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from reviewer.gui.desk import Desk
from reviewer.gui.messages import MessageCenter
from reviewer.gui.tasks import Job
from reviewer.gui.unhurried import Unhurried
from reviewer.outline import Corrections
from reviewer.review import Assessment, Review

_PAUSE_MS = 1000  # who leafs through the reports is not held up by the judging of each next one
_LONGEST = 30_000  # code points; judging more would hold up what is asked for meanwhile


@dataclass(frozen=True, slots=True)
class _Next:
    """The report that is likely to be asked for, with the corrections to judge it by."""

    review: Review
    corrections: Corrections


class ReadingAhead(Unhurried):
    """Never more than one report ahead of those that were shown.

    `neighbour` returns the row of the report after (1) the one at hand, as the list is sorted.
    """

    def __init__(self, desk: Desk, messages: MessageCenter, parent: QObject | None = None) -> None:
        super().__init__(_PAUSE_MS, parent)
        self._desk = desk
        self._messages = messages
        self.neighbour: Callable[[int], int] = lambda step: desk.row
        self._at_work: _Next | None = None
        desk.current_changed.connect(self._pause.begin)
        desk.removed.connect(self._on_removed)

    def look_again(self) -> None:
        """Another report may be the next one by now: the list was sorted or filtered."""
        self._pause.begin()

    def _on_removed(self) -> None:
        self._tasks.cancel()  # its project may be closed next
        self._pause.begin()

    def _begin(self) -> None:
        if self._desk.current is None:
            return
        review = self._desk.reviews[self.neighbour(1)]
        wanted = _Next(review, review.corrections)
        if review.ready or (self._tasks.busy and wanted == self._at_work):
            return
        self._at_work = wanted
        self._tasks.cancel()
        self._tasks.start(
            Job(
                items=[wanted],
                work=_judged,
                label=lambda _: "",
                on_result=self._take,
                on_error=lambda _, error: None,  # it is told when the report is taken to hand
            )
        )

    def _take(self, found: _Next, made: Assessment | None) -> None:
        review = found.review
        if made is None or review.ready or review not in self._desk.reviews:
            return
        if review.corrections == found.corrections:
            review.accept(made)
            self._messages.report_notices(review.report)


def _judged(wanted: _Next) -> Assessment | None:
    if len(wanted.review.report.text) > _LONGEST:
        return None
    return wanted.review.judged(wanted.corrections)
