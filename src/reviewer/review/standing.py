"""How a report stands: the reviewer's word where there is one, else the machine's. No I/O."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.checking import Evidence
from reviewer.checklist import Checklist, Element, Verdict
from reviewer.outline import Corrections, FieldValue, FrontField, HeadingLevel
from reviewer.report import Anchor, Span
from reviewer.review.assessment import front_text
from reviewer.review.brief import Brief, brief_of, digest_of_places
from reviewer.review.decision import UNDECIDED, Decision, decision_on
from reviewer.review.following import corrections_of, places_of
from reviewer.review.history import History
from reviewer.review.material import Material
from reviewer.review.ruling import CommentIs, Kind, Ruling, Said, Slot, Status, StatusIs, slot_of
from reviewer.review.scores import Scores, add_up
from reviewer.review.subject import Subject


class Standing(Subject):
    """Verdicts, points, evidence and the rest of a report as they count now.

    `key` names the report in `history`, which it may share with others.
    """

    def __init__(
        self,
        material: Material,
        checklist: Checklist,
        kept: Brief | None,
        key: str,
        history: History,
    ) -> None:
        super().__init__(material, checklist, kept)
        self.key = key
        self.history = history
        self._by_id = {element.id: element for element in checklist.elements}
        self._decisions: dict[str, Decision] = {}
        self._places: dict[Anchor, Span | None] = {}
        self._scores: Scores | None = None

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

    def is_flagged(self, element: Element) -> bool:
        """Tell whether an element is weak or missing."""
        flagged = (Verdict.WEAK, Verdict.MISSING)
        return self.applies(element.id) and self.verdict(element.id) in flagged

    def is_undecided(self, element: Element) -> bool:
        """Tell whether the reviewer has not yet settled an element that applies to the report."""
        return self.applies(element.id) and not self.decision(element.id).confirmed

    def points(self, element: Element) -> float | None:
        """Return the points that count; None for an element that is undetermined or left out.

        What was given by an older checklist counts up to what the element is worth now.
        """
        decision = self.decision(element.id)
        if decision.not_applicable:
            return None
        if decision.points is not None:
            return min(decision.points, element.points)
        return _usual_points(element, self.verdict(element.id))

    def is_changed(self, element: Element) -> bool:
        """Tell whether a person gave an element another verdict or other points."""
        if self.overruled_by(element.id) is not None:
            return True
        return self.points(element) != _usual_points(element, self.found(element.id))

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
        elements = self.checklist.elements
        if all(self.decision(e.id).confirmed or not self.applies(e.id) for e in elements):
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

    def _forget(self, slots: Iterable[Slot]) -> None:
        """Work out anew what follows from these slots, when it is asked for next."""
        self._scores = None
        self._brief = None
        for slot in slots:
            self._decisions.pop(slot.about, None)

    def _evidence(self, span: Span) -> Evidence:
        path = tuple(section.label for section in self.outline.path(span.start))
        return Evidence(span, span.of(self.report.text), path)

    def _machine_level(self, place: Span) -> int | None:
        for section, _ in self.unaided.outline.walk():
            if place.start in section.heading:
                return section.level
        return None


def _usual_points(element: Element, verdict: Verdict) -> float | None:
    """Return the points that a verdict is worth; None for an undetermined one."""
    return None if verdict is Verdict.UNDETERMINED else verdict.share * element.points
