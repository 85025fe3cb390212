"""Ties every shortcoming to its causes and to the measure of the plan that answers it.

pairs:
  connectors: [由于, 原因]    # words that a cause follows
  effects: [导致, 致使]       # words that a cause precedes
  frames: [受…制约]           # words that a cause stands between
  not_causes: [...]          # phrases that hold a connector but no cause
  characters: 2              # what a cause must say that its shortcoming does not
  common: 3                  # code points a shortcoming without a theme shares with its measure
  common_in_place: 2         # … with the measure at the same place of the list
  turns: [但, 然而]           # words behind which a single passage tells what falls short
  grounds: [培训, 制度]       # stock words that say why, beside a shortcoming without them
  slogans: [...]             # measures that count for nothing
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reviewer.checking.alternatives import any_of
from reviewer.checking.case import Case
from reviewer.checking.items import measures, passage, shortcomings
from reviewer.checking.kept import Kept
from reviewer.checking.language import Language, words_of
from reviewer.checking.observations.values import Cause, Pair, Pairs
from reviewer.checking.particular import Striker, striker
from reviewer.checklist.source import Node
from reviewer.report import Span

_Having = Kept[str, list[int]]

_COMMA = re.compile("[、,]")
_LEAD = 2  # code points before an effect, such as 由此, that say no cause themselves


@dataclass(frozen=True, slots=True)
class PairFinder:
    """Finds pairs by connectors, themes and shared words."""

    joins: dict[str, bool]  # whether the cause follows
    join: re.Pattern[str]
    frame: re.Pattern[str]
    exceptions: re.Pattern[str]
    characters: int
    common: int
    common_in_place: int
    slogans: re.Pattern[str]
    themes: tuple[tuple[str, ...], ...]
    falls_short: re.Pattern[str]
    turns: re.Pattern[str]
    grounds: re.Pattern[str]
    causal: Striker
    stock: Striker

    @classmethod
    def read(cls, node: Node, language: Language) -> PairFinder:
        """Compile the words. Raises ChecklistError."""
        connectors, effects = words_of(node, "connectors"), words_of(node, "effects")
        joins = dict.fromkeys(connectors, True) | dict.fromkeys(effects, False)
        finder = cls(
            joins=joins,
            join=any_of(joins),
            frame=_frames(words_of(node, "frames")),
            exceptions=any_of(words_of(node, "not_causes")),
            characters=int(node.require("characters").number()),
            common=int(node.require("common").number()),
            common_in_place=int(node.require("common_in_place").number()),
            slogans=any_of(words_of(node, "slogans")),
            themes=tuple(language.themes.values()),
            falls_short=any_of(language.degree_words),
            turns=any_of(words_of(node, "turns")),
            grounds=any_of(words_of(node, "grounds")),
            causal=Striker(
                (*language.degree_words, *language.function_words, *connectors, *effects)
            ),
            stock=stock_striker(language),
        )
        node.finish()
        return finder

    def find(self, case: Case) -> Pairs:
        """Return the shortcomings with what belongs to each.

        A passage whose single shortcomings cannot be told apart is one shortcoming; where it is
        the only one and tells no cause, each part that says what falls short wants a measure.
        """
        passages = passage(case)
        items = shortcomings(case) or passages
        causes = [c for span in passages for c in self._causes(case, span, items)]
        if len(items) == 1 and not causes:
            items = list(self._joined(case, items[0]))
        plan = measures(case)
        texts = [case.part_text(item) for item in items]
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
            own = tuple(cause for cause in causes if item.overlaps(cause.span))
            pairs.append(Pair(item, own, None if best is None else plan[best], shared))
        common = (c for c in causes if not any(item.overlaps(c.span) for item in items))
        return Pairs(tuple(passages), tuple(pairs), tuple(common), tuple(plan))

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

    def _causes(self, case: Case, span: Span, items: list[Span]) -> Iterator[Cause]:
        """Yield the causes of a passage: what follows a connector, what precedes an effect.

        A connector that stands alone (原因分析。) heads the causes that fill the rest.
        """
        for sentence in case.segments.sentences_in(span):
            text = self.exceptions.sub(lambda m: "\0" * len(m[0]), case.part_text(sentence))
            for match in self.frame.finditer(text):
                cause = Span(sentence.start + match.start(), sentence.start + match.end())
                yield Cause(cause, self._says_more(case, cause, sentence))
            for match in self.join.finditer(text):
                place = Span(sentence.start + match.start(), sentence.start + match.end())
                if not self.joins[match[0]]:
                    cause = _before(case, sentence, place)
                    yield Cause(cause, self._says_more(case, cause, sentence, together=True))
                    continue
                cause = _after(case, sentence, place)
                if not self.causal.left(case.part_text(cause)):
                    cause = Span(cause.start, span.end)
                item = next((item for item in items if item.overlaps(cause)), cause)
                yield Cause(cause, self._says_more(case, cause, item))

    def _says_more(self, case: Case, cause: Span, around: Span, *, together: bool = False) -> bool:
        """Tell whether a cause is more than what is told around it.

        Of stock words, one must be new that can be a ground. With its effect `together` it is
        more than stock words where either is.
        """
        text = case.part_text(cause)
        told = case.folded[around.start : cause.start] + case.folded[cause.end : around.end]
        weighed = text + told if together else text
        if self.stock.left(self.causal.strike(weighed)) < self.characters:
            return any(ground not in told for ground in self.grounds.findall(text))
        runs = self.causal.remains(text)
        return any(piece not in told for run in runs for piece in _runs_in(run, self.characters))

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
        return chain.from_iterable(_runs_in(own, size) for own in self.stock.remains(text))


def _runs_in(text: str, size: int) -> Iterator[str]:
    """Yield all runs of `size` characters in a text."""
    return map("".join, zip(*(text[begin:] for begin in range(size)), strict=False))


def _frames(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile 受…制约: the cause is what stands between, in one clause."""
    halves = (word.partition("…") for word in words)
    gaps = (f"{re.escape(first)}[^,。;:]{{2,24}}{re.escape(last)}" for first, _, last in halves)
    return re.compile("|".join(gaps) or r"(?!)")


def _having(texts: list[str], runs: frozenset[str], size: int) -> _Having:
    """Return the table of the measures that have a word, by their numbers, in order.

    The texts of the measures are gone through once for all `runs`, which are of `size` characters.
    """
    having: _Having = Kept(lambda word: [n for n, text in enumerate(texts) if word in text])
    having.update((run, []) for run in runs)
    for number, text in enumerate(texts):
        for run in runs.intersection(_runs_in(text, size)):
            having[run].append(number)
    return having


def stock_striker(language: Language, further: tuple[str, ...] = ()) -> Striker:
    """Return a striker of degree words, standard nouns, function words and `further` ones."""
    return striker(
        (*language.degree_words, *language.standard_nouns, *language.function_words, *further)
    )


def _after(case: Case, sentence: Span, connector: Span) -> Span:
    """Return a connector with its clause, or the next one: 主观上, … reads over a comma."""
    number = case.segments.clause_at(connector.start)
    end = case.segments.clause(number).end
    if end <= connector.end + 1 and end < sentence.end:
        end = case.segments.clause(number + 1).end
    return Span(connector.start, min(sentence.end, end))


def _before(case: Case, sentence: Span, effect: Span) -> Span:
    """Return what precedes an effect in its clause, or the clause before it."""
    number = case.segments.clause_at(effect.start)
    start = case.segments.clause(number).start
    if effect.start - start <= _LEAD and number > 0:
        return Span(case.segments.clause(number - 1).start, effect.end)
    return Span(max(sentence.start, start), effect.end)
