"""What the entries of the structure menu do: the reviewer's corrections of the outline."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS
from reviewer.gui.desk import Desk
from reviewer.outline import Continuation, HeadingLevel, SectionPart
from reviewer.report import Anchor, Report, Span
from reviewer.review import Review, Said


class StructureCommands(QObject):
    """Corrections at the place being read, or of the words selected in the text."""

    front_matter_requested = Signal()
    told = Signal(str)

    def __init__(
        self,
        desk: Desk,
        selection: Callable[[], Span | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._selection = selection

    def set_level(self, level: int) -> None:
        """Make the line a heading of this level."""
        self._set_level(level)

    def no_heading(self) -> None:
        """Make the heading here plain text."""
        self._set_level(None)

    def join_line(self) -> None:
        """Let the line go on with the one before it."""
        review = self._desk.current
        if review is not None:
            self._say(review, Continuation(self._anchor(review, self._line(review.report))))

    def part_results(self) -> None:
        """Count the section to the results."""
        self._set_part(RESULTS)

    def part_shortcomings(self) -> None:
        """Count the section to the shortcomings."""
        self._set_part(SHORTCOMINGS)

    def part_leaders(self) -> None:
        """Count the section to what the first responsible persons did."""
        self._set_part(LEADERS)

    def part_plan(self) -> None:
        """Count the section to the plan."""
        self._set_part(PLAN)

    def front_matter(self) -> None:
        """Let the user correct title, unit, year and so on."""
        self.front_matter_requested.emit()

    def _set_level(self, level: int | None) -> None:
        review = self._desk.current
        if review is None:
            return
        span = self._heading(review) or self._selection() or self._line(review.report)
        self._say(review, HeadingLevel(self._anchor(review, span), level))

    def _set_part(self, part: str) -> None:
        review = self._desk.current
        if review is None:
            return
        path = review.outline.path(self._desk.place)
        if not path:
            self.told.emit(self.tr("There is no section here. Make its heading first."))
            return
        self._say(review, SectionPart(self._anchor(review, path[-1].heading), part))

    def _heading(self, review: Review) -> Span | None:
        """Return the heading at the place being read."""
        place = self._desk.place
        for section, _ in review.outline.walk():
            if place in section.heading:
                return section.heading
        return None

    def _line(self, report: Report) -> Span:
        place = self._desk.place
        starts = [block.start for block in report.blocks]
        at = bisect_right(starts, place) - 1
        if at >= 0:
            return report.blocks[at].span
        return Span(place, place)

    def _anchor(self, review: Review, span: Span) -> Anchor:
        return Anchor.of(review.report.text, span)

    def _say(self, review: Review, said: Said) -> None:
        self._desk.do(review.command(said))
