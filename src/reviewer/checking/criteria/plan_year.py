"""Plan year: does the plan say which year it is for, and is it the next one?

kind: plan-year
words: [下一年度, 明年]    # words that mean the next year
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.parts import PLAN, PartSpan
from reviewer.checking.year_names import years_in
from reviewer.checklist.source import Node
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class PlanYear:
    """Present with report year + 1 in the plan's heading or first sentence, weak without."""

    home: str
    words: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> PlanYear:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(PLAN, words_of(node, "words"))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Read heading and first sentence of the plan."""
        stretches = case.stretches(PLAN)
        if not stretches:
            return missing("no-plan")
        places = [place for stretch in stretches for place in _beginnings(case, stretch)]
        year = case.outline.front.year
        texts = [case.part_text(place) for place in places]
        years = [year for text in texts for year in years_in(text)]
        if year and year.value + 1 in years:
            return present("next-year", places[:1], year=year.value + 1)
        if any(word in text for text in texts for word in self.words):
            return present("next-year-in-words", places[:1])
        if year and years and any(y != year.value for y in years):
            return weak("wrong-year", places[:1], year=years[0])
        return weak("no-year", places[:1])


def _beginnings(case: Case, stretch: PartSpan) -> list[Span]:
    """Return the heading and the first sentence behind it."""
    heading = [stretch.heading.heading] if stretch.heading else []
    start = max(heading[0].end if heading else 0, stretch.span.start)
    first = case.segments.sentences_in(Span(start, max(start, stretch.span.end)))
    return [*heading, *first[:1]]
