"""Tells quietly, before something goes out, which decisions do not fit together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.review import Doubt, Review, doubts_of


@dataclass(frozen=True, slots=True)
class Doubted:
    """A doubt and the review it is on."""

    review: Review
    doubt: Doubt


class Doubter(QObject):
    """Looks through reviews; `list_wanted(doubted)` asks to show every Doubted."""

    list_wanted = Signal(object)

    def __init__(self, desk: Desk, messages: MessageCenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._told: Message | None = None

    def doubted(self, reviews: Iterable[Review]) -> list[Doubted]:
        """Return all that does not fit together, with what is being typed taken in.

        Nobody has to wait for a report that is still to be judged.
        """
        self._desk.settling.emit()
        known = [review for review in reviews if review.brief is not None]
        return [Doubted(review, doubt) for review in known for doubt in doubts_of(review)]

    def tell(self, reviews: Iterable[Review]) -> None:
        """Leave a message where something does not fit, in place of the last one."""
        if self._told is not None:
            self._messages.dismiss(self._told)
            self._told = None
        doubted = self.doubted(reviews)
        if doubted:
            show = Remedy(self.tr("Show List…"), lambda: self.list_wanted.emit(doubted))
            self._told = Message(Severity.INFO, self.words(len(doubted)), remedies=(show,))
            self._messages.post(self._told)

    def words(self, count: int) -> str:
        """Return the sentence that so many decisions do not fit together."""
        return self.tr("Decisions that do not fit together: {n}").format(n=count)

    def go_to(self, doubted: Doubted) -> None:
        """Show the report and the element a doubt is on, if it is still there."""
        rows = (row for row, review in enumerate(self._desk.reviews) if review is doubted.review)
        row = next(rows, -1)
        if row >= 0:
            self._desk.show(row)
            if doubted.doubt.element:
                self._desk.select_element(doubted.doubt.element)
