"""Figures that cannot be right: impossible ones, and those that contradict another one.

figures:
  rate_units: [%]
  rate_exceptions: [增长]        # a rate over 100 beside one of these is no fault
  rate_ends: [率]               # what a rate's name ends with
  rounding: 1                   # points by which a rate may be rounded
  approximations: [近, 约]       # words before a figure that do not belong to its indicator
  indicator: 6                  # code points two same-worded indicators share at least
  total: [其中]                  # words that open the parts of a total
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain, takewhile

from reviewer.checking.alternatives import any_of
from reviewer.checking.case import Case
from reviewer.checking.figures import Figure
from reviewer.checking.language import words_of
from reviewer.checking.observations.values import Remark
from reviewer.checking.parts import FRAME, LEADERS, RESULTS
from reviewer.checking.word_index import find_all
from reviewer.checklist.source import Node

FIGURE = "figure"

_WHOLE = 100.0
_SCALED = 10_000  # 1万余 is no odd figure
_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class ConflictFinder:
    """Finds rates over 100 or beside their counts, odd vagueness, two values, wrong sums."""

    rate_units: tuple[str, ...]
    rate_exceptions: tuple[str, ...]
    rate_ends: tuple[str, ...]
    rounding: float
    approximations: re.Pattern[str]
    indicator: int
    total: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> ConflictFinder:
        """Compile the words. Raises ChecklistError."""
        finder = cls(
            rate_units=words_of(node, "rate_units"),
            rate_exceptions=words_of(node, "rate_exceptions"),
            rate_ends=words_of(node, "rate_ends"),
            rounding=node.require("rounding").number(),
            approximations=any_of(words_of(node, "approximations")),
            indicator=int(node.require("indicator").number()),
            total=words_of(node, "total"),
        )
        node.finish()
        return finder

    def find(self, case: Case) -> Iterator[Remark]:
        """Yield what is wrong with the figures outside the web frame."""
        pieces = [(parts, case.figures_in(span)) for span, parts in case.parts.cut()]
        body = [f for parts, figures in pieces if FRAME not in parts for f in figures]
        told = [f for parts, figures in pieces if parts & {RESULTS, LEADERS} for f in figures]
        yield from self._rates(case, body)
        yield from _odd_vagueness(case, body)
        yield from self._two_values(case, told)
        yield from self._wrong_sums(case)
        yield from self._wrong_rates(case, body)

    def _rates(self, case: Case, figures: list[Figure]) -> Iterator[Remark]:
        for figure in figures:
            if figure.unit in self.rate_units and figure.value > 100:
                clause = case.segments.clause(case.segments.clause_at(figure.span.start))
                if not any(word in case.part_text(clause) for word in self.rate_exceptions):
                    yield _remark(case, "rate-over-100", figure)

    def _two_values(self, case: Case, figures: list[Figure]) -> Iterator[Remark]:
        """Yield figures whose indicator has the same words and unit as an earlier one.

        The indicator is the run of Chinese characters before the figure; of two same-worded ones
        the longer ends with the shorter. A part of another figure (其中) is no second value.
        """
        seen: defaultdict[tuple[str, str], list[tuple[str, Figure]]] = defaultdict(list)
        parts_told = self._parts_told(case)
        for figure in figures:
            words = self._indicator(case, figure)
            is_part = case.segments.clause_at(figure.span.start) in parts_told
            if len(words) < self.indicator or is_part:
                continue
            alike = seen[words[-self.indicator :], figure.unit]
            for other, earlier in alike:
                same = words.endswith(other) or other.endswith(words)
                if same and earlier.value != figure.value:
                    yield _remark(case, "two-values", earlier, figure)
                    break
            alike.append((words, figure))

    def _indicator(self, case: Case, figure: Figure) -> str:
        start = case.segments.clause_starts[case.segments.clause_at(figure.span.start)]
        before = case.folded[start : figure.span.start].rstrip()
        return self.approximations.sub("", _NOT_HAN.split(before)[-1])

    def _parts_told(self, case: Case) -> set[int]:
        """Return the clauses that tell the parts of a total."""
        places = chain.from_iterable(find_all(case.folded, word) for word in self.total)
        return set(map(case.segments.clause_at, places))

    def _wrong_sums(self, case: Case) -> Iterator[Remark]:
        """Yield totals that are smaller than the sum of their parts, which 其中 opens."""
        for word in self.total:
            for opens in find_all(case.folded, word):
                number = case.segments.sentence_of[case.segments.clause_at(opens)]
                inside = case.figures_in(case.segments.sentence(number))
                before = [f for f in inside if f.span.start < opens]
                whole = before[-1] if before else None
                behind = [f for f in inside if f.span.start > opens]
                parts = _parts_of(whole, behind) if whole else []
                sums = list(accumulate(part.value for part in parts))
                if whole and len(sums) > 1 and sums[-1] > whole.value and whole.value not in sums:
                    yield _remark(case, "wrong-sum", whole, *parts, sum=f"{sums[-1]:g}")

    def _wrong_rates(self, case: Case, figures: list[Figure]) -> Iterator[Remark]:
        """Yield rates that are not the quotient of two counts before them in their sentence.

        The rate's name says which is the count (调解成功率: 调解成功84件); any count of the same
        unit before that one may be the whole, and none of them fits.
        """
        for rate in figures:
            if rate.unit not in self.rate_units or rate.vague or rate.value > _WHOLE:
                continue
            name = self._indicator(case, rate)
            ending = next((end for end in self.rate_ends if name.endswith(end)), None)
            sentence = case.segments.sentence_of[case.segments.clause_at(rate.span.start)]
            span = case.segments.sentence(sentence)
            before = [f for f in case.figures_in(span) if f.span.start < rate.span.start]
            part = self._last_named(case, before, name.removesuffix(ending)) if ending else None
            wholes = [f for f in before if part and f.unit == part.unit and f.span < part.span]
            sound = [f for f in wholes if part and f.value >= part.value > 0 and not f.vague]
            if part is None or part.vague or not sound or len(sound) != len(wholes):
                continue
            if all(abs(_WHOLE * part.value / f.value - rate.value) > self.rounding for f in sound):
                yield _remark(case, "wrong-rate", rate, part, sound[-1])

    def _last_named(self, case: Case, figures: list[Figure], name: str) -> Figure | None:
        """Return the last figure whose indicator ends with `name`."""
        named = (f for f in reversed(figures) if self._indicator(case, f).endswith(name))
        return next(named, None) if len(name) > 1 else None


def _parts_of(whole: Figure, behind: list[Figure]) -> list[Figure]:
    """Return the figures of the same unit, up to one that is too large to be a part as well."""
    alike = [figure for figure in behind if figure.unit == whole.unit]
    fitting = takewhile(lambda figure: figure.value <= whole.value, alike[1:])
    return [*alike[:1], *fitting]


def _odd_vagueness(case: Case, figures: list[Figure]) -> Iterator[Remark]:
    """Yield figures such as 4余次: what is vague must end in a nought."""
    for figure in figures:
        odd = figure.vague and figure.digits.isdigit() and not figure.digits.endswith("0")
        if odd and figure.value < _SCALED:
            yield _remark(case, "odd-vague-figure", figure)


def _remark(case: Case, code: str, first: Figure, *others: Figure, **details: object) -> Remark:
    """Return a remark on figures; `found` is the first and `other` the second as printed."""
    shown = {
        name: figure.span.of(case.report.text)
        for name, figure in zip(("found", "other"), (first, *others), strict=False)
    }
    spans = tuple(sorted(figure.span for figure in (first, *others)))
    return Remark(FIGURE, code, spans, {**shown, **details})
