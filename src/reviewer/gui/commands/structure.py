"""What the entries of the structure menu do: the reviewer's corrections of the outline."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS
from reviewer.gui.desk import Desk
from reviewer.report import Span
from reviewer.review import Command, outlining


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
        review = self._desk.current
        if review is not None:
            here = Span(self._desk.place, self._desk.place)
            on_heading = outlining.section_at(review, here.start) is not None
            span = here if on_heading else self._selection() or here
            self._do(outlining.set_level(review, span, level))

    def no_heading(self) -> None:
        """Make the heading here plain text."""
        review = self._desk.current
        if review is not None:
            section = outlining.section_at(review, self._desk.place)
            self._do(outlining.unmark(review, section) if section else None)

    def join_line(self) -> None:
        """Let the line go on with the one before it."""
        review = self._desk.current
        if review is not None:
            self._do(outlining.join_previous(review, self._desk.place))

    def part_line(self) -> None:
        """Let a line that was joined by hand stand for itself again."""
        review = self._desk.current
        if review is not None:
            self._do(outlining.part_from_previous(review, self._desk.place))

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

    def _set_part(self, part: str) -> None:
        review = self._desk.current
        if review is None:
            return
        path = review.outline.path(self._desk.place)
        if not path:
            self.told.emit(self.tr("There is no section here. Make its heading first."))
            return
        self._do(outlining.put_into(review, path[-1], part))

    def _do(self, command: Command | None) -> None:
        if command is None:
            self.told.emit(self.tr("There is nothing to correct here."))
        else:
            self._desk.do(command)
