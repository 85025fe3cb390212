"""A report laid open for questions beyond the verdicts."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from itertools import chain, pairwise

from reviewer.checking.case import Case
from reviewer.checking.finding import Evidence, Finding
from reviewer.checking.firing import Firing, firings
from reviewer.checking.judgement import Criterion, Seeker
from reviewer.checking.notation import Pattern, Sort
from reviewer.checking.observations.unclaimed import UNUSUAL, Nearness, Unclaimed
from reviewer.checking.observations.values import Observations
from reviewer.checking.parts import Parts
from reviewer.checklist import Verdict
from reviewer.report import Span

Told = Mapping[str, tuple[Span, ...]]
_Pairs = dict[str, None]


class Study:
    """Answers what a reader asks about one report; each answer is worked out when asked for."""

    def __init__(
        self,
        lay_open: Callable[[], Case],
        criteria: Mapping[str, Criterion],
        nearness: Nearness,
        unclaimed: Callable[[Case, Told], Unclaimed],
    ) -> None:
        """`criteria` are the rules by element id; `unclaimed` finds what none of them claims."""
        self._lay_open = lay_open
        self._nearness = nearness
        self._criteria = criteria
        self._unclaimed = unclaimed

    @cached_property
    def _case(self) -> Case:
        return self._lay_open()

    @property
    def parts(self) -> Parts:
        """Which part of a report each stretch belongs to."""
        return self._case.parts

    @cached_property
    def observations(self) -> Observations:
        """The ledger of figures, the pairs of shortcomings and the signs of copying."""
        return self._case.notes.all()

    def nearest(self, element_id: str) -> tuple[Evidence, ...]:
        """Return the few sentences that come nearest to naming an element, the best first.

        Words are compared by pairs of characters, and rare pairs weigh more; so 调处纷争 is near
        to 纠纷调处. Sentences of all parts are looked at; title, signature and web frame are not.
        """
        criterion = self._criteria[element_id]
        patterns = criterion.sought if isinstance(criterion, Seeker) else ()
        graded = ((self._grade(pairs, patterns), span) for span, pairs in self._sentences)
        near = sorted((-grade, span) for grade, span in graded if grade > self._nearness.alike)
        return tuple(self._case.evidence(span) for _, span in near[: self._nearness.shown])

    def unclaimed(self, findings: Iterable[Finding]) -> Mapping[str, tuple[Evidence, ...]]:
        """Return, by missing element, the facts that none uses and that may tell of it.

        The likeliest come first; elements without are left out. What is weak for a likeness alone
        uses nothing.
        """
        missing: list[str] = []
        told: dict[str, tuple[Span, ...]] = {}
        for finding in findings:
            if finding.verdict is Verdict.MISSING:
                missing.append(finding.id)
            elif finding.reasons[0].code != UNUSUAL:
                told[finding.id] = tuple(evidence.span for evidence in finding.evidence)
        left = self._unclaimed(self._case, told)
        near = ((element_id, left.near(element_id)) for element_id in missing)
        return {id_: tuple(map(self._case.evidence, spans)) for id_, spans in near if spans}

    def fired(self, finding: Finding) -> tuple[Firing, ...]:
        """Return the patterns of the checklist that hold at the evidence of a finding."""
        return firings(self._case, self._criteria[finding.id], finding)

    @cached_property
    def _sentences(self) -> list[tuple[Span, _Pairs]]:
        spans = chain.from_iterable(map(self._case.sentences_of, self._case.body()))
        return [(span, _pairs(self._case.part_text(span))) for span in spans]

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        counts = Counter(chain.from_iterable(pairs for _, pairs in self._sentences))
        whole = 1 + len(self._sentences)
        return {pair: math.log(whole / count) for pair, count in counts.items()}

    def _grade(self, pairs: _Pairs, patterns: tuple[Pattern, ...]) -> float:
        return max((self._pattern_grade(pairs, pattern) for pattern in patterns), default=0.0)

    def _pattern_grade(self, pairs: _Pairs, pattern: Pattern) -> float:
        atoms = [
            atom
            for group in pattern.groups
            for atom in group
            if atom.sort is Sort.WORDS and not atom.absent
        ]
        grades = [max(self._word_grade(pairs, word) for word in atom.words) for atom in atoms]
        return sum(grades) / len(grades) if grades else 0.0

    def _word_grade(self, pairs: _Pairs, word: str) -> float:
        """Return the share of a word's pairs that stand in a sentence; unheard pairs weigh most."""
        unheard = math.log(1 + len(self._sentences))
        weights = {pair: self._weights.get(pair, unheard) for pair in _pairs(word)}
        whole = sum(weights.values())
        return sum(w for pair, w in weights.items() if pair in pairs) / whole if whole else 0.0


def _pairs(text: str) -> _Pairs:
    """Return the pairs of neighbours in their order, so that sums of their weights never differ."""
    return dict.fromkeys(map("".join, pairwise(text)))
