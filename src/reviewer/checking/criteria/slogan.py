"""Slogan: is a set phrase filled with a matter of the unit's own?

kind: slogan
phrase: 亲自
strike: [重要工作, …]   # the set objects of the phrase
characters: 4          # Chinese characters that must remain in its clause
deeds: [召开, 解决, …]   # or what a later clause of its sentence tells with a figure
parts: [leaders, results]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.alternatives import any_of
from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.notation import Pattern, Sort, atom_of
from reviewer.checking.particular import striker
from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS
from reviewer.checklist.source import Node
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class Slogan:
    """Present where the phrase has a named matter or a figure, weak as a slogan."""

    home: str
    phrase: Pattern
    strike: tuple[str, ...]
    characters: int
    deeds: re.Pattern[str]

    @classmethod
    def read(cls, node: Node) -> Slogan:
        """Compile the criterion. Raises ChecklistError."""
        phrase = words_of(node, "phrase")
        criterion = cls(
            home=LEADERS,
            phrase=Pattern("|".join(phrase), ((atom_of(Sort.WORDS, phrase),),)),
            strike=(*phrase, *words_of(node, "strike")),
            characters=int(node.require("characters").number()),
            deeds=any_of(words_of(node, "deeds")),
        )
        node.finish()
        return criterion

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What is looked for."""
        return (self.phrase,)

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts."""
        return (LEADERS, RESULTS)

    def judge(self, case: Case) -> Judgement:
        """Strike the slogan out of every clause that has it and look at what remains."""
        clauses = self._clauses(case, frozenset({LEADERS, RESULTS}))
        if not clauses:
            wished = self._clauses(case, frozenset({PLAN, SHORTCOMINGS}))
            return weak("slogan", wished[:3]) if wished else missing("not-found")
        stock = striker((*self.strike, *case.language.function_words))
        filled = [
            c
            for c in clauses
            if stock.left(case.part_text(c)) >= self.characters or case.figures_in(c)
        ] or [deed for clause in clauses for deed in self._deeds_behind(case, clause)]
        return present("filled", filled[:3]) if filled else weak("slogan", clauses[:3])

    def _clauses(self, case: Case, parts: frozenset[str]) -> list[Span]:
        sentences = case.find(self.phrase, Scope(parts, publicity=True))
        return [clause for found in sentences for clause in self._clauses_with(case, found)]

    def _deeds_behind(self, case: Case, clause: Span) -> Iterator[Span]:
        """Yield the later clauses of a sentence that tell a deed with its figure."""
        for later in _sentence_clauses(case, clause):
            told = later.start > clause.start and case.figures_in(later)
            if told and self.deeds.search(case.part_text(later)):
                yield later

    def _clauses_with(self, case: Case, found: Span) -> list[Span]:
        words = self.phrase.groups[0][0].words
        clauses = _sentence_clauses(case, found)
        return [c for c in clauses if any(word in case.part_text(c) for word in words)]


def _sentence_clauses(case: Case, place: Span) -> list[Span]:
    """Return the clauses of the sentence in which a place begins."""
    segments = case.segments
    sentence = segments.sentence(segments.sentence_of[segments.clause_at(place.start)])
    return [segments.clause(number) for number in segments.clauses_in(sentence)]
