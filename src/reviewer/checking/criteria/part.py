"""Part: does the report have the part, under a heading of its own?

kind: part
part: shortcomings
levels: 1              # the lowest heading level that counts as a heading of its own
measures: 2            # clauses that must follow the heading (plan)
substance: true        # praise alone under the heading is weak (results)
told: weak             # a part that its text tells, not its heading, is weak instead of present
sentences: ["第一责任人 & 主要负责人"]   # without a heading: such a sentence is weak
not: [...]
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import PART_IDS
from reviewer.checking.notation import Atom, Pattern, Sort, read_patterns, read_words, sort_pattern
from reviewer.checking.parts import LEADERS, OPENING, PLAN, RESULTS, SHORTCOMINGS, PartSpan
from reviewer.checklist.source import Node
from reviewer.report import Span

_HARD_SORTS = (Sort.FIGURE, Sort.OWN_DOCUMENT, Sort.FREQUENCY, Sort.LIST)
_SUBSTANCE = tuple(sort_pattern(sort) for sort in _HARD_SORTS)

_MARKS = "。;:, \n"
_SHOWN = 3  # sentences quoted as evidence


@dataclass(frozen=True, slots=True)
class Part:
    """Present with a heading of its own, weak without or when hollow, missing when not there."""

    home: str
    levels: int
    measures: int
    substance: bool
    told_is_weak: bool
    sentences: tuple[Pattern, ...]
    exceptions: Atom

    @classmethod
    def read(cls, node: Node) -> Part:
        """Compile the criterion. Raises ChecklistError."""
        levels, measures, substance = (node.get(k) for k in ("levels", "measures", "substance"))
        told = node.get("told")
        criterion = cls(
            home=node.require("part").choice(PART_IDS),
            levels=int(levels.number()) if levels else 1,
            measures=int(measures.number()) if measures else 0,
            substance=substance.flag() if substance else False,
            told_is_weak=told.choice(("weak",)) == "weak" if told else False,
            sentences=read_patterns(node, "sentences"),
            exceptions=read_words(node, "not"),
        )
        node.finish()
        return criterion

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What is enough without a heading."""
        return self.sentences

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts."""
        return ()

    def judge(self, case: Case) -> Judgement:
        """Look for a heading, then for text of the part, then for a sentence."""
        spans = case.stretches(self.home)
        lowest = _top_level(case) + self.levels - 1
        headed = [s for s in spans if s.heading and s.heading.level <= lowest]
        if headed:
            return self._with_heading(case, headed)
        if spans:
            return weak("no-own-heading", [_first_line(case, spans[0])])
        said = case.find_any(self.sentences, Scope(_BODY, self.exceptions, publicity=True))
        return weak("sentence-only", said[:_SHOWN]) if said else missing("no-part")

    def _with_heading(self, case: Case, headed: list[PartSpan]) -> Judgement:
        own = [span for span in headed if not span.shared]
        chosen = (own or headed)[0]
        heading = chosen.heading
        assert heading is not None
        places = [heading.heading]
        if not own:
            return weak("shared-heading", places)
        body = Span(heading.heading.end, chosen.span.end)
        if self.measures and self._count_measures(case, chosen, body) < self.measures:
            return weak("too-few-measures", places)
        if self.substance and not _has_substance(case, headed):
            return weak("praise-only", places)
        if len(case.part_text(body).strip(_MARKS)) == 0:
            return weak("empty-part", places)
        if chosen.told:
            return weak("told-only", places) if self.told_is_weak else present("told", places)
        return present("heading", places)

    @staticmethod
    def _count_measures(case: Case, chosen: PartSpan, body: Span) -> int:
        assert chosen.heading is not None
        marked = len(chosen.heading.children) + len(chosen.heading.items)
        texts = re.split(f"[{_MARKS}]+", case.part_text(body))
        return max(marked, sum(map(bool, texts)))


_BODY = frozenset({OPENING, RESULTS, SHORTCOMINGS, LEADERS, PLAN})


def _top_level(case: Case) -> int:
    """Return the level of the topmost headings: of a report that begins at (一) it is 2."""
    return min((section.level for section in case.outline.sections), default=1)


def _first_line(case: Case, span: PartSpan) -> Span:
    if span.heading:
        return span.heading.heading
    sentences = case.segments.sentences_in(span.span)
    return sentences[0] if sentences else span.span


def _has_substance(case: Case, headed: list[PartSpan]) -> bool:
    part = headed[0].part
    return bool(case.find_any(_SUBSTANCE, Scope(frozenset({part}), publicity=True)))
