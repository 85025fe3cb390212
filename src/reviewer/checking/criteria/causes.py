"""Causes: does the passage on shortcomings say why?

kind: causes
connectors: [由于, 导致]    # words that join a cause
heading: [原因]            # words in the heading that promise causes
characters: 3              # what must remain of a cause when stock words are struck out
not: [...]                 # phrases that hold a connector but no cause
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.criteria.shortcomings import stock_striker
from reviewer.checking.items import passage
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import any_of, words_of
from reviewer.checking.parts import SHORTCOMINGS
from reviewer.checklist.source import Node
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class Causes:
    """Present with one sound cause, weak with circular ones or only the promise of a heading."""

    home: str
    connectors: tuple[str, ...]
    heading: tuple[str, ...]
    characters: int
    exceptions: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Causes:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(
            home=SHORTCOMINGS,
            connectors=words_of(node, "connectors"),
            heading=words_of(node, "heading"),
            characters=int(node.require("characters").number()),
            exceptions=words_of(node, "not"),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look for a connector, then at what it joins."""
        spans = passage(case)
        if not spans:
            return missing("no-shortcomings")
        joined = [s for span in spans for s in self._joined(case, span)]
        striker = stock_striker(case.language, self.connectors)
        sound = [s for s in joined if striker.left(case.part_text(s)) >= self.characters]
        if sound:
            return present("cause", sound[:3])
        if joined:
            return weak("circular-cause", joined[:3])
        headings = [s.heading for s in case.stretches(SHORTCOMINGS) if s.heading]
        promised = [h.heading for h in headings if any(word in h.title for word in self.heading)]
        return weak("cause-in-heading-only", promised) if promised else missing("no-cause")

    def _joined(self, case: Case, passage_span: Span) -> list[Span]:
        """Return the sentences of a passage that hold a connector."""
        pattern = any_of(self.connectors)
        found: list[Span] = []
        for sentence in case.segments.sentences_in(passage_span):
            text = case.part_text(sentence)
            for phrase in self.exceptions:
                text = text.replace(phrase, "\0" * len(phrase))
            match = pattern.search(text)
            if match:
                found.append(_clauses_around(case, sentence, sentence.start + match.start()))
        return found


def _clauses_around(case: Case, sentence: Span, place: int) -> Span:
    """Return the connector's clause and the next one: 由于… , 导致… reads over a comma."""
    number = case.segments.clause_at(place)
    end = min(sentence.end, case.segments.clause(number).end)
    return Span(max(sentence.start, case.segments.clause(number).start), end)
