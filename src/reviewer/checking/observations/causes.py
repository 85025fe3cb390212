"""Finds why things fall short, in a passage that tells shortcomings.

pairs:
  connectors: [由于, 原因]    # words that a cause follows
  effects: [导致, 致使]       # words that a cause precedes
  frames: [受…制约]           # words that a cause stands between
  openers: [主要是]           # begin the clause that tells why the one before it falls short …
  announced: [存在, 方面]     # … unless that one only announces what falls short
  lacks: [没有, 缺]           # of which a clause so begun has one; else it only says what it is
  not_causes: [...]          # phrases that hold a connector but no cause
  characters: 2              # what a cause must say that its shortcoming does not
  grounds: [培训, 制度]       # stock words that say why, beside a shortcoming without them
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives, any_of
from reviewer.checking.case import Case
from reviewer.checking.language import Language, words_of
from reviewer.checking.observations.values import Cause
from reviewer.checking.particular import Striker, runs_in
from reviewer.checklist.source import Node
from reviewer.report import Span

_LEAD = 2  # code points before an effect, such as 由此, that say no cause themselves


@dataclass(frozen=True, slots=True)
class CauseFinder:
    """Finds causes by connectors, and weighs whether they say more than what they explain."""

    joins: dict[str, bool]  # whether the cause follows
    join: re.Pattern[str]
    frame: re.Pattern[str]
    opener: re.Pattern[str]
    announced: re.Pattern[str]
    lacks: re.Pattern[str]
    exceptions: re.Pattern[str]
    characters: int
    falls_short: re.Pattern[str]
    grounds: re.Pattern[str]
    causal: Striker
    stock: Striker

    @classmethod
    def read(cls, node: Node, language: Language) -> CauseFinder:
        """Compile the words. Raises ChecklistError."""
        connectors, effects = words_of(node, "connectors"), words_of(node, "effects")
        openers = words_of(node, "openers")
        joins = dict.fromkeys(connectors, True) | dict.fromkeys(effects, False)
        return cls(
            joins=joins,
            join=any_of(joins),
            frame=_frames(words_of(node, "frames")),
            opener=re.compile(f" ?(?:{alternatives(openers)})"),
            announced=any_of(words_of(node, "announced")),
            lacks=any_of(words_of(node, "lacks")),
            exceptions=any_of(words_of(node, "not_causes")),
            characters=int(node.require("characters").number()),
            falls_short=any_of(language.degree_words),
            grounds=any_of(words_of(node, "grounds")),
            causal=Striker(
                (*language.degree_words, *language.function_words, *openers, *connectors, *effects)
            ),
            stock=language.stock_striker(),
        )

    def find(self, case: Case, span: Span, items: Sequence[Span]) -> Iterator[Cause]:
        """Yield the causes of a passage: what follows a connector, what precedes an effect.

        A connector that stands alone (原因分析。) heads the causes that fill the rest.
        """
        for sentence in case.segments.sentences_in(span):
            text = self.exceptions.sub(lambda m: "\0" * len(m[0]), case.part_text(sentence))
            for match in self.frame.finditer(text):
                cause = Span(sentence.start + match.start(), sentence.start + match.end())
                yield Cause(cause, self.says_more(case, cause, sentence))
            for match in self.join.finditer(text):
                place = Span(sentence.start + match.start(), sentence.start + match.end())
                if not self.joins[match[0]]:
                    cause = _before(case, sentence, place)
                    yield Cause(cause, self.says_more(case, cause, sentence, together=True))
                    continue
                cause = _after(case, sentence, place)
                if not self.causal.left(case.part_text(cause)):
                    cause = Span(cause.start, span.end)
                yield self._of_item(case, cause, items)
            for cause in self._opened(case, sentence, span):
                yield self._of_item(case, cause, items)

    def says_more(self, case: Case, cause: Span, around: Span, *, together: bool = False) -> bool:
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
        return any(piece not in told for run in runs for piece in runs_in(run, self.characters))

    def _of_item(self, case: Case, cause: Span, items: Sequence[Span]) -> Cause:
        item = next((item for item in items if item.overlaps(cause)), cause)
        return Cause(cause, self.says_more(case, cause, item))

    def _opened(self, case: Case, sentence: Span, passage: Span) -> Iterator[Span]:
        """Yield the clauses of a sentence that tell why the clause before them falls short."""
        segments = case.segments
        for number in segments.clauses_in(sentence):
            clause = segments.clause(number)
            text = case.part_text(clause)
            if not self.opener.match(text) or not self.lacks.search(text):
                continue
            before = case.folded[
                max(passage.start, segments.clause(number - 1).start) : clause.start
            ]
            told = self.falls_short.search(before) or self.stock.left(before) >= self.characters
            if told and not self.announced.search(before):
                yield clause


def _frames(words: tuple[str, ...]) -> re.Pattern[str]:
    """Compile 受…制约: the cause is what stands between, in one clause."""
    halves = (word.partition("…") for word in words)
    gaps = (f"{re.escape(first)}[^,。;:]{{2,24}}{re.escape(last)}" for first, _, last in halves)
    return re.compile("|".join(gaps) or r"(?!)")


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
