"""One report under review: the machine's findings and the reviewer's rulings. No I/O."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from reviewer.checking import Finding
from reviewer.checklist import Checklist
from reviewer.outline import NO_CORRECTIONS, Outline
from reviewer.report import Report
from reviewer.review.assessment import Assess, Assessment, LayOpen
from reviewer.review.brief import Brief
from reviewer.review.decision import statements
from reviewer.review.following import CORRECTING, corrects
from reviewer.review.history import Command, Event, History, Step
from reviewer.review.material import AtHand, Material
from reviewer.review.ruling import PointsAre, Said, Slot, slot_of
from reviewer.review.standing import Standing

_HALF = 0.5


class Review(Standing):
    """Findings of one report with rulings, undo and scores.

    Outline and findings follow the corrections of the reviewer as long as there is an `assess` to
    follow with. `on_stale` is called where a correction calls for a new assessment, which it makes
    at once or gives to `accept` later.
    """

    def __init__(
        self,
        report: Report,
        outline: Outline,
        findings: Iterable[Finding],
        checklist: Checklist,
        *,
        key: str = "",
        history: History | None = None,
        assess: Assess | None = None,
        lay_open: LayOpen | None = None,
        on_stale: Callable[[Review], None] | None = None,
    ) -> None:
        made = Assessment(outline, {finding.id: finding for finding in findings})
        self._set_up(
            AtHand(report, made, assess, lay_open), checklist, None, key, history, on_stale
        )
        self._begin()

    @classmethod
    def of(
        cls,
        material: Material,
        checklist: Checklist,
        *,
        kept: Brief | None = None,
        key: str = "",
        history: History | None = None,
        on_stale: Callable[[Review], None] | None = None,
    ) -> Review:
        """Return a review that is judged when that is needed; `kept` is known till then."""
        made = cls.__new__(cls)
        made._set_up(material, checklist, kept, key, history, on_stale)
        return made

    def _set_up(
        self,
        material: Material,
        checklist: Checklist,
        kept: Brief | None,
        key: str,
        history: History | None,
        on_stale: Callable[[Review], None] | None,
    ) -> None:
        super().__init__(material, checklist, kept, key, history or History())
        self._on_stale = on_stale or Review.reassess
        self._listeners: list[Callable[[tuple[str, ...]], None]] = []
        self._assessed: list[Callable[[bool], None]] = []
        self.history.subscribe(self._on_event)

    def _begin(self) -> None:
        self._assessment = self.unaided
        if self.corrections != NO_CORRECTIONS:
            self._on_stale(self)

    def release(self) -> None:
        """Follow the history no longer: another review has taken this one's place."""
        self.history.unsubscribe(self._on_event)

    def within(
        self, history: History, key: str, on_stale: Callable[[Review], None] | None = None
    ) -> Review:
        """Return a review of the same report with the rulings on `key` in `history`."""
        self.release()
        made = Review.of(self.material, self.checklist, key=key, history=history, on_stale=on_stale)
        made._begin()
        return made

    # what is said

    def do(
        self,
        *said: Said,
        emptied: Iterable[Slot] = (),
        by: str = "",
        at: datetime.datetime | None = None,
    ) -> Step | None:
        """Say things (and take others back) as one step; None where that changes nothing."""
        return self.history.do(self.command(*said, emptied=emptied), by=by, at=at)

    def decide(
        self,
        element_id: str,
        *,
        by: str = "",
        at: datetime.datetime | None = None,
        **values: object,
    ) -> None:
        """Change fields of an element's decision: `verdict`, `points`, `comment` and so on."""
        self.history.do(self.deciding(element_id, **values), by=by, at=at)

    def deciding(self, element_id: str, **values: object) -> Command:
        """Return the command behind `decide`, to be done together with others as one step."""
        said, emptied = statements(element_id, values)
        return self.command(*said, emptied=emptied)

    def command(self, *said: Said, emptied: Iterable[Slot] = ()) -> Command:
        """Return a command on this report. Raises ValueError for points an element cannot earn."""
        for one in said:
            if isinstance(one, PointsAre):
                self._check(one)
        machine = {slot_of(one): self.machine_value(one) for one in said}
        return Command(self.key, tuple(said), tuple(emptied), machine)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self.history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to make again."""
        return self.history.can_redo

    def undo(self) -> Step | None:
        """Take back the last step of the history and return it, None where there is none."""
        return self.history.undo()

    def redo(self) -> Step | None:
        """Make the last undone step again and return it, None where there is none."""
        return self.history.redo()

    # who hears of it

    def subscribe(self, listener: Callable[[tuple[str, ...]], None]) -> None:
        """Call `listener` once after every step with all it is about.

        That is elements' ids, keys of observations, and nothing for the report as a whole.
        """
        self._listeners.append(listener)

    def subscribe_assessed(self, listener: Callable[[bool], None]) -> None:
        """Call `listener` after outline and findings were made: whether for the first time."""
        self._assessed.append(listener)

    def reassess(self) -> None:
        """Make outline and findings anew after the corrections."""
        if self.material.assess is not None:
            self.accept(self.judged(self.corrections))

    def accept(self, assessment: Assessment) -> None:
        """Take outline and findings that were made elsewhere, as in another thread."""
        first = not self.ready
        self._take(assessment)
        self._scores = None
        for listener in self._assessed:
            listener(first)

    def snapshot(self) -> Review:
        """Return a copy that another thread may read while the user goes on deciding."""
        history = History.of(self.key, self.rulings)
        copy = Review.of(
            self.material, self.checklist, kept=self._kept, key=self.key, history=history
        )
        made = self._assessment
        # A long report follows its newest correction a little later; what goes out follows it, too.
        outdated = made is not None and made.corrections != self.corrections
        copy._assessment = None if outdated and self.material.assess else made
        return copy

    def _check(self, said: PointsAre) -> None:
        worth = self._by_id[said.element].points
        whole = (said.points / _HALF).is_integer() or said.points == worth
        if not (whole and 0 <= said.points <= worth):
            raise ValueError(f"{said.element} cannot earn {said.points} of {worth} points")

    def _on_event(self, event: Event) -> None:
        mine = [change.slot for change in event.by_report.get(self.key, ())]
        if not mine:
            return
        self._forget(mine)
        if any(map(corrects, mine)):
            self._on_stale(self)
        about = dict.fromkeys("" if s.kind in CORRECTING else s.about for s in mine)
        for listener in self._listeners:
            listener(tuple(about))
