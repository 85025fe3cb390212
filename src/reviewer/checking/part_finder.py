"""Cuts a report into its parts: by headings, by first sentences, and by what the text tells."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from reviewer.checking.alternatives import alternatives
from reviewer.checking.chapters import chapters
from reviewer.checking.language import Language
from reviewer.checking.part_likeness import PartLikeness
from reviewer.checking.part_names import Folded, Naming
from reviewer.checking.parts import (
    CLOSING,
    FRAME,
    LEADERS,
    OPENING,
    PLAN,
    RESULTS,
    SHORTCOMINGS,
    TAIL,
    Parts,
    PartSpan,
    lay_over,
)
from reviewer.checking.told_parts import ToldParts
from reviewer.outline import Outline
from reviewer.report import Report, Section, Span

_COUNT = re.compile(r"\d(?![\d.]*[年月日\d])")  # a number that is no date
_ENDS = {SHORTCOMINGS, PLAN}  # the parts that often share a heading


class PartFinder:
    """Finds the parts of reports by one checklist."""

    def __init__(self, language: Language, likeness: Callable[[], PartLikeness]) -> None:
        """`likeness` is asked for when the first report has a part that no heading names."""
        self._naming = Naming(language.parts)
        self._told = ToldParts(likeness)
        self._measure_behind = re.compile(f",(?:{alternatives(language.measure_openers)})")
        self._measure_label = re.compile(rf"\w(?:{alternatives(language.measure_headings)}):")

    def find(self, report: Report, outline: Outline, folded_text: str) -> Parts:
        """Return the parts of `report`; `folded_text` is its folded text."""
        folded = Folded(folded_text, outline.front.year.value if outline.front.year else None)
        fixed = list(_fixed_spans(report, outline))
        spans = [*fixed, *self._headed(outline.sections, folded)]
        told = self._told.sections(outline.sections, spans, folded)
        if told:
            sections = [_as(section, told) for section in outline.sections]
            again = self._headed(sections, folded)
            spans = [*fixed, *(replace(s, told=s.span.start in told) for s in again)]
        if not outline.sections:
            spans += _unheaded_results(report, outline, folded)
        headings = sorted(section.heading.start for section, _ in outline.walk())
        spans += self._passages(spans, folded, headings)
        return lay_over(spans, len(report.text))

    def _headed(self, sections: Sequence[Section], folded: Folded) -> Iterator[PartSpan]:
        """Yield what belongs to the parts by the headings."""
        umbrella = self._umbrella(sections, folded)
        for section, below in chapters(sections, folded.text):
            if below:
                yield from self._chapter_spans(section, below, folded)
            else:
                yield from self._section_spans(section, section is umbrella, folded)

    def _umbrella(self, sections: Sequence[Section], folded: Folded) -> Section | None:
        """Return the heading that stands over all results though it does not say so.

        It is the only one on the top level that names no part, and has sub-sections below it.
        """
        named = [self._naming.of(section, folded, top=True) for section in sections]
        unnamed = [s for s, parts in zip(sections, named, strict=True) if not parts]
        if len(sections) < 2 or len(unnamed) != 1 or any(RESULTS in parts for parts in named):
            return None
        return unnamed[0] if len(unnamed[0].children) > 1 else None

    def _chapter_spans(
        self, chapter: Section, below: Sequence[Section], folded: Folded
    ) -> Iterator[PartSpan]:
        """Yield the part of a heading over others; those of the results may name parts, too."""
        part = next(iter(self._naming.of(chapter, folded, top=True)), RESULTS)
        yield PartSpan(part, Span(chapter.span.start, below[-1].span.end), chapter)
        for section in below:
            if part == RESULTS or section.part:
                yield from self._section_spans(section, False, folded)

    def _section_spans(
        self, section: Section, umbrella: bool, folded: Folded
    ) -> Iterator[PartSpan]:
        named = self._naming.of(section, folded, top=True)
        part = named[0] if named else RESULTS
        heading = section if named or umbrella else None
        if len(named) > 1:
            yield from self._shared(section, folded)
        else:
            yield PartSpan(part, section.span, heading)
        for child in section.children:
            inner = self._naming.of(child, folded, top=False)
            told = part == RESULTS or len(named) > 1
            if child.part or (told and inner and inner[0] != RESULTS):
                yield PartSpan(inner[0], child.span, child, shared=len(inner) > 1)
            yield from _said_below(child)

    def _shared(self, section: Section, folded: Folded) -> Iterator[PartSpan]:
        """Yield the shortcomings and the plan under a heading that names both.

        They are told apart by sub-sections that name them, else by the sentence with which the
        plan opens; not where each shortcoming has its measure behind it.
        """
        body = Span(section.heading.end, section.span.end)
        told = [c for c in section.children if set(self._naming.of(c, folded, top=False)) & _ENDS]
        cut = (
            told[0].heading.start if told else self._naming.opening(PLAN, folded, body, shared=True)
        )
        each = not told and self._has_measures_behind(folded, body, cut)
        if cut is None or each:
            yield PartSpan(SHORTCOMINGS, section.span, section, shared=True, mixed=True)
            if each:
                yield PartSpan(PLAN, section.span, section, shared=True, mixed=True)
            return
        first, rest = Span(section.span.start, cut), Span(cut, section.span.end)
        yield PartSpan(SHORTCOMINGS, first, section, shared=True)
        if not told:
            yield PartSpan(PLAN, rest, section, shared=True)

    def _has_measures_behind(self, folded: Folded, body: Span, opening: int | None) -> bool:
        """Tell whether measures stand behind shortcomings in the sentence that opens the plan.

        They may have a label of their own as well, each time (整改措施：).
        """
        if opening is not None:
            sentence = next(folded.sentences(Span(opening, body.end))).of(folded.text)
            if self._measure_behind.search(sentence):
                return True
        return len(self._measure_label.findall(folded.text, body.start, body.end)) > 1

    def _passages(
        self, spans: list[PartSpan], folded: Folded, headings: list[int]
    ) -> Iterator[PartSpan]:
        """Yield shortcomings and plan passages without heading; each ends at the next heading."""
        for part in (SHORTCOMINGS, PLAN):
            if any(span.part == part for span in spans):
                continue
            homes = [s for s in spans if s.part in {RESULTS, LEADERS, SHORTCOMINGS, PLAN, CLOSING}]
            opened = (self._opened(part, home.span, folded, headings) for home in reversed(homes))
            told = (self._told.passage(part, home.span, folded) for home in reversed(homes))
            passage = next(filter(None, chain(opened, told)), None)
            if passage:
                yield PartSpan(part, passage)

    def _opened(self, part: str, home: Span, folded: Folded, headings: list[int]) -> Span | None:
        """Return the passage in `home` that begins as the part does, to the next heading."""
        start = self._naming.opening(part, folded, home)
        if start is None:
            return None
        after = bisect_right(headings, start)
        next_heading = headings[after] if after < len(headings) else home.end
        return Span(start, min(next_heading, home.end))


def _said_below(section: Section) -> Iterator[PartSpan]:
    """Yield the deeper sections that a person put into a part."""
    for child in section.children:
        if child.part:
            yield PartSpan(child.part, child.span, child)
        yield from _said_below(child)


def _fixed_spans(report: Report, outline: Outline) -> Iterator[PartSpan]:
    for block in report.blocks:
        if block.frame:
            yield PartSpan(FRAME, block.span)
    for part, span in (
        (OPENING, outline.opening),
        (CLOSING, outline.closing),
        (TAIL, outline.tail),
    ):
        if span:
            yield PartSpan(part, span)


def _as(section: Section, told: Mapping[int, str]) -> Section:
    """Return a section with the part that it tells, as if a person had put it there."""
    return section._replace(part=told.get(section.span.start, section.part))


def _unheaded_results(report: Report, outline: Outline, folded: Folded) -> Iterator[PartSpan]:
    """A report without any heading: its results begin with the first sentence that has a figure.

    Without one they begin with the second paragraph.
    """
    opening = outline.opening
    if opening is None:
        return
    body = [block for block in report.blocks if opening.overlaps(block.span)]
    counted = (s for s in folded.sentences(opening) if _COUNT.search(s.of(folded.text)))
    first = next(counted, body[1].span if len(body) > 1 else None)
    if first:
        yield PartSpan(RESULTS, Span(first.start, opening.end))
