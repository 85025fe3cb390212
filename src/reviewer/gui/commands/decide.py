"""What the entries of the decide menu do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.checklist import Verdict
from reviewer.gui.desk import Desk, is_undecided
from reviewer.gui.walking import Walker

_HALF_POINT = 0.5


class DecideCommands(QObject):
    """Decisions on the selected element. `told(text)` is a word for the status bar."""

    comment_requested = Signal()
    told = Signal(str)

    def __init__(self, desk: Desk, walker: Walker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._walker = walker

    def undo(self) -> None:
        """Take back the last decision and show what it was about."""
        self._desk.undo()

    def redo(self) -> None:
        """Make the last decision taken back again."""
        self._desk.redo()

    def accept(self) -> None:
        """Settle the element as it stands and go on to the next undecided one."""
        self._desk.decide(confirmed=True)
        if not self._walker.walk(is_undecided, 1):
            self.told.emit(self.tr("Every element shown is decided."))

    def decide_present(self) -> None:
        """Overrule the verdict: present."""
        self._decide(Verdict.PRESENT)

    def decide_weak(self) -> None:
        """Overrule the verdict: weak."""
        self._decide(Verdict.WEAK)

    def decide_missing(self) -> None:
        """Overrule the verdict: missing."""
        self._decide(Verdict.MISSING)

    def use_suggestion(self) -> None:
        """Take the machine's verdict and points again."""
        self._desk.decide(verdict=None, points=None)

    def give_points(self, points: int) -> None:
        """Give whole points, as typed by a digit; more than possible are not given."""
        element = self._desk.element
        if element is None:
            return
        if points > element.points:
            most = self.tr("This element has at most {n} points.")
            self.told.emit(most.format(n=f"{element.points:g}"))
            return
        self._desk.decide(points=float(points), confirmed=True)

    def more_points(self) -> None:
        """Give half a point more."""
        self._add_points(_HALF_POINT)

    def fewer_points(self) -> None:
        """Give half a point less."""
        self._add_points(-_HALF_POINT)

    def comment(self) -> None:
        """Let the user write a comment."""
        self.comment_requested.emit()

    def _decide(self, verdict: Verdict) -> None:
        review = self._desk.current
        finding = review.findings.get(self._desk.element_id) if review else None
        if finding is not None:
            own = None if verdict is finding.verdict else verdict
            self._desk.decide(verdict=own, points=None, confirmed=True)

    def _add_points(self, step: float) -> None:
        review, element = self._desk.current, self._desk.element
        if review is None or element is None:
            return
        points = (review.points(element) or 0.0) + step
        self._desk.decide(points=min(element.points, max(0.0, points)), confirmed=True)
