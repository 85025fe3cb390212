"""One report under review: the machine's findings and the reviewer's rulings. No I/O."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping

from reviewer.checking import Evidence, Finding
from reviewer.checklist import Checklist, Element, Verdict
from reviewer.outline import (
    NO_CORRECTIONS,
    Corrections,
    FieldValue,
    FrontField,
    HeadingLevel,
    Outline,
)
from reviewer.report import Anchor, Report, Span
from reviewer.review.assessment import Assess, Assessment, LayOpen, front_text
from reviewer.review.brief import Brief, brief_of, digest_of_places
from reviewer.review.decision import UNDECIDED, Decision, decision_on, statements
from reviewer.review.following import CORRECTING, corrections_of, places_of
from reviewer.review.history import Command, Event, History, Step
from reviewer.review.material import AtHand, Material
from reviewer.review.ruling import (
    CommentIs,
    Kind,
    PointsAre,
    Ruling,
    Said,
    Slot,
    Status,
    StatusIs,
    slot_of,
)
from reviewer.review.scores import Scores, add_up
from reviewer.review.subject import Subject

_HALF = 0.5


class Review(Subject):
    """Findings of one report with rulings, undo and scores.

    Verdicts, points and evidence asked for here are the reviewer's where there is a ruling, else
    the machine's. `key` names the report in `history`, which it may share with others. Outline and
    findings follow the corrections of the reviewer as long as there is an `assess` to follow with.
    `on_stale` is called where a correction calls for a new assessment, which it makes at once or
    gives to `accept` later.
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
        super().__init__(material, checklist, kept)
        self.key = key
        self.history = history or History()
        self._on_stale = on_stale or Review.reassess
        self._places: dict[Anchor, Span | None] = {}
        self._decisions: dict[str, Decision] = {}
        self._by_id = {element.id: element for element in checklist.elements}
        self._scores: Scores | None = None
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

    # what counts

    @property
    def rulings(self) -> Mapping[Slot, Ruling]:
        """Everything the reviewer said that counts, by slot; a live view."""
        return self.history.rulings(self.key)

    @property
    def decisions(self) -> Mapping[str, Decision]:
        """The decisions on the elements that have one, by element id."""
        made = {element.id: self.decision(element.id) for element in self.checklist.elements}
        return {element_id: d for element_id, d in made.items() if d is not UNDECIDED}

    def decision(self, element_id: str) -> Decision:
        """Return the decision on an element; UNDECIDED where there is none."""
        known = self._decisions.get(element_id)
        if known is None:
            known = self._decisions[element_id] = decision_on(element_id, self.rulings)
        return known

    def verdict(self, element_id: str) -> Verdict:
        """Return the verdict that counts; a finding that was set aside counts as present."""
        decision = self.decision(element_id)
        if decision.verdict is None and decision.ignored:
            return Verdict.PRESENT
        return decision.verdict or self.found(element_id)

    def overruled_by(self, element_id: str) -> Ruling | None:
        """Return the ruling that puts another verdict in the machine's place, None where none does.

        An element that was left out of the report has no verdict any more.
        """
        if not self.applies(element_id):
            return self.rulings[Slot(Kind.NOT_APPLICABLE, element_id)]
        if self.verdict(element_id) is self.found(element_id):
            return None
        said = self.rulings.get(Slot(Kind.VERDICT, element_id))
        return said or self.rulings[Slot(Kind.IGNORED, element_id)]

    def applies(self, element_id: str) -> bool:
        """Tell whether an element counts for this report at all."""
        return Slot(Kind.NOT_APPLICABLE, element_id) not in self.rulings

    def points(self, element: Element) -> float | None:
        """Return the points that count; None for an element that is undetermined or left out.

        What was given by an older checklist counts up to what the element is worth now.
        """
        decision = self.decision(element.id)
        if decision.not_applicable:
            return None
        if decision.points is not None:
            return min(decision.points, element.points)
        verdict = self.verdict(element.id)
        return None if verdict is Verdict.UNDETERMINED else verdict.share * element.points

    def evidence(self, element_id: str) -> tuple[Evidence, ...]:
        """Return the passages that speak for an element, as far as the text still has them."""
        passages = self.decision(element_id).evidence
        if passages is None:
            return self.findings[element_id].evidence
        spans = [span for span in map(self.find, passages) if span is not None]
        return tuple(self._evidence(span) for span in spans)

    @property
    def comment(self) -> str:
        """The comment on the whole report."""
        ruling = self.rulings.get(Slot(Kind.COMMENT))
        return ruling.said.text if ruling and isinstance(ruling.said, CommentIs) else ""

    @property
    def status(self) -> Status:
        """How far the review is: said by the reviewer, else by what was decided so far."""
        ruling = self.rulings.get(Slot(Kind.STATUS))
        if ruling and isinstance(ruling.said, StatusIs):
            return ruling.said.status
        if all(self.decision(e.id).confirmed or not self.applies(e.id) for e in self._elements):
            return Status.DONE
        begun = any(slot.kind is not Kind.VERSION for slot in self.rulings)
        return Status.IN_WORK if begun else Status.NOT_BEGUN

    def field(self, field: FrontField) -> str | None:
        """Return a field of the front matter as it counts."""
        return front_text(self.outline, field)

    def machine_field(self, field: FrontField) -> str | None:
        """Return a field of the front matter as the machine read it."""
        return front_text(self.unaided.outline, field)

    @property
    def corrections(self) -> Corrections:
        """The reviewer's corrections of outline and front matter."""
        return corrections_of(self.rulings)

    def find(self, place: Anchor) -> Span | None:
        """Return where a passage stands in this text, None where it is gone."""
        if place not in self._places:
            self._places[place] = place.find(self.report.text)
        return self._places[place]

    @property
    def lost(self) -> tuple[Ruling, ...]:
        """The rulings with a place this text does not have (any more)."""
        return tuple(
            ruling
            for ruling in self.rulings.values()
            if any(self.find(place) is None for place in places_of(ruling.said))
        )

    @property
    def lost_count(self) -> int:
        """How many rulings are `lost`; told without the text where that was counted before."""
        brief = None if self.ready else self.brief
        if brief and brief.places == digest_of_places(self.rulings.values()):
            return brief.lost
        return len(self.lost)

    def scores(self) -> Scores:
        """Add everything up."""
        if self._scores is None:
            self._scores = add_up(self)
        return self._scores

    def in_short(self) -> Brief:
        """Return the machine's word in short, of a report that is judged."""
        return brief_of(self)

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

    def machine_value(self, said: Said) -> str | float | None:
        """Return what the machine says to the same thing, None where it says nothing."""
        slot = slot_of(said)
        if isinstance(said, FieldValue):
            return self.machine_field(said.field)
        if isinstance(said, HeadingLevel):
            place = self.find(said.place)
            return self._machine_level(place) if place else None
        element = self._by_id.get(slot.about)
        if element is None:
            return None
        found = self.found(element.id)
        return found.share * element.points if slot.kind is Kind.POINTS else found.value

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

    @property
    def _elements(self) -> tuple[Element, ...]:
        return self.checklist.elements

    def _evidence(self, span: Span) -> Evidence:
        path = tuple(section.label for section in self.outline.path(span.start))
        return Evidence(span, span.of(self.report.text), path)

    def _machine_level(self, place: Span) -> int | None:
        for section, _ in self.unaided.outline.walk():
            if place.start in section.heading:
                return section.level
        return None

    def _check(self, said: PointsAre) -> None:
        worth = self._by_id[said.element].points
        whole = (said.points / _HALF).is_integer() or said.points == worth
        if not (whole and 0 <= said.points <= worth):
            raise ValueError(f"{said.element} cannot earn {said.points} of {worth} points")

    def _on_event(self, event: Event) -> None:
        mine = [change.slot for change in event.by_report.get(self.key, ())]
        if not mine:
            return
        self._scores = None
        self._brief = None
        for slot in mine:
            self._decisions.pop(slot.about, None)
        if any(slot.kind in CORRECTING for slot in mine):
            self._on_stale(self)
        about = dict.fromkeys("" if s.kind in CORRECTING else s.about for s in mine)
        for listener in self._listeners:
            listener(tuple(about))
