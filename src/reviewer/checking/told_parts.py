"""Finds parts that no heading names by what the text tells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from reviewer.checking.kept import Kept
from reviewer.checking.part_likeness import PartLikeness
from reviewer.checking.part_names import Folded
from reviewer.checking.parts import LEADERS, PLAN, RESULTS, SHORTCOMINGS, PartSpan
from reviewer.report import Section, Span
from reviewer.support.folding import fold

Leads = Mapping[Section, Mapping[str, float]]  # by how much parts lead in a section


class ToldParts:
    """Asks of sections and passages which part they read like."""

    def __init__(self, likeness: Callable[[], PartLikeness]) -> None:
        """`likeness` is asked for when the first report has a part that no heading names."""
        self._likeness = likeness

    def sections(
        self, sections: Sequence[Section], spans: Sequence[PartSpan], folded: Folded
    ) -> Mapping[int, str]:
        """Return the parts that one of the topmost sections tells, by where that begins.

        `spans` are those known by headings. The plan is looked for in the last section only.
        """
        found: dict[int, str] = {}
        tops = {section.span for section in sections}
        named = {s.part for s in spans if s.heading and s.heading.span in tops}
        unnamed = [span.span for span in spans if span.part == RESULTS and span.heading is None]
        # A section is read once for all parts.
        leads: Leads = Kept(lambda section: self._leads(section, folded))
        for part in (SHORTCOMINGS, LEADERS, PLAN):
            if part in named:
                continue
            where = sections[-1:] if part == PLAN else sections
            free = [s for s in where if s.span in unnamed and s.span.start not in found]
            section = self._telling(part, free, leads, folded)
            if section:
                found[section.span.start] = part
        return found

    def passage(self, part: str, home: Span, folded: Folded) -> Span | None:
        """Return the passage in `home` that reads like the part, None where there is none."""
        told = self._likeness().passage(part, folded.text[home.start : home.end])
        return told and Span(home.start + told.start, home.start + told.end)

    def _leads(self, section: Section, folded: Folded) -> Mapping[str, float]:
        return self._likeness().section(fold(section.title), folded.body(section))

    @staticmethod
    def _telling(
        part: str,
        sections: Sequence[Section],
        leads: Leads,
        folded: Folded,
    ) -> Section | None:
        """Return the section that tells a part most of all; a plan may do so by its year."""
        if part == PLAN and sections and folded.begins_next_year(folded.body(sections[0])):
            return sections[0]
        told = [one for one in sections if part in leads[one]]
        return max(told, key=lambda one: leads[one][part], default=None)
