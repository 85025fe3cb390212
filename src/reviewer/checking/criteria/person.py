"""Person: what did this person do?

kind: person
subject: [党委书记, 书记]        # the person named on their own
joint: [党政主要负责人]          # the person named together with others
duties: [主持, 部署, …]         # verbs of duty
facts: ["{n}", 主持召开]       # what makes a deed of it, in the subject's sentence
others: [镇长]                 # persons with whom a heading is no longer the subject's own
fact_patterns: ["出庭 & {n}"]   # a deed whoever the subject is
weak_patterns: [...]           # weak whoever the subject is
not: [纪委书记]
void: [组长]                   # clauses that say nothing of what a person did
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.checking.alternatives import any_of
from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.notation import Atom, Pattern, Sort, atom_of, read_patterns, read_words
from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS
from reviewer.checking.segments import ClauseSet
from reviewer.checklist.source import Node
from reviewer.report import Span
from reviewer.support.folding import fold


@dataclass(frozen=True, slots=True)
class Person:
    """Present with a deed of the person's own, weak with duties only or a joint subject."""

    home: str
    subject: tuple[Pattern, ...]
    facts: tuple[Pattern, ...]
    anyone: tuple[Pattern, ...]
    duties: tuple[Pattern, ...]
    fact_patterns: tuple[Pattern, ...]
    weak_patterns: tuple[Pattern, ...]
    others: re.Pattern[str]
    void: tuple[Pattern, ...]
    alone: Atom
    exceptions: Atom

    @classmethod
    def read(cls, node: Node) -> Person:
        """Compile the criterion. Raises ChecklistError."""
        subject, joint = read_patterns(node, "subject"), read_patterns(node, "joint")
        exceptions = read_words(node, "not")
        jointly = [w for p in joint for group in p.groups for atom in group for w in atom.words]
        criterion = cls(
            home=LEADERS,
            subject=subject,
            facts=read_patterns(node, "facts"),
            anyone=(*subject, *joint),
            duties=read_patterns(node, "duties"),
            fact_patterns=read_patterns(node, "fact_patterns"),
            weak_patterns=read_patterns(node, "weak_patterns"),
            others=any_of(words_of(node, "others")),
            void=read_patterns(node, "void"),
            alone=atom_of(Sort.WORDS, (*exceptions.words, *jointly)),
            exceptions=exceptions,
        )
        node.finish()
        return criterion

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What is looked for."""
        return (*self.anyone, *self.weak_patterns)

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts."""
        return (LEADERS, RESULTS)

    def judge(self, case: Case) -> Judgement:
        """Look for deeds, then for duties; requirement sentences can only be weak.

        The heading of the part names persons and duties, but says nothing of them.
        """
        deeds = self._deeds(case)
        if deeds:
            return present("deed", deeds[:3])
        everywhere = self._scope(case)._replace(
            parts=frozenset({LEADERS, RESULTS, PLAN, SHORTCOMINGS})
        )
        duties = [
            *case.find_both(self.anyone, self.duties, everywhere),
            *case.find_any(self.weak_patterns, everywhere),
        ]
        headings = [s.heading.heading for s in case.stretches(LEADERS) if s.heading]
        said = [d for d in duties if not any(heading.overlaps(d) for heading in headings)]
        return self._weak(case, said, everywhere) if said else missing("no-person")

    @property
    def publicity(self) -> bool:
        """Whether clauses about publicity count."""
        return True

    @property
    def figures(self) -> tuple[Pattern, ...]:
        """None: a figure does not say whose deed it was."""
        return ()

    def claims(self, case: Case, within: ClauseSet) -> list[Span]:
        """Return all places in the clauses `within` that tell a deed of the person's own.

        Whether a deed is the person's own may be said elsewhere, so that all are looked for.
        """
        return [deed for deed in self._deeds(case) if within & case.segments.set_in(deed)]

    def _deeds(self, case: Case) -> list[Span]:
        told = self._scope(case)._replace(facts_only=True)
        alone = told._replace(exceptions=self.alone)
        return (
            case.find_both(self.subject, self.facts, alone)
            or case.find_any(self.fact_patterns, told)
            or self._under_own_heading(case, alone)
        )

    def _scope(self, case: Case) -> Scope:
        return Scope(
            frozenset({LEADERS, RESULTS}),
            self.exceptions,
            publicity=self.publicity,
            void=case.clauses_of(self.void),
        )

    def _weak(self, case: Case, said: list[Span], everywhere: Scope) -> Judgement:
        """Say whether duties are only demanded, told of several persons at once, or merely told."""
        if all(case.asks(case.segments.clause_at(place.start)) for place in said):
            return weak("requirement-only", said[:3])
        alone = everywhere._replace(exceptions=self.alone)
        own = case.find_both(self.subject, self.duties, alone)
        return weak("duty-only" if own else "joint-subject", said[:3])

    def _under_own_heading(self, case: Case, scope: Scope) -> list[Span]:
        """Return facts in the sub-sections whose heading names this person and no other."""
        own: set[int] = set()
        for span in case.find_any(self.subject, scope):
            section = next(reversed(case.outline.path(span.start)), None)
            if (
                section
                and section.heading.overlaps(span)
                and not self.others.search(fold(section.title))
            ):
                own.add(section.heading.start)
        return [
            fact
            for fact in (case.find_any(self.facts, scope) if own else ())
            for section in case.outline.path(fact.start)
            if section.heading.start in own and fact.start >= section.heading.end
        ]
