"""Topic: is the matter reported on, and with a fact?

kind: topic
parts: [results, leaders]    # where it counts; the first is where it is expected
topic: [矛盾纠纷, 人民调解]     # named at all: weak
facts: ["排查|调解 & {n 件}"]  # any of these: present
weak: [...]                  # without a topic word, still weak
not: [综治部门]                # longer phrases in which a word does not count
void: ["公开 & 领域"]           # clauses that are about something else altogether
publicity: true              # clauses about publicity count too
elsewhere: weak              # a mention outside the parts is weak instead of missing
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.notation import Pattern, read_patterns
from reviewer.checking.parts import CLOSING, LEADERS, OPENING, PLAN, RESULTS, SHORTCOMINGS
from reviewer.checklist.source import Node
from reviewer.report import Span

_PARTS = (RESULTS, LEADERS, SHORTCOMINGS, PLAN, OPENING, CLOSING)
_SHOWN = 3  # passages quoted as evidence


@dataclass(frozen=True, slots=True)
class Topic:
    """Present with a fact, weak when only named, missing when not reported on."""

    home: str
    topic: tuple[Pattern, ...]
    facts: tuple[Pattern, ...]
    weak: tuple[Pattern, ...]
    void: tuple[Pattern, ...]
    scope: Scope
    elsewhere_counts: bool

    @classmethod
    def read(cls, node: Node) -> Topic:
        """Compile the criterion. Raises ChecklistError."""
        parts = node.get("parts")
        named = tuple(p.choice(_PARTS) for p in parts.items()) if parts else (RESULTS, LEADERS)
        publicity = node.get("publicity")
        elsewhere = node.get("elsewhere")
        criterion = cls(
            home=named[0],
            topic=read_patterns(node, "topic"),
            facts=read_patterns(node, "facts"),
            weak=read_patterns(node, "weak"),
            void=read_patterns(node, "void"),
            scope=Scope(
                frozenset(named),
                words_of(node, "not"),
                publicity=publicity.flag() if publicity else False,
            ),
            elsewhere_counts=elsewhere.choice(("weak",)) == "weak" if elsewhere else False,
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look for facts, then for the topic, then outside its parts."""
        scope = replace(self.scope, void=case.clauses_of(self.void)) if self.void else self.scope
        facts = case.find_some(self.facts, replace(scope, facts_only=True), _SHOWN)
        if facts:
            return present("fact", facts[:_SHOWN])
        named = case.find_any((*self.topic, *self.weak), scope)
        if named:
            return weak(self._weakness(case, named), named[:_SHOWN])
        return self._outside(case, scope)

    def _weakness(self, case: Case, named: list[Span]) -> str:
        asked = (case.asks(case.segments.clause_at(span.start)) for span in named)
        return "requirement-only" if all(asked) else "no-fact"

    def _outside(self, case: Case, scope: Scope) -> Judgement:
        others = frozenset(_PARTS) - (scope.parts or frozenset())
        elsewhere = case.find_any(self.topic, replace(scope, parts=others))
        if not elsewhere:
            return missing("not-found")
        if self.elsewhere_counts:
            return weak("elsewhere-only", elsewhere[:_SHOWN])
        return missing("found-elsewhere", elsewhere[:_SHOWN])
