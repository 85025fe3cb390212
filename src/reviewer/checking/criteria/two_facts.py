"""Two facts that only together make an element present.

kind: two-facts
parts: [leaders, results]
first: [...]           # named
first_facts: [...]     # with count or frequency
second: [...]
second_facts: [...]
not: [...]
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.notation import Pattern, read_patterns, read_words
from reviewer.checking.parts import LEADERS, RESULTS
from reviewer.checking.segments import ClauseSet
from reviewer.checklist.source import Node
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class TwoFacts:
    """Present with both facts, weak with one of them or both unproved, missing without."""

    home: str
    first: tuple[Pattern, ...]
    first_facts: tuple[Pattern, ...]
    second: tuple[Pattern, ...]
    second_facts: tuple[Pattern, ...]
    scope: Scope

    @classmethod
    def read(cls, node: Node) -> TwoFacts:
        """Compile the criterion. Raises ChecklistError."""
        exceptions = read_words(node, "not")
        criterion = cls(
            home=LEADERS,
            first=read_patterns(node, "first"),
            first_facts=read_patterns(node, "first_facts"),
            second=read_patterns(node, "second"),
            second_facts=read_patterns(node, "second_facts"),
            scope=Scope(frozenset({LEADERS, RESULTS}), exceptions, publicity=True),
        )
        node.finish()
        return criterion

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What is looked for."""
        return (*self.first, *self.second)

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts."""
        return (LEADERS, RESULTS)

    @property
    def publicity(self) -> bool:
        """Whether clauses about publicity count."""
        return self.scope.publicity

    @property
    def figures(self) -> tuple[Pattern, ...]:
        """None: one fact alone is weak in the usual words, too."""
        return ()

    def claims(self, case: Case, within: ClauseSet) -> list[Span]:
        """Return all places inside the clauses `within` that tell one of the facts."""
        facts = (*self.first_facts, *self.second_facts)
        return case.find_any(facts, self.scope._replace(within=within))

    def judge(self, case: Case) -> Judgement:
        """Look for both facts."""
        first = case.find_any(self.first_facts, self.scope)
        second = case.find_any(self.second_facts, self.scope)
        if first and second:
            return present("both", [*first[:2], *second[:2]])
        one = first or case.find_any(self.first, self.scope)
        other = second or case.find_any(self.second, self.scope)
        if not one and not other:
            return missing("neither")
        code = "both-unproved" if one and other else "first-only" if one else "second-only"
        return weak(code, [*one[:2], *other[:2]])
