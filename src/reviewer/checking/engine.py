"""Judges a report: every element of the checklist gets its finding."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.checking.case import Case
from reviewer.checking.criteria import read_criterion
from reviewer.checking.expected import expected_place
from reviewer.checking.figures import FigureFinder
from reviewer.checking.finding import Finding
from reviewer.checking.judgement import Claimant, Criterion, Judgement, Seeker, present, weak
from reviewer.checking.language import read_language
from reviewer.checking.likeness import Lesson, Likeness
from reviewer.checking.notation import spoken
from reviewer.checking.observations.observer import Observer
from reviewer.checking.observations.unclaimed import NAMED_ONLY, UNUSUAL, UNUSUAL_FACT, Unclaimed
from reviewer.checking.part_finder import PartFinder
from reviewer.checking.part_likeness import PartBounds, PartLikeness, part_lessons
from reviewer.checking.reason_words import ReasonWords
from reviewer.checking.study import Study
from reviewer.checking.word_index import Vocabulary, word_atoms
from reviewer.checklist import Checklist, Element, Verdict
from reviewer.outline import Outline
from reviewer.report import Report, Span
from reviewer.support.folding import fold


@dataclass(frozen=True, slots=True)
class _Rule:
    element: Element
    criterion: Criterion
    kind: str
    sought: tuple[str, ...]
    looked_in: tuple[str, ...]


class Judge:
    """A checklist made ready to judge any number of reports."""

    def __init__(self, checklist: Checklist) -> None:
        """Compile every criterion. Raises ChecklistError with the place of what is wrong."""
        self._language = read_language(checklist.language)
        observations = checklist.language.require("observations")
        self._observer = Observer.read(observations, self._language)
        self._part_bounds = PartBounds.read(checklist.language.require("part_likeness"))
        checklist.language.finish()
        self._parts = PartFinder(self._language, lambda: self._part_likeness)
        self._figures = FigureFinder(self._language)
        self._rules = [_rule(element) for element in checklist.elements]
        self._vocabulary = Vocabulary(
            word_atoms(
                (
                    self._language,
                    self._observer.unit_names,
                    self._observer.wording,
                    *(rule.criterion for rule in self._rules),
                )
            )
        )
        self._criteria = {rule.element.id: rule.criterion for rule in self._rules}
        self._claimants = {
            element_id: criterion
            for element_id, criterion in self._criteria.items()
            if isinstance(criterion, Claimant)
        }
        self._reasons = ReasonWords(checklist)
        self._families = checklist.families

    def judge(
        self, report: Report, outline: Outline, set_aside: Collection[str] = ()
    ) -> tuple[Finding, ...]:
        """Return a finding for every element, in the checklist's order.

        `set_aside` are the keys of remarks that a person found to be no faults.
        """
        case = self.open(report, outline, set_aside)
        judged = self._judged(case)
        return tuple(self._finding(rule, case, judged[rule.element.id]) for rule in self._rules)

    def judge_element(self, element_id: str, report: Report, outline: Outline) -> Finding:
        """Return the finding for one element."""
        case, rule = self.open(report, outline), self._rule(element_id)
        judgement = rule.criterion.judge(case)
        if judgement.verdict in (Verdict.MISSING, Verdict.WEAK):
            judgement = self._judged(case)[element_id]
        return self._finding(rule, case, judgement)

    def study(self, report: Report, outline: Outline) -> Study:
        """Return what answers questions beyond the verdicts; it opens the report when asked."""
        nearness = self._observer.nearest
        return Study(lambda: self.open(report, outline), self._criteria, nearness, self._unclaimed)

    def home(self, element_id: str) -> str:
        """Return the part in which an element is expected."""
        return self._rule(element_id).criterion.home

    def open(self, report: Report, outline: Outline, set_aside: Collection[str] = ()) -> Case:
        """Lay a report open for the criteria."""
        return Case(
            report,
            outline,
            self._language,
            self._parts,
            self._figures,
            self._observer,
            self._vocabulary,
            set_aside,
        )

    @cached_property
    def _likeness(self) -> Likeness:
        """Learnt when the first report lacks an element."""
        elements = (rule.element for rule in self._rules if rule.element.id in self._claimants)
        lessons = {element.id: Lesson.of(element) for element in elements}
        bounds = self._observer.unclaimed
        return Likeness(lessons, bounds.same, map(fold, bounds.nothing), self._families)

    @cached_property
    def _part_likeness(self) -> PartLikeness:
        """Learnt when no heading of a report names one of its parts."""
        elements = ((rule.element, rule.criterion.home) for rule in self._rules)
        told = {part: names.told for part, names in self._language.parts.items()}
        return PartLikeness(part_lessons(elements, told), self._families, self._part_bounds)

    def _rule(self, element_id: str) -> _Rule:
        return next(rule for rule in self._rules if rule.element.id == element_id)

    def _judged(self, case: Case) -> Mapping[str, Judgement]:
        """Return the judgements by element id, with what is told in unusual words.

        A topic that is only named is present, and one not even named is weak, where a fact of
        nothing else sounds like it; beyond doubt, it is present too.
        """
        judged = {rule.element.id: rule.criterion.judge(case) for rule in self._rules}
        found = {id_: one for id_, one in judged.items() if one.verdict is not Verdict.MISSING}
        unclaimed = self._unclaimed(case, {id_: one.spans for id_, one in found.items()})
        missing = judged.keys() - found.keys()
        facts = {
            id_: unclaimed.facts_beside(id_)
            for id_, one in found.items()
            if one.verdict is Verdict.WEAK and one.because[0].code in NAMED_ONLY
        }
        alike = {id_: unclaimed.alike(id_) for id_ in missing}
        facts |= {id_: unclaimed.sure(id_) for id_, spans in alike.items() if spans}
        told = {id_: present(UNUSUAL_FACT, spans) for id_, spans in facts.items() if spans}
        named = {id_: weak(UNUSUAL, spans) for id_, spans in alike.items() if spans}
        return judged | named | told

    def _unclaimed(self, case: Case, told: Mapping[str, tuple[Span, ...]]) -> Unclaimed:
        bounds = self._observer.unclaimed
        return Unclaimed(case, bounds, self._likeness, self._claimants, told)

    def _finding(self, rule: _Rule, case: Case, judgement: Judgement) -> Finding:
        element = rule.element
        lacking = judgement.verdict is Verdict.MISSING
        return Finding(
            id=element.id,
            verdict=judgement.verdict,
            points=element.points,
            suggested=judgement.verdict.share * element.points,
            reasons=tuple(self._reasons.reason(element, why) for why in judgement.because),
            evidence=tuple(map(case.evidence, _innermost(judgement.spans))),
            expected=expected_place(case, rule.criterion.home) if lacking else None,
            criterion=rule.kind,
            sought=rule.sought,
            looked_in=rule.looked_in,
        )


def _innermost(spans: Sequence[Span]) -> list[Span]:
    """Leave out what holds another of `spans`: the shorter quote proves as much, marked once."""
    inner: set[Span] = set()
    first_end = math.inf  # of the spans that begin no earlier
    for span in sorted(set(spans), key=lambda one: (-one.start, one.end)):
        if span.end < first_end:
            inner.add(span)
            first_end = span.end
    return [span for span in spans if span in inner]


def _rule(element: Element) -> _Rule:
    criterion = read_criterion(element.criterion)
    kind = element.criterion.require("kind").text()
    if not isinstance(criterion, Seeker):
        return _Rule(element, criterion, kind, (), ())
    sought = (spoken(pattern) for pattern in criterion.sought)
    words = tuple(dict.fromkeys(said for said in sought if said))
    return _Rule(element, criterion, kind, words, criterion.looked_in)
