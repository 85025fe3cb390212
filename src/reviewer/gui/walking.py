"""Going from one element to the next of a kind, among those the list shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.checklist import Element, Verdict
from reviewer.gui.desk import Desk
from reviewer.gui.models.findings import ElementFilter
from reviewer.review import Review

Wanted = Callable[[Review, Element], bool]


class Walker(QObject):
    """Knows which elements the list shows; `filter_changed` follows a change of that."""

    filter_changed = Signal(ElementFilter)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._filter = ElementFilter.ALL

    def show_only(self, wanted: ElementFilter) -> None:
        """List other elements."""
        self._filter = wanted
        self.filter_changed.emit(wanted)

    def shows(self, review: Review, element: Element) -> bool:
        """Tell whether the list shows an element."""
        return self._filter.wants(review, element)

    def walk(self, wanted: Wanted, step: int) -> bool:
        """Select the next element that is wanted, round the end; return whether there was one."""
        shows = self.shows
        return self._desk.walk(lambda review, e: wanted(review, e) and shows(review, e), step)


def is_weak(review: Review, element: Element) -> bool:
    """Tell whether an element is weak."""
    return review.applies(element.id) and review.verdict(element.id) is Verdict.WEAK


def is_missing(review: Review, element: Element) -> bool:
    """Tell whether an element is missing."""
    return review.applies(element.id) and review.verdict(element.id) is Verdict.MISSING
