"""Local facts: could the passage stand in another town's report unchanged?

kind: local-facts
facts: ["{n}", …]        # a figure, a named village, an unfinished item: present
fields: [征迁, 信访]       # a field of work is named: weak
not: [各村]
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case, Scope
from reviewer.checking.items import passage
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.notation import Atom, Pattern, read_patterns, read_words
from reviewer.checking.parts import SHORTCOMINGS
from reviewer.checklist.source import Node
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class LocalFacts:
    """Present with a figure, name or unfinished item, weak with a field of work, else missing."""

    home: str
    facts: tuple[Pattern, ...]
    fields: tuple[Pattern, ...]
    exceptions: Atom

    @classmethod
    def read(cls, node: Node) -> LocalFacts:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(
            SHORTCOMINGS,
            read_patterns(node, "facts"),
            read_patterns(node, "fields"),
            read_words(node, "not"),
        )
        node.finish()
        return criterion

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What is looked for."""
        return (*self.facts, *self.fields)

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts."""
        return (self.home,)

    def judge(self, case: Case) -> Judgement:
        """Look inside the passage only, not in its heading."""
        spans = passage(case)
        if not spans:
            return missing("no-shortcomings")
        scope = Scope(frozenset({SHORTCOMINGS}), self.exceptions, publicity=True)
        facts = _inside(case.find_any(self.facts, scope), spans)
        if facts:
            return present("local-fact", facts[:3])
        fields = _inside(case.find_any(self.fields, scope), spans)
        return weak("field-only", fields[:3]) if fields else missing("nothing-local")


def _inside(found: list[Span], spans: list[Span]) -> list[Span]:
    return [place for place in found if any(span.overlaps(place) for span in spans)]
