"""Going from one element to the next of a kind: through the report at hand, then to another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal

from reviewer.checklist import Element, Verdict
from reviewer.gui.desk import Desk
from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.gui.models.findings import ElementFilter
from reviewer.gui.wording import report_name
from reviewer.review import Review


def is_weak(review: Review, element: Element) -> bool:
    """Tell whether an element is weak."""
    return review.applies(element.id) and review.verdict(element.id) is Verdict.WEAK


def is_missing(review: Review, element: Element) -> bool:
    """Tell whether an element is missing."""
    return review.applies(element.id) and review.verdict(element.id) is Verdict.MISSING


@dataclass(frozen=True, slots=True)
class Kind:
    """The elements one walks along, and the English words for a report that has none of them."""

    wants: Callable[[Review, Element], bool]
    none: str


FLAGGED = Kind(
    Review.is_flagged, QT_TRANSLATE_NOOP("Walking", "{report}: nothing listed is weak or missing.")
)
WEAK = Kind(is_weak, QT_TRANSLATE_NOOP("Walking", "{report}: nothing listed is weak."))
MISSING = Kind(is_missing, QT_TRANSLATE_NOOP("Walking", "{report}: nothing listed is missing."))
UNDECIDED = Kind(
    Review.is_undecided, QT_TRANSLATE_NOOP("Walking", "{report}: everything listed is decided.")
)


class Walker(QObject):
    """Knows which elements the list shows; `filter_changed` follows a change of that.

    Where the report at hand has no more of a kind, that is said, and who asks once more is taken
    to the next report that has. `others` returns the rows of the other reports in the order of
    the list, from the next (1) or the one before (-1) on.
    """

    filter_changed = Signal(ElementFilter)

    def __init__(self, desk: Desk, messages: MessageCenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._filter = ElementFilter.ALL
        self._offered: tuple[Kind, int] | None = None
        self._told: Message | None = None
        self.others: Callable[[int], list[int]] = lambda step: []
        desk.element_selected.connect(self.forget)

    def show_only(self, wanted: ElementFilter) -> None:
        """List other elements."""
        self._filter = wanted
        self.forget()
        self.filter_changed.emit(wanted)

    def shows(self, review: Review, element: Element) -> bool:
        """Tell whether the list shows an element."""
        return self._filter.wants(review, element)

    def forget(self) -> None:
        """Take back what was said and offered: the user went elsewhere."""
        self._offered = None
        if self._told is not None:
            told, self._told = self._told, None
            self._messages.dismiss(told)

    def walk(self, kind: Kind, step: int) -> None:
        """Select the next (1) or previous (-1) element of a kind, round the end of the report."""
        if self._desk.walk(lambda review, element: self._is_one(kind, review, element), step):
            return
        if self._offered == (kind, step):
            self._go_on(kind, step)
        elif self._desk.current is not None:
            self._offer(self._desk.current, kind, step)

    def _is_one(self, kind: Kind, review: Review, element: Element) -> bool:
        return kind.wants(review, element) and self.shows(review, element)

    def _offer(self, review: Review, kind: Kind, step: int) -> None:
        """Say that `review` has none of a kind, and which report has."""
        self.forget()
        none = QCoreApplication.translate("Walking", kind.none).format(report=report_name(review))
        found = self._elsewhere(kind, step)
        remedies: tuple[Remedy, ...] = ()
        if found is not None:
            self._offered = (kind, step)
            other = report_name(self._desk.reviews[found[0]])
            none += self.tr(" The same once more leads to {other}.").format(other=other)
            go = self.tr("Go to {other}").format(other=other)
            remedies = (Remedy(go, lambda: self._go_on(kind, step)),)
        self._told = Message(Severity.INFO, none, review.source, remedies)
        self._messages.post(self._told)

    def _go_on(self, kind: Kind, step: int) -> None:
        found = self._elsewhere(kind, step)
        if found is not None:
            row, element_id = found
            self._desk.show(row)
            self._desk.select_element(element_id)

    def _elsewhere(self, kind: Kind, step: int) -> tuple[int, str] | None:
        """Return the next report that has one of a kind, by its row, and the element's id."""
        for row in self.others(step):
            review = self._desk.reviews[row]
            if review.brief is None:  # nobody knows yet
                continue
            elements = review.checklist.elements[::step]
            found = (e.id for e in elements if self._is_one(kind, review, e))
            element_id = next(found, None)
            if element_id is not None:
                return row, element_id
        return None
