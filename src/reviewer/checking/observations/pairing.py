"""Ties every shortcoming to its causes and to the measure of the plan that answers it.

pairs:
  common: 3                  # code points a shortcoming without a theme shares with its measure
  common_in_place: 2         # … with the measure at the same place of the list
  turns: [但, 然而]           # words behind which a single passage tells what falls short
  slogans: [...]             # measures that count for nothing

What makes a cause is told in causes.py.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reviewer.checking.alternatives import any_of
from reviewer.checking.case import Case
from reviewer.checking.items import Shortcoming, measures, passage, shortcomings
from reviewer.checking.kept import Kept
from reviewer.checking.language import Language, words_of
from reviewer.checking.observations.causes import CauseFinder
from reviewer.checking.observations.values import Cause, Measure, Pair, Pairs
from reviewer.checking.particular import Striker, runs_in
from reviewer.checklist.source import Node
from reviewer.report import Span

_Having = Kept[str, list[int]]

_COMMA = re.compile("[、,]")


@dataclass(frozen=True, slots=True)
class PairFinder:
    """Finds pairs by connectors, themes and shared words."""

    causes: CauseFinder
    common: int
    common_in_place: int
    slogans: re.Pattern[str]
    themes: tuple[tuple[str, ...], ...]
    falls_short: re.Pattern[str]
    turns: re.Pattern[str]
    stock: Striker

    @classmethod
    def read(cls, node: Node, language: Language) -> PairFinder:
        """Compile the words. Raises ChecklistError."""
        finder = cls(
            causes=CauseFinder.read(node, language),
            common=int(node.require("common").number()),
            common_in_place=int(node.require("common_in_place").number()),
            slogans=any_of(words_of(node, "slogans")),
            themes=tuple(language.themes.values()),
            falls_short=any_of(language.degree_words),
            turns=any_of(words_of(node, "turns")),
            stock=language.stock_striker(),
        )
        node.finish()
        return finder

    def find(self, case: Case) -> Pairs:
        """Return the shortcomings with what belongs to each.

        A passage whose single shortcomings cannot be told apart is one shortcoming; where it is
        the only one and tells no cause, each part that says what falls short wants a measure.
        """
        passages = passage(case)
        items = shortcomings(case) or list(map(Shortcoming, passages))
        causes = self._causes(case, passages, items)
        if len(items) == 1 and not causes:
            items = [
                item._replace(span=span) for item in items for span in self._joined(case, item.span)
            ]
        plan = measures(case, apart=True)
        texts = [case.part_text(item.span) for item in items]
        runs = [list(self._own_runs(text, self.common)) for text in texts]
        having = _having(
            [self.slogans.sub(" ", case.part_text(measure.span)) for measure in plan],
            frozenset(chain.from_iterable(runs)),
            self.common,
        )
        pairs: list[Pair] = []
        for number, (item, text) in enumerate(zip(items, texts, strict=True)):
            best, shared = self._answer(text, runs[number], having)
            if best is None:
                best, shared = self._answer_in_place(text, having, number)
            answer = None if best is None else plan[best]
            own = self._own_measure(case, item)
            told = tuple(cause for cause in causes if _belongs(cause, item))
            pairs.append(Pair(item.span, told, own or answer, () if own else shared))
        common = (c for c in causes if not any(_belongs(c, item) for item in items))
        return Pairs(tuple(passages), tuple(pairs), tuple(common), tuple(plan))

    def _causes(self, case: Case, passages: list[Span], items: list[Shortcoming]) -> list[Cause]:
        """Return the causes in text order; in a table they are what stands below their heading."""
        in_rows = {item.cause: item.span for item in items if item.cause}
        if in_rows:
            says_more = self.causes.says_more
            return [Cause(cell, says_more(case, cell, span)) for cell, span in in_rows.items()]
        spans = [item.span for item in items]
        return [cause for passage in passages for cause in self.causes.find(case, passage, spans)]

    def _own_measure(self, case: Case, item: Shortcoming) -> Measure | None:
        """Return the measure that the shortcoming's row or sentence tells, but for a slogan."""
        if item.measure is None or self.slogans.search(case.part_text(item.measure)):
            return None
        return Measure(item.measure, item.measure)

    def _joined(self, case: Case, item: Span) -> Iterator[Span]:
        """Yield the parts that commas join; one that does not say what falls short goes on.

        What precedes a turn (但) is praise.
        """
        turn = self.turns.search(case.folded, item.start, item.end)
        start = turn.start() if turn else item.start
        for mark in _COMMA.finditer(case.folded, item.start, item.end):
            if self.falls_short.search(case.folded, start, mark.end()):
                yield Span(start, mark.end())
                start = mark.end()
        if start < item.end:
            yield Span(start, item.end)

    def _answer(
        self, text: str, own_runs: list[str], having: _Having
    ) -> tuple[int | None, tuple[str, ...]]:
        """Return which measure shares most with a shortcoming's text, and the words it shares."""
        themes = [words for words in self.themes if any(word in text for word in words)]
        by_theme = [(word, 1) for words in themes for word in words]
        by_words = [(run, 2) for run in own_runs]
        weights: Counter[int] = Counter()
        weighed = (*by_theme, *by_words)
        for word, weight in weighed:
            for measure in having[word]:
                weights[measure] += weight
        if not weights:
            return None, ()
        best = min(weights, key=lambda measure: (-weights[measure], measure))
        words = dict.fromkeys(word for word, _ in weighed)
        return best, tuple(word for word in words if best in having[word])

    def _answer_in_place(
        self, text: str, having: _Having, number: int
    ) -> tuple[int | None, tuple[str, ...]]:
        """Return the measure with the same number if it shares a little with a shortcoming."""
        words = self._own_runs(text, self.common_in_place)
        shared = tuple(word for word in dict.fromkeys(words) if number in having[word])
        return (number, shared) if shared else (None, ())

    def _own_runs(self, text: str, size: int) -> Iterator[str]:
        """Yield the runs of `size` characters that are the shortcoming's own."""
        return chain.from_iterable(runs_in(own, size) for own in self.stock.remains(text))


def _belongs(cause: Cause, item: Shortcoming) -> bool:
    return cause.span == item.cause or item.span.overlaps(cause.span)


def _having(texts: list[str], runs: frozenset[str], size: int) -> _Having:
    """Return the table of the measures that have a word, by their numbers, in order.

    The texts of the measures are gone through once for all `runs`, which are of `size` characters.
    """
    having: _Having = Kept(lambda word: [n for n, text in enumerate(texts) if word in text])
    having.update((run, []) for run in runs)
    for number, text in enumerate(texts):
        for run in runs.intersection(runs_in(text, size)):
            having[run].append(number)
    return having
