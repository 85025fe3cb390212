"""Causes: does the passage on shortcomings say why?

kind: causes
connectors: [由于, 原因]    # words that a cause follows
effects: [导致, 致使]       # words that a cause precedes
heading: [原因]            # words in the heading that promise causes
characters: 3              # what must remain of a cause when stock words are struck out
not: [...]                 # phrases that hold a connector but no cause
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.criteria.shortcomings import stock_striker
from reviewer.checking.items import passage
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import any_of, words_of
from reviewer.checking.parts import SHORTCOMINGS
from reviewer.checklist.source import Node
from reviewer.report import Span
from reviewer.support.folding import fold

_LEAD = 2  # code points before an effect, such as 由此, that say no cause themselves


@dataclass(frozen=True, slots=True)
class Causes:
    """Present with one sound cause, weak with circular ones or only the promise of a heading."""

    home: str
    connectors: tuple[str, ...]
    effects: tuple[str, ...]
    heading: tuple[str, ...]
    characters: int
    exceptions: re.Pattern[str]

    @classmethod
    def read(cls, node: Node) -> Causes:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(
            home=SHORTCOMINGS,
            connectors=words_of(node, "connectors"),
            effects=words_of(node, "effects"),
            heading=words_of(node, "heading"),
            characters=int(node.require("characters").number()),
            exceptions=any_of(words_of(node, "not")),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look for a connector, then at what it joins."""
        spans = passage(case)
        if not spans:
            return missing("no-shortcomings")
        joined = [s for span in spans for s in self._joined(case, span)]
        striker = stock_striker(case.language, (*self.connectors, *self.effects))
        sound = [s for s in joined if striker.left(case.part_text(s)) >= self.characters]
        if sound:
            return present("cause", sound[:3])
        if joined:
            return weak("circular-cause", joined[:3])
        headings = [s.heading for s in case.stretches(SHORTCOMINGS) if s.heading]
        promised = [
            h.heading for h in headings if any(word in fold(h.title) for word in self.heading)
        ]
        return weak("cause-in-heading-only", promised) if promised else missing("no-cause")

    def _joined(self, case: Case, passage_span: Span) -> list[Span]:
        """Return the causes of a passage: what follows a connector, what precedes an effect."""
        joins = dict.fromkeys(self.connectors, True) | dict.fromkeys(self.effects, False)
        pattern = any_of(joins)
        found: list[Span] = []
        for sentence in case.segments.sentences_in(passage_span):
            text = self.exceptions.sub(lambda m: "\0" * len(m[0]), case.part_text(sentence))
            for match in pattern.finditer(text):
                place = Span(sentence.start + match.start(), sentence.start + match.end())
                side = _after if joins[match[0]] else _before
                found.append(side(case, sentence, place))
        return found


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
