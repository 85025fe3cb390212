"""Slogan: is a set phrase filled with a matter of the unit's own?

kind: slogan
phrase: 亲自
strike: [重要工作, …]   # the set objects of the phrase
characters: 4          # Chinese characters that must remain in its clause
parts: [leaders, results]
"""

from __future__ import annotations

from dataclasses import dataclass

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

    @classmethod
    def read(cls, node: Node) -> Slogan:
        """Compile the criterion. Raises ChecklistError."""
        phrase = words_of(node, "phrase")
        criterion = cls(
            home=LEADERS,
            phrase=Pattern("|".join(phrase), ((atom_of(Sort.WORDS, phrase),),)),
            strike=(*phrase, *words_of(node, "strike")),
            characters=int(node.require("characters").number()),
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
        ]
        return present("filled", filled[:3]) if filled else weak("slogan", clauses[:3])

    def _clauses(self, case: Case, parts: frozenset[str]) -> list[Span]:
        sentences = case.find(self.phrase, Scope(parts, publicity=True))
        return [clause for found in sentences for clause in self._clauses_with(case, found)]

    def _clauses_with(self, case: Case, found: Span) -> list[Span]:
        sentence = case.segments.sentence(
            case.segments.sentence_of[case.segments.clause_at(found.start)]
        )
        clauses = (case.segments.clause(n) for n in case.segments.clauses_in(sentence))
        words = self.phrase.groups[0][0].words
        return [c for c in clauses if any(word in case.part_text(c) for word in words)]
