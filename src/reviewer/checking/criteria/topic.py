"""Topic: is the matter reported on, and with a fact?

kind: topic
parts: [results, leaders]    # where it counts; the first is where it is expected
topic: [矛盾纠纷, 人民调解]     # named at all: weak
facts: ["排查|调解 & {n 件}"]  # any of these: present
plain: ["疙瘩 + 解开 & {n 桩}"]  # facts in plain words, looked for where no other is told
weak: [...]                  # without a topic word, still weak
not: [综治部门]                # longer phrases in which a word does not count
wants: {no-subject: [党委]}     # what its sub-section lacks is told when it is weak
void: ["公开 & 领域"]           # clauses that are about something else altogether
publicity: true              # clauses about publicity count too
agendas: true                # 研究执法、信访等议题14个 is a fact, too
elsewhere: weak              # a mention outside the parts is weak instead of missing
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, because, missing, present, weak
from reviewer.checking.notation import (
    Pattern,
    figures_of,
    read_patterns,
    read_words,
    without_figures,
)
from reviewer.checking.parts import CLOSING, LEADERS, OPENING, PLAN, RESULTS, SHORTCOMINGS
from reviewer.checking.segments import ClauseSet
from reviewer.checking.weakness import Wants, read_wants, weaknesses
from reviewer.checklist import Verdict
from reviewer.checklist.source import Node
from reviewer.report import Span

_PARTS = (RESULTS, LEADERS, SHORTCOMINGS, PLAN, OPENING, CLOSING)
_SHOWN = 3  # passages quoted as evidence


@dataclass(frozen=True, slots=True)
class Topic:
    """Present with a fact, weak when only named, missing when not reported on.

    A fact told without its figures names the topic, too: `hints`. Plain words give none, since
    without a figure they may tell of anything. `figures` are those of the facts.
    """

    home: str
    topic: tuple[Pattern, ...]
    facts: tuple[Pattern, ...]
    plain: tuple[Pattern, ...]
    weak: tuple[Pattern, ...]
    hints: tuple[Pattern, ...]
    void: tuple[Pattern, ...]
    figures: tuple[Pattern, ...]
    wants: Wants
    scope: Scope
    fact_scope: Scope
    elsewhere_counts: bool
    agendas_count: bool

    @classmethod
    def read(cls, node: Node) -> Topic:
        """Compile the criterion. Raises ChecklistError."""
        parts = node.get("parts")
        named = tuple(p.choice(_PARTS) for p in parts.items()) if parts else (RESULTS, LEADERS)
        publicity = node.get("publicity")
        elsewhere = node.get("elsewhere")
        agendas = node.get("agendas")
        facts, plain = read_patterns(node, "facts"), read_patterns(node, "plain")
        hints = (without_figures(fact) for fact in facts)
        told = publicity.flag() if publicity else False
        scope = Scope(frozenset(named), read_words(node, "not"), publicity=told)
        criterion = cls(
            home=named[0],
            topic=read_patterns(node, "topic"),
            facts=facts,
            plain=plain,
            weak=read_patterns(node, "weak"),
            hints=tuple(hint for hint in hints if hint),
            void=read_patterns(node, "void"),
            figures=figures_of((*facts, *plain)),
            wants=read_wants(node),
            scope=scope,
            fact_scope=scope._replace(facts_only=True),
            elsewhere_counts=elsewhere.choice(("weak",)) == "weak" if elsewhere else False,
            agendas_count=agendas.flag() if agendas else False,
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look for facts, then for the topic, then outside its parts."""
        scope, fact_scope = self._scopes(case)
        facts = case.find_some(self.facts, fact_scope, _SHOWN) or case.find_some(
            self.plain, fact_scope, _SHOWN
        )
        if facts:
            return present("fact", facts[:_SHOWN])
        named = case.find_any(self.sought, scope) or case.find_any(self.hints, scope)
        if named:
            why = tuple(map(because, weaknesses(case, named, self.wants)))
            return Judgement(Verdict.WEAK, why, tuple(named[:_SHOWN]))
        return self._outside(case, scope)

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What names the topic."""
        return (*self.topic, *self.weak)

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts."""
        return tuple(part for part in _PARTS if part in (self.scope.parts or ()))

    @property
    def publicity(self) -> bool:
        """Whether clauses about publicity count."""
        return self.scope.publicity

    def claims(self, case: Case, within: ClauseSet) -> list[Span]:
        """Return all places inside the clauses `within` that tell a fact of the topic."""
        return case.find_any(
            (*self.facts, *self.plain), self._scopes(case)[1]._replace(within=within)
        )

    def _scopes(self, case: Case) -> tuple[Scope, Scope]:
        """Return where the topic may be named and where facts of it may be told."""
        void = case.clauses_of(self.void) if self.void else 0
        listed = 0 if self.agendas_count else case.agendas
        return self.scope._replace(void=void), self.fact_scope._replace(void=void | listed)

    def _outside(self, case: Case, scope: Scope) -> Judgement:
        others = frozenset(_PARTS) - (scope.parts or frozenset())
        elsewhere = case.find_any(self.topic, scope._replace(parts=others))
        shown = elsewhere[:_SHOWN]
        if not elsewhere:
            return missing("names-only" if self._is_in_names(case) else "not-found")
        if self.elsewhere_counts:
            return weak("elsewhere-only", shown)
        return missing("found-elsewhere", shown, where=_headings_over(case, shown))

    def _is_in_names(self, case: Case) -> bool:
        """Tell whether the topic's words stand in its parts, but as names or themes only."""
        single = [p.groups[0][0] for p in self.topic if len(p.groups) == len(p.groups[0]) == 1]
        texts = [case.part_text(s.span) for s in case.stretches(*(self.scope.parts or ()))]
        return any(word in text for text in texts for atom in single for word in atom.words)


def _headings_over(case: Case, spans: Iterable[Span]) -> str:
    """Return the top headings over `spans`, else the names of their parts, joined."""
    names: dict[str, None] = {}
    for span in spans:
        path = case.outline.path(span.start)
        part = min(case.parts.at(span.start), default="")
        names[path[0].label if path else case.language.part_names.get(part, "")] = None
    return "、".join(name for name in names if name)
