"""Cuts a report into its parts: opening, results, shortcomings, first-responsible part, plan."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise

from reviewer.checking.alternatives import alternatives
from reviewer.checking.chapters import chapters
from reviewer.checking.language import Language, PartNames, has_combination
from reviewer.checking.part_likeness import PartLikeness
from reviewer.checking.year_names import begins_with, years_in
from reviewer.outline import Outline
from reviewer.report import Report, Section, Span
from reviewer.support.folding import fold

RESULTS, SHORTCOMINGS, LEADERS, PLAN = "results", "shortcomings", "leaders", "plan"
FRAME, OPENING, CLOSING, TAIL = "frame", "opening", "closing", "tail"

_ENDS = {SHORTCOMINGS, PLAN}  # the parts that often share a heading
_SENTENCE_END = re.compile(r"[。!?;\n]")
_LONGEST_NAME = 48  # code points; in a longer heading a word such as 工作安排 names no part
_LONGEST_PART_HEADING = 24  # code points; a longer heading of level 2 is a sentence


@dataclass(frozen=True, slots=True)
class PartSpan:
    """A stretch that belongs to one part.

    `heading` is the section whose heading names the part, None where the stretch was recognised
    by its opening words, by what it tells or by its place. `shared` says that the heading names
    another part too, `mixed` that both parts stand there and could not be told apart, `told` that
    not the heading names the part but the text below it tells it.
    """

    part: str
    span: Span
    heading: Section | None = None
    shared: bool = False
    mixed: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one report. `spans` may repeat a part; later spans lie over earlier ones."""

    spans: tuple[PartSpan, ...]
    edges: tuple[int, ...]
    owners: tuple[frozenset[str], ...]

    def of(self, part: str) -> tuple[PartSpan, ...]:
        """Return the stretches of `part` in text order."""
        return tuple(span for span in self.spans if span.part == part)

    def cut(self) -> Iterator[tuple[Span, frozenset[str]]]:
        """Yield the whole report cut where its parts change, with the parts of each piece."""
        for (start, end), owners in zip(pairwise(self.edges), self.owners, strict=False):
            yield Span(start, end), owners

    def at(self, place: int) -> frozenset[str]:
        """Return the parts that code point `place` belongs to."""
        index = bisect_right(self.edges, place) - 1
        return self.owners[index] if index >= 0 else frozenset()


class PartFinder:
    """Finds the parts of reports by the names in the checklist."""

    def __init__(self, language: Language, likeness: Callable[[], PartLikeness]) -> None:
        """`likeness` is asked for when the first report has a part that no heading names."""
        self._likeness = likeness
        self._names = language.parts
        self._measure_behind = re.compile(f",(?:{alternatives(language.measure_openers)})")
        self._measure_label = re.compile(rf"\w(?:{alternatives(language.measure_headings)}):")
        self._may_name = re.compile("|".join(map(_beginnings, language.parts.values())))

    def find(self, report: Report, outline: Outline, folded: str) -> Parts:
        """Return the parts of `report`; `folded` is its folded text."""
        year = outline.front.year.value if outline.front.year else None
        fixed = list(_fixed_spans(report, outline))
        spans = [*fixed, *self._headed(outline.sections, year, folded)]
        told = self._told(outline.sections, spans, year, folded)
        if told:
            sections = [_as(section, told) for section in outline.sections]
            again = self._headed(sections, year, folded)
            spans = [*fixed, *(replace(s, told=s.span.start in told) for s in again)]
        if not outline.sections:
            spans += _unheaded_results(report, outline)
        headings = sorted(section.heading.start for section, _ in outline.walk())
        spans += self._passages(spans, folded, headings)
        return _lay_over(spans, len(report.text))

    def _headed(
        self, sections: Sequence[Section], year: int | None, folded: str
    ) -> Iterator[PartSpan]:
        """Yield what belongs to the parts by the headings."""
        umbrella = self._umbrella(sections, year)
        for section, below in chapters(sections, folded):
            if below:
                yield from self._chapter_spans(section, below, year, folded)
            else:
                yield from self._section_spans(section, year, section is umbrella, folded)

    def _told(
        self,
        sections: Sequence[Section],
        spans: Sequence[PartSpan],
        year: int | None,
        folded: str,
    ) -> Mapping[int, str]:
        """Return the parts that no heading names but a section tells, by where that begins."""
        found: dict[int, str] = {}
        tops = {section.span for section in sections}
        named = {s.part for s in spans if s.heading and s.heading.span in tops}
        unnamed = [span.span for span in spans if span.part == RESULTS and span.heading is None]
        for part in (SHORTCOMINGS, LEADERS, PLAN):
            free = [s for s in sections if s.span in unnamed and s.span.start not in found]
            section = None if part in named else self._telling(part, free, year, folded)
            if section and (part != PLAN or section is sections[-1]):
                found[section.span.start] = part
        return found

    def _telling(
        self, part: str, sections: Sequence[Section], year: int | None, folded: str
    ) -> Section | None:
        """Return the section that tells a part most of all; a plan may do so by its year."""
        if part == PLAN and sections and _begins_next_year(_body(sections[-1], folded), year):
            return sections[-1]
        leads = (
            (self._likeness().section(part, fold(one.title), _body(one, folded)), one)
            for one in sections
        )
        told = [(lead, one) for lead, one in leads if lead is not None]
        return max(told, key=lambda pair: pair[0])[1] if told else None

    def _umbrella(self, sections: Sequence[Section], year: int | None) -> Section | None:
        """Return the heading that stands over all results though it does not say so.

        It is the only one on the top level that names no part, and has sub-sections below it.
        """
        named = [self._named(section, year, top=True) for section in sections]
        unnamed = [s for s, parts in zip(sections, named, strict=True) if not parts]
        if len(sections) < 2 or len(unnamed) != 1 or any(RESULTS in parts for parts in named):
            return None
        return unnamed[0] if len(unnamed[0].children) > 1 else None

    def _chapter_spans(
        self, chapter: Section, below: Sequence[Section], year: int | None, folded: str
    ) -> Iterator[PartSpan]:
        """Yield the part of a heading over others; those of the results may name parts, too."""
        part = next(iter(self._named(chapter, year, top=True)), RESULTS)
        yield PartSpan(part, Span(chapter.span.start, below[-1].span.end), chapter)
        for section in below:
            if part == RESULTS or section.part:
                yield from self._section_spans(section, year, False, folded)

    def _section_spans(
        self, section: Section, year: int | None, umbrella: bool, folded: str
    ) -> Iterator[PartSpan]:
        named = self._named(section, year, top=True)
        part = named[0] if named else RESULTS
        heading = section if named or umbrella else None
        if len(named) > 1:
            yield from self._shared(section, year, folded)
        else:
            yield PartSpan(part, section.span, heading)
        for child in section.children:
            inner = self._named(child, year, top=False)
            told = part == RESULTS or len(named) > 1
            if child.part or (told and inner and inner[0] != RESULTS):
                yield PartSpan(inner[0], child.span, child, shared=len(inner) > 1)
            yield from _said_below(child)

    def _shared(self, section: Section, year: int | None, folded: str) -> Iterator[PartSpan]:
        """Yield the shortcomings and the plan under a heading that names both.

        They are told apart by sub-sections that name them, else by the sentence with which the
        plan opens; not where each shortcoming has its measure behind it.
        """
        body = Span(section.heading.end, section.span.end)
        told = [c for c in section.children if set(self._named(c, year, top=False)) & _ENDS]
        cut = told[0].heading.start if told else self._opening_sentence(PLAN, folded, body, year)
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

    def _has_measures_behind(self, folded: str, body: Span, opening: int | None) -> bool:
        """Tell whether measures stand behind shortcomings in the sentence that opens the plan.

        They may have a label of their own as well, each time (整改措施：).
        """
        if opening is not None:
            sentence = _SENTENCE_END.split(folded[opening:], maxsplit=1)[0]
            if self._measure_behind.search(sentence):
                return True
        return len(self._measure_label.findall(folded, body.start, body.end)) > 1

    def _named(self, section: Section, year: int | None, *, top: bool) -> tuple[str, ...]:
        """Return the part a person put a section into, else those its heading names."""
        return (section.part,) if section.part else self._named_by(section.title, year, top=top)

    def _named_by(self, title: str, year: int | None, *, top: bool) -> tuple[str, ...]:
        """Return the parts that a heading names, the one that rules first."""
        title = fold(title)
        if not self._may_name.search(title):
            return (PLAN,) if top and _is_of_next_year(title, year) else ()
        if not top and len(title) > _LONGEST_PART_HEADING:
            return (LEADERS,) if self._names_part(LEADERS, title, top) else ()
        found = [
            part for part in (LEADERS, SHORTCOMINGS, PLAN) if self._names_part(part, title, top)
        ]
        if top and _is_of_next_year(title, year) and not found:
            found.append(PLAN)
        if LEADERS in found:
            return (LEADERS,)
        if not found and self._names_part(RESULTS, title, top):
            return (RESULTS,)
        return tuple(found)

    def _names_part(self, part: str, title: str, top: bool) -> bool:
        names = self._names[part]
        bare = title.rstrip("。:;,. ")
        if top and bare.endswith(names.endings):
            return True
        if part != LEADERS and len(title) > _LONGEST_NAME:
            return False
        named = names.words.search(title) is not None
        return named or has_combination(title, names.combinations)

    def _passages(
        self, spans: list[PartSpan], folded: str, headings: list[int]
    ) -> Iterator[PartSpan]:
        """Yield shortcomings and plan passages without heading; each ends at the next heading."""
        for part in (SHORTCOMINGS, PLAN):
            if any(span.part == part for span in spans):
                continue
            homes = [s for s in spans if s.part in {RESULTS, LEADERS, SHORTCOMINGS, PLAN, CLOSING}]
            opened = (self._opened(part, home.span, folded, headings) for home in reversed(homes))
            told = (self._told_passage(part, home.span, folded) for home in reversed(homes))
            passage = next(filter(None, chain(opened, told)), None)
            if passage:
                yield PartSpan(part, passage)

    def _opened(self, part: str, home: Span, folded: str, headings: list[int]) -> Span | None:
        """Return the passage in `home` that begins as the part does, to the next heading."""
        start = self._opening_sentence(part, folded, home)
        if start is None:
            return None
        after = bisect_right(headings, start)
        next_heading = headings[after] if after < len(headings) else home.end
        return Span(start, min(next_heading, home.end))

    def _told_passage(self, part: str, home: Span, folded: str) -> Span | None:
        """Return the passage in `home` that reads like the part."""
        told = self._likeness().passage(part, folded[home.start : home.end])
        return told and Span(home.start + told.start, home.start + told.end)

    def _opening_sentence(
        self, part: str, folded: str, home: Span, year: int | None = None
    ) -> int | None:
        """Return where a part's first sentence begins; one may begin with the year after `year`."""
        names = self._names[part]
        start = home.start
        for end in _sentence_ends(folded, home):
            sentence = folded[start:end]
            head = sentence.partition(":")[0]  # behind it the first shortcoming may be told
            if _begins_next_year(sentence, year):
                return start
            if has_combination(sentence, names.openers) and not any(
                word in head for word in names.opener_exceptions
            ):
                return start
            start = end
        return None


def _beginnings(names: PartNames) -> str:
    """Return a pattern of what a heading has at least that names the part; most have nothing."""
    firsts = chain(names.endings, *(combination[0] for combination in names.combinations))
    return f"{names.words.pattern}|{alternatives(firsts)}"


def _is_of_next_year(title: str, year: int | None) -> bool:
    return year is not None and set(years_in(title)) == {year + 1}


def _begins_next_year(text: str, year: int | None) -> bool:
    return year is not None and begins_with(year + 1, text)


def _said_below(section: Section) -> Iterator[PartSpan]:
    """Yield the deeper sections that a person put into a part."""
    for child in section.children:
        if child.part:
            yield PartSpan(child.part, child.span, child)
        yield from _said_below(child)


def _sentence_ends(folded: str, home: Span) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(folded, home.start, home.end):
        yield match.end()
    yield home.end


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


def _body(section: Section, folded: str) -> str:
    return folded[section.heading.end : section.span.end]


def _unheaded_results(report: Report, outline: Outline) -> Iterator[PartSpan]:
    """A report without any heading: all but its first paragraph is taken for results."""
    opening = outline.opening
    if opening is None:
        return
    body = [block for block in report.blocks if opening.overlaps(block.span)]
    if len(body) > 1:
        yield PartSpan(RESULTS, Span(body[1].start, opening.end))


def _lay_over(spans: list[PartSpan], length: int) -> Parts:
    """Turn spans into edges with owners: the smallest span around a place owns it."""
    edges = sorted({0, length, *(s.span.start for s in spans), *(s.span.end for s in spans)})
    owners: list[frozenset[str]] = [frozenset()] * len(edges)
    places = {edge: index for index, edge in enumerate(edges)}
    for span in sorted(spans, key=lambda s: -len(s.span)):
        for index in range(places[span.span.start], places[span.span.end]):
            owners[index] = frozenset({span.part})
    for span in spans:
        if span.mixed:
            for index in range(places[span.span.start], places[span.span.end]):
                owners[index] = owners[index] | {SHORTCOMINGS, PLAN}
    return Parts(tuple(sorted(spans, key=lambda s: s.span.start)), tuple(edges), tuple(owners))
