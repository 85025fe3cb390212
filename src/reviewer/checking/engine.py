"""Judges a report: every element of the checklist gets its finding."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

from reviewer.checking.case import Case
from reviewer.checking.criteria import read_criterion
from reviewer.checking.expected import expected_place
from reviewer.checking.figures import FigureFinder
from reviewer.checking.finding import Finding
from reviewer.checking.judgement import Criterion, Seeker
from reviewer.checking.language import read_language
from reviewer.checking.notation import spoken, words_in
from reviewer.checking.observations.observer import Observer
from reviewer.checking.parts import PartFinder
from reviewer.checking.reason_words import ReasonWords
from reviewer.checking.study import Study
from reviewer.checking.word_index import Vocabulary
from reviewer.checklist import Checklist, Element, Verdict
from reviewer.outline import Outline
from reviewer.report import Report


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
        checklist.language.finish()
        self._parts = PartFinder(self._language)
        self._figures = FigureFinder(self._language)
        self._vocabulary = Vocabulary(
            chain(
                self._language.frequency,
                self._language.none,
                *(words_in(element.criterion) for element in checklist.elements),
                *(words_in(observations.require(key)) for key in ("unit_names", "wording")),
            )
        )
        self._rules = [_rule(element) for element in checklist.elements]
        self._reasons = ReasonWords(checklist)

    def judge(self, report: Report, outline: Outline) -> tuple[Finding, ...]:
        """Return a finding for every element, in the checklist's order."""
        case = self.open(report, outline)
        return tuple(self._finding(rule, case) for rule in self._rules)

    def judge_element(self, element_id: str, report: Report, outline: Outline) -> Finding:
        """Return the finding for one element."""
        return self._finding(self._rule(element_id), self.open(report, outline))

    def study(self, report: Report, outline: Outline) -> Study:
        """Return what answers questions beyond the verdicts; it opens the report when asked."""
        criteria = {rule.element.id: rule.criterion for rule in self._rules}
        return Study(lambda: self.open(report, outline), criteria)

    def home(self, element_id: str) -> str:
        """Return the part in which an element is expected."""
        return self._rule(element_id).criterion.home

    def open(self, report: Report, outline: Outline) -> Case:
        """Lay a report open for the criteria."""
        return Case(
            report,
            outline,
            self._language,
            self._parts,
            self._figures,
            self._observer,
            self._vocabulary,
        )

    def _rule(self, element_id: str) -> _Rule:
        return next(rule for rule in self._rules if rule.element.id == element_id)

    def _finding(self, rule: _Rule, case: Case) -> Finding:
        element, judgement = rule.element, rule.criterion.judge(case)
        lacking = judgement.verdict is Verdict.MISSING
        return Finding(
            id=element.id,
            verdict=judgement.verdict,
            points=element.points,
            suggested=judgement.verdict.share * element.points,
            reasons=tuple(self._reasons.reason(element, why) for why in judgement.because),
            evidence=tuple(case.evidence(span) for span in judgement.spans),
            expected=expected_place(case, rule.criterion.home) if lacking else None,
            criterion=rule.kind,
            sought=rule.sought,
            looked_in=rule.looked_in,
        )


def _rule(element: Element) -> _Rule:
    criterion = read_criterion(element.criterion)
    kind = element.criterion.require("kind").text()
    if not isinstance(criterion, Seeker):
        return _Rule(element, criterion, kind, (), ())
    sought = (spoken(pattern) for pattern in criterion.sought)
    words = tuple(dict.fromkeys(said for said in sought if said))
    return _Rule(element, criterion, kind, words, criterion.looked_in)
