"""The whole way from a report's lines to its outline."""

from __future__ import annotations

import datetime

from reviewer.outline.dates import publication_date
from reviewer.outline.heading import Heading, numbered_headings
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line, read_lines
from reviewer.outline.model import Outline
from reviewer.outline.recovery import with_lost_headings
from reviewer.outline.signature import Ending, read_ending
from reviewer.outline.title import Head, read_head
from reviewer.outline.tree import build_tree
from reviewer.outline.unit import unit_in, unit_in_body, year_by_date, year_in
from reviewer.report import FrontMatter, Located, Report, Span
from reviewer.support.folding import fold


def build_outline(report: Report, lexicon: Lexicon) -> Outline:
    """Return the outline of `report`; costs grow with the length of its text and no faster."""
    folded = fold(report.text)
    lines = read_lines(report, folded, lexicon)
    head = read_head(report.text, folded, lines, lexicon)
    ending = read_ending(report.text, lines, head.first, lexicon)
    numbered = numbered_headings(folded, lines, head.first, ending.last, lexicon)
    headings = with_lost_headings(folded, lines, numbered, head.first, ending.last, lexicon)
    body = [line for line in lines[head.first : ending.last] if not line.block.frame]
    sections = build_tree(report.text, folded, headings, body[-1].end if body else 0, lexicon)
    opening = _opening(body, headings)
    front = _front_matter(folded, lines, head, ending, headings, opening, lexicon)
    return Outline(front, sections, opening, ending.closing, ending.tail)


def _opening(body: list[Line], headings: list[Heading]) -> Span | None:
    if not body:
        return None
    before = [line for line in body if not headings or line.end <= headings[0].start]
    return Span(before[0].start, before[-1].end) if before else None


def _front_matter(
    folded: str,
    lines: list[Line],
    head: Head,
    ending: Ending,
    headings: list[Heading],
    opening: Span | None,
    lexicon: Lexicon,
) -> FrontMatter:
    around = [
        line
        for index, line in enumerate(lines)
        if line.block.frame or index < head.first or index >= ending.last
    ]
    web_date = publication_date(around, lexicon)
    below_title = head.dated
    signed_on = ending.date
    if below_title and folded[below_title.start - 1] == "(":
        signed_on = signed_on or below_title
    elif below_title:
        web_date = web_date or below_title.located
    signature_date = signed_on.located if signed_on else None
    return FrontMatter(
        title=head.title,
        unit=_unit(folded, lines, head, ending, lexicon),
        year=_year(folded, head, headings, opening, signature_date or web_date, lexicon),
        addressee=head.addressee,
        signed=ending.signed,
        signature_date=signature_date,
        signature_date_has_day=signed_on.has_day if signed_on else True,
        web_date=web_date,
    )


def _unit(
    folded: str, lines: list[Line], head: Head, ending: Ending, lexicon: Lexicon
) -> Located[str] | None:
    """Return the unit by title, signature, the page's frame or the body, in this order."""
    for located in (head.title, ending.signed):
        if located:
            unit = unit_in(located.value, located.span.start, lexicon)
            if unit:
                return unit
    for line in lines:
        if line.block.frame and lexicon.organ_line.search(line.folded):
            unit = unit_in(line.folded, line.start, lexicon)
            if unit:
                return unit
    return unit_in_body(folded, (line.block.span for line in lines[head.first :]), lexicon)


def _year(
    folded: str,
    head: Head,
    headings: list[Heading],
    opening: Span | None,
    date: Located[datetime.date] | None,
    lexicon: Lexicon,
) -> Located[int] | None:
    """Return the year by title, opening, date or the headings of level 1, in this order."""
    by_date = year_by_date(date)
    for span in (head.title.span if head.title else None, opening):
        year = year_in(folded, span, lexicon) if span else None
        if year and (span is not opening or _plausible(year, date)):
            return year
    if by_date:
        return by_date
    for heading in headings:
        span = Span(heading.title_start, heading.title_end)
        year = year_in(folded, span, lexicon) if heading.level == 1 else None
        if year:
            ahead = lexicon.year_next.search(folded, span.start, span.end)
            return Located(year.value - 1, year.span) if ahead else year
    return None


def _plausible(year: Located[int], date: Located[datetime.date] | None) -> bool:
    return date is None or date.value.year - 1 <= year.value <= date.value.year
