"""What the entries of the go menu do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.walking import FLAGGED, MISSING, UNDECIDED, WEAK, Walker


class GoCommands(QObject):
    """From element to element, passage to passage, report to report.

    `neighbour` returns the row of the report after (1) or before (-1) the one at hand.
    """

    panel_step_requested = Signal(int)
    find_requested = Signal()
    find_step_requested = Signal(int)

    def __init__(self, desk: Desk, walker: Walker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._walker = walker
        self._evidence = 0
        self.neighbour: Callable[[int], int] = lambda step: desk.row
        desk.element_selected.connect(self._forget_evidence)

    def next_flagged(self) -> None:
        """Go to the next weak or missing element."""
        self._walker.walk(FLAGGED, 1)

    def previous_flagged(self) -> None:
        """Go to the previous weak or missing element."""
        self._walker.walk(FLAGGED, -1)

    def next_weak(self) -> None:
        """Go to the next weak element."""
        self._walker.walk(WEAK, 1)

    def previous_weak(self) -> None:
        """Go to the previous weak element."""
        self._walker.walk(WEAK, -1)

    def next_missing(self) -> None:
        """Go to the next missing element."""
        self._walker.walk(MISSING, 1)

    def previous_missing(self) -> None:
        """Go to the previous missing element."""
        self._walker.walk(MISSING, -1)

    def next_undecided(self) -> None:
        """Go to the next element that is not yet settled."""
        self._walker.walk(UNDECIDED, 1)

    def previous_undecided(self) -> None:
        """Go to the previous element that is not yet settled."""
        self._walker.walk(UNDECIDED, -1)

    def next_evidence(self) -> None:
        """Show the next passage that speaks for the selected element, round the end."""
        review = self._desk.current
        finding = review.findings.get(self._desk.element_id) if review else None
        if review is None or finding is None:
            return
        spans = [evidence.span for evidence in review.evidence(finding.id)]
        if finding.expected is not None:
            spans.append(finding.expected)
        if spans:
            self._evidence = (self._evidence + 1) % len(spans)
            self._desk.jump_to(spans[self._evidence])

    def next_report(self) -> None:
        """Take the next report to hand, round the end."""
        self._desk.show(self.neighbour(1))

    def previous_report(self) -> None:
        """Take the previous report to hand, round the end."""
        self._desk.show(self.neighbour(-1))

    def next_panel(self) -> None:
        """Go on to the next panel, or to the text."""
        self.panel_step_requested.emit(1)

    def previous_panel(self) -> None:
        """Go back to the panel before, or to the text."""
        self.panel_step_requested.emit(-1)

    def find(self) -> None:
        """Look for words in the text."""
        self.find_requested.emit()

    def find_next(self) -> None:
        """Go to the next place where the words stand."""
        self.find_step_requested.emit(1)

    def find_previous(self) -> None:
        """Go to the previous place where the words stand."""
        self.find_step_requested.emit(-1)

    def _forget_evidence(self, element_id: str) -> None:
        self._evidence = 0
