"""What lies on the desk: the open reviews, the one at hand, the element and place looked at.

The one truth behind all views; it outlives the window, which is made anew when language or theme
change.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.checklist import Element
from reviewer.gui.spots import Spot
from reviewer.report import Span
from reviewer.review import Command, History, Review, Step


class Desk(QObject):
    """Open reviews and what is selected.

    Views connect methods, never lambdas, to its signals: Qt forgets a method with its object, but
    would go on calling the lambda of a window that is gone.

    `ruled(row)` follows every step that touches a report. `decided(row, about)` tells for the one
    at hand each thing that is touched: `about` is an element's id, or empty for the report as a
    whole. `reassessed(row)` tells that outline and findings were made anew, since
    the outline was corrected, `judged(row)` that they are known by now. `element_selected(id)`
    follows a new selection (empty id: none). `jump_requested(span, at_top)` asks the text to show
    code points, `place_changed(place)` tells which code point is being read. `settling` asks views
    to make what is being typed part of its decision, since decisions are about to be carried over;
    `about_to_decide` comes before anything is decided.
    `wanted(review)` asks for a review to be judged that was taken to hand: until then nothing can
    be shown of it or decided on it, and `current` is None. `top` is the code point
    topmost in sight.
    """

    settling = Signal()
    about_to_decide = Signal()
    about_to_add = Signal(int)
    added = Signal(int)
    about_to_remove = Signal(int)
    removed = Signal(int)
    replaced = Signal(int)
    wanted = Signal(Review)
    current_changed = Signal()
    element_selected = Signal(str)
    decided = Signal(int, str)
    ruled = Signal(int)
    reassessed = Signal(int)
    judged = Signal(int)
    jump_requested = Signal(Span, bool)
    place_changed = Signal(int)

    def __init__(self, by: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.by = by
        self._reviews: list[Review] = []
        self._names: list[str] = []  # their files, as they are compared
        self._row = -1
        self._element_id = ""
        self._place = 0
        self._waiting = False
        self._later: Spot | None = None  # where to go when the wait is over
        self.top = 0

    @property
    def reviews(self) -> tuple[Review, ...]:
        """All open reviews in the order they were opened."""
        return tuple(self._reviews)

    @property
    def row(self) -> int:
        """The row of the review at hand, -1 where there is none."""
        return self._row

    @property
    def current(self) -> Review | None:
        """The review at hand, None also as long as it is not judged."""
        return self._reviews[self._row] if self._row >= 0 and not self._waiting else None

    @property
    def waiting(self) -> bool:
        """Whether a review was taken to hand that is not judged yet."""
        return self._waiting

    @property
    def element_id(self) -> str:
        """The selected element's id, empty where none is selected."""
        return self._element_id

    @property
    def element(self) -> Element | None:
        """The selected element."""
        if self.current is None:
            return None
        wanted = self._element_id
        return next((e for e in self.current.checklist.elements if e.id == wanted), None)

    @property
    def place(self) -> int:
        """The code point being read."""
        return self._place

    def row_of(self, source: str) -> int:
        """Return the row of the review of file `source`, -1 where it is not open."""
        wanted = _same_name(source)
        return next((row for row, name in enumerate(self._names) if name == wanted), -1)

    def row_of_key(self, key: str) -> int:
        """Return the row of the report with this key in the project, -1 where it is not open."""
        return next((i for i, known in enumerate(self._reviews) if known.key == key), -1)

    def add(self, review: Review, *, show: bool = True) -> int:
        """Put `review` on the desk, in place of an older one of the same report; return its row.

        With `show` it is taken to hand where there is no other.
        """
        row = self.row_of_key(review.key) if review.key else self.row_of(review.source)
        known = self._reviews[row] if row >= 0 else None
        if known is not review:
            review.subscribe(lambda about: self._on_decided(review, about))
            review.subscribe_assessed(lambda first: self._on_assessed(review, first))
        if known is None:
            row = len(self._reviews)
            self.about_to_add.emit(row)
            self._reviews.append(review)
            self._names.append(_same_name(review.source))
            self.added.emit(row)
        else:
            if known is not review:
                known.release()
            self._reviews[row] = review
            self._names[row] = _same_name(review.source)
            self.replaced.emit(row)
        if (self._row < 0 and show) or row == self._row:
            self._show(row)
        return row

    def close(self, row: int) -> None:
        """Take the review in `row` off the desk."""
        at_hand = row == self._row
        self.about_to_remove.emit(row)
        self._reviews.pop(row).release()
        self._names.pop(row)
        if row < self._row or self._row == len(self._reviews):
            self._row -= 1
        self.removed.emit(row)
        if at_hand:
            self._show(self._row)

    def clear(self) -> None:
        """Take every review off the desk."""
        self._show(-1)
        for row in reversed(range(len(self._reviews))):
            self.close(row)

    def show(self, row: int) -> None:
        """Take the review in `row` to hand."""
        if row != self._row:
            self._show(row)

    @property
    def spot(self) -> Spot | None:
        """Where one is just now, None where nothing lies on the desk."""
        if self._row < 0:
            return None
        here = Spot(self._reviews[self._row].key, self._element_id, self.top)
        return self._later if self._waiting and self._later else here

    def return_to(self, spot: Spot) -> None:
        """Take the report to hand that was at hand at `spot`, and go there; else the first one."""
        row = self.row_of_key(spot.key)
        self.show(max(0, row))
        if row >= 0 and self._waiting:
            self._later = spot
        elif row >= 0:
            self._go(spot)

    def select_element(self, element_id: str, *, jump: bool = True) -> None:
        """Select an element; with `jump`, show its evidence or the place it was expected."""
        if self.current is None:
            self._later = Spot(self._reviews[self._row].key, element_id) if self._waiting else None
            return
        if element_id != self._element_id:
            self._element_id = element_id
            self.element_selected.emit(element_id)
        finding = self.current.findings.get(element_id)
        if not jump or finding is None:
            return
        evidence = self.current.evidence(element_id)
        target = evidence[0].span if evidence else finding.expected
        if target is not None:
            self.jump_to(target)

    def jump_to(self, span: Span, *, at_top: bool = False) -> None:
        """Show `span` in the text, on request at the top, and take its start as being read."""
        self.jump_requested.emit(span, at_top)
        self.read_at(span.start)

    def read_at(self, place: int) -> None:
        """Note that code point `place` is being read."""
        if place != self._place:
            self._place = place
            self.place_changed.emit(place)

    def decide(self, **values: object) -> None:
        """Change the decision on the selected element, signed with who and when."""
        if self.current is not None and self._element_id:
            self.decide_on(self.current, self._element_id, **values)

    def decide_on(self, review: Review, element_id: str, **values: object) -> None:
        """Change the decision on any element, signed with who and when."""
        self.about_to_decide.emit()
        review.decide(element_id, by=self.by, at=_now(), **values)

    def do(self, *commands: Command) -> None:
        """Carry out commands on any reviews of one history as one step, signed.

        They may have been asked for before the review was taken to hand that is waited for.
        """
        self.about_to_decide.emit()
        if self._row >= 0 and commands:
            self._reviews[self._row].history.do(*commands, by=self.by, at=_now())

    def undo(self) -> bool:
        """Take back the last step, signed, and show what it was about; False where it cannot.

        What is being typed is a step of its own, and the last one.
        """
        return self._step(History.undo)

    def redo(self) -> bool:
        """Make the last step that was taken back again, as `undo` takes it back."""
        return self._step(History.redo)

    def walk(self, wanted: Callable[[Review, Element], bool], step: int) -> bool:
        """Select the next element `wanted` forwards (step 1) or backwards (-1), round the end.

        Return whether there was one.
        """
        if self.current is None:
            return False
        elements = self.current.checklist.elements
        ids = [element.id for element in elements]
        here = ids.index(self._element_id) if self._element_id in ids else (-1 if step > 0 else 0)
        for distance in range(1, len(elements) + 1):
            element = elements[(here + step * distance) % len(elements)]
            if wanted(self.current, element):
                self.select_element(element.id)
                return True
        return False

    def _show(self, row: int) -> None:
        self._row = row
        self._element_id = ""
        self._later = None
        self._place = self.top = 0
        self._waiting = row >= 0 and not self._reviews[row].ready
        self.current_changed.emit()
        self.element_selected.emit("")
        if self._waiting:
            self.wanted.emit(self._reviews[row])

    def _show_judged(self) -> None:
        """Show the review at hand, which had to be judged first."""
        self._waiting, spot = False, self._later
        self.current_changed.emit()
        self.element_selected.emit("")
        if spot is not None:
            self._go(spot)

    def _go(self, spot: Spot) -> None:
        """Go to an element and a place of the review at hand."""
        if spot.element:
            self.select_element(spot.element, jump=spot.top is None)
        if spot.top is not None and self.current is not None:
            top = min(spot.top, len(self.current.report.text))
            self.jump_to(Span(top, top), at_top=True)

    def _step(self, take: Callable[..., Step | None]) -> bool:
        """Take a step back, or make it again, and show what it was about."""
        self.settling.emit()
        if self.current is None:
            return True
        return self._show_step(take(self.current.history, by=self.by, at=_now()))

    def _show_step(self, step: Step | None) -> bool:
        """Show what a step was about; False where its reports were taken off the desk."""
        if step is None or self.current is None:
            return True
        touched = set(step.reports)
        if self.current.key not in touched:
            rows = (i for i, review in enumerate(self._reviews) if review.key in touched)
            row = next(rows, -1)
            if row < 0:
                self.ruled.emit(self._row)  # what can be undone has changed all the same
                return False
            self.show(row)
        ids = {element.id for element in self._reviews[self._row].checklist.elements}
        about = (change.slot.about for change in step.changes)
        element_id = next((one for one in about if one in ids), "")
        if element_id:
            self.select_element(element_id)
        return True

    def _on_decided(self, review: Review, about: tuple[str, ...]) -> None:
        row = self._row_of_review(review)
        if row == self._row >= 0:
            for one in about:
                self.decided.emit(row, one)
        if row >= 0:
            self.ruled.emit(row)

    def _on_assessed(self, review: Review, first: bool) -> None:
        row = self._row_of_review(review)
        if row < 0:
            return
        waited_for = self.waiting and row == self._row
        (self.judged if first or waited_for else self.reassessed).emit(row)
        if waited_for:
            self._show_judged()

    def _row_of_review(self, review: Review) -> int:
        return next((i for i, known in enumerate(self._reviews) if known is review), -1)


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _same_name(source: str) -> str:
    return os.path.normcase(os.path.abspath(source))
