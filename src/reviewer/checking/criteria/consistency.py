"""Consistency: no placeholder, no impossible or contradictory figure.

kind: consistency
placeholders: [×, X, …]       # signs that stand for something to be filled in
placeholder_nouns: [镇, 次, …]  # what follows such a sign
own_name: [镇, 乡]             # a placeholder before one of these is one of the own name
rate_units: [%]
rate_exceptions: [增长]        # a rate over 100 behind one of these is no fault
approximations: [近, 约]       # words before a figure that do not belong to its indicator
indicator: 6                  # code points two same-worded indicators share at least
total: [其中]                  # words that open the parts of a total
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from reviewer.checking.case import Case
from reviewer.checking.figures import Figure
from reviewer.checking.judgement import Because, Judgement, because, present
from reviewer.checking.language import any_of, words_of
from reviewer.checking.parts import FRAME, LEADERS, OPENING, RESULTS, TAIL
from reviewer.checking.word_index import find_all
from reviewer.checklist import Verdict
from reviewer.checklist.source import Node
from reviewer.report import Span

Fault = tuple[Span, str]

_CONTRADICTIONS = frozenset({"two-values", "wrong-sum", "rate-over-100"})
_SCALED = 10_000  # 1万余 is no odd figure
_SEVERE = 2  # contradictory figures that make the verdict missing
_HAN_TAIL = re.compile(r"[\u4e00-\u9fff]+$")


@dataclass(frozen=True, slots=True)
class Consistency:
    """Present without faults, weak with some, missing with severe ones.

    Severe are a placeholder of the own name and several contradictory figures.
    """

    home: str
    signs: tuple[str, ...]
    placeholder: re.Pattern[str]
    own_name: re.Pattern[str]
    rate_units: tuple[str, ...]
    rate_exceptions: tuple[str, ...]
    approximations: re.Pattern[str]
    indicator: int
    total: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Consistency:
        """Compile the criterion. Raises ChecklistError."""
        placeholders = words_of(node, "placeholders")
        signs = "|".join(map(re.escape, placeholders))
        nouns = any_of(words_of(node, "placeholder_nouns")).pattern
        own = any_of(words_of(node, "own_name")).pattern
        criterion = cls(
            home=OPENING,
            signs=placeholders,
            placeholder=re.compile(
                rf"20(?:{signs}){{1,2}} ?年?|(?<![A-Za-z0-9])(?:{signs})+ ?(?:{nouns})"
            ),
            own_name=re.compile(rf"(?<![A-Za-z0-9])(?:{signs})+ ?(?:{own})"),
            rate_units=words_of(node, "rate_units"),
            rate_exceptions=words_of(node, "rate_exceptions"),
            approximations=re.compile(rf"(?:{any_of(words_of(node, 'approximations')).pattern})+$"),
            indicator=int(node.require("indicator").number()),
            total=words_of(node, "total"),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Collect the faults and weigh them."""
        body = [f for f in case.figures if FRAME not in case.parts.at(f.span.start)]
        faults = sorted(
            {
                *self._placeholders(case),
                *self._rates(case, body),
                *_odd_vagueness(body),
                *self._two_values(case, body),
                *self._wrong_sums(case),
            }
        )
        if not faults:
            return present("consistent")
        codes: dict[str, Because] = {code: because(code) for _, code in faults}
        contradictory = sum(code in _CONTRADICTIONS for _, code in faults)
        severe = contradictory >= _SEVERE or "own-name-placeholder" in codes
        verdict = Verdict.MISSING if severe else Verdict.WEAK
        return Judgement(verdict, tuple(codes.values()), tuple(span for span, _ in faults))

    def _placeholders(self, case: Case) -> Iterator[Fault]:
        if not any(sign in case.folded for sign in self.signs):
            return
        for match in self.placeholder.finditer(case.folded):
            if not case.parts.at(match.start()) & {FRAME, TAIL}:
                own = self.own_name.match(case.folded, match.start())
                code = "own-name-placeholder" if own else "placeholder"
                yield Span(match.start(), match.end()), code

    def _rates(self, case: Case, figures: list[Figure]) -> Iterator[Fault]:
        for figure in figures:
            if figure.unit in self.rate_units and figure.value > 100:
                clause = case.segments.clause(case.segments.clause_at(figure.span.start))
                if not any(word in case.part_text(clause) for word in self.rate_exceptions):
                    yield figure.span, "rate-over-100"

    def _two_values(self, case: Case, figures: list[Figure]) -> Iterator[Fault]:
        """Yield figures whose indicator has the same words and unit as an earlier one.

        The indicator is the run of Chinese characters before the figure; of two same-worded ones
        the longer ends with the shorter. A part of another figure (其中) is no second value.
        """
        seen: defaultdict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
        for figure in figures:
            if not case.parts.at(figure.span.start) & {RESULTS, LEADERS}:
                continue
            words = self._indicator(case, figure)
            if len(words) < self.indicator:
                continue
            if self._is_part(case, figure):
                continue
            alike = seen[words[-self.indicator :], figure.unit]
            if any(
                value != figure.value and (words.endswith(other) or other.endswith(words))
                for other, value in alike
            ):
                yield figure.span, "two-values"
            alike.append((words, figure.value))

    def _indicator(self, case: Case, figure: Figure) -> str:
        clause = case.segments.clause(case.segments.clause_at(figure.span.start))
        before = case.folded[clause.start : figure.span.start].rstrip()
        match = _HAN_TAIL.search(self.approximations.sub("", before))
        return match[0] if match else ""

    def _is_part(self, case: Case, figure: Figure) -> bool:
        clause = case.segments.clause(case.segments.clause_at(figure.span.start))
        return any(word in case.part_text(clause) for word in self.total)

    def _wrong_sums(self, case: Case) -> Iterator[Fault]:
        """Yield totals that are smaller than the sum of their parts, which 其中 opens."""
        for word in self.total:
            for opens in find_all(case.folded, word, 0, len(case.folded)):
                number = case.segments.sentence_of[case.segments.clause_at(opens)]
                inside = case.figures_in(case.segments.sentence(number))
                before = [f for f in inside if f.span.start < opens]
                whole = before[-1] if before else None
                parts = [f for f in inside if f.span.start > opens and whole]
                sums = list(accumulate(f.value for f in parts if whole and f.unit == whole.unit))
                if whole and len(sums) > 1 and sums[-1] > whole.value and whole.value not in sums:
                    yield whole.span, "wrong-sum"


def _odd_vagueness(figures: list[Figure]) -> Iterator[Fault]:
    """Yield figures such as 4余次: what is vague must end in a nought."""
    for figure in figures:
        whole = figure.digits.isdigit() and figure.value < _SCALED
        if figure.vague and whole and not figure.digits.endswith("0"):
            yield figure.span, "odd-vague-figure"
