"""Which year a report is about."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from reviewer.outline.dates import year_value
from reviewer.outline.heading import Heading
from reviewer.outline.lexicon import Lexicon
from reviewer.report import Located, Span

_WORK = re.compile("《[^《》]*》")
_REPORTS_OF_LAST_YEAR = 6  # a report dated up to this month is about the year before


def year_in(folded: str, span: Span, lexicon: Lexicon) -> Located[int] | None:
    """Return the first year in a stretch; of a range (2022—2023年) the last.

    A year in the title of a law or plan (《…》) is its own.
    """
    # As long as before, so that places stay.
    words = _WORK.sub(lambda work: " " * len(work[0]), span.of(folded))
    found = lexicon.year_pattern.search(words)
    ranged = lexicon.year_range.search(words)
    if ranged and found and ranged.start() <= found.start():
        found = lexicon.year_pattern.search(words, ranged.end())
    if not found:
        return None
    value = year_value(found["year"] or found["chinese"])
    return Located(value, Span(span.start + found.start(), span.start + found.end()))


def year_in_title(folded: str, span: Span, lexicon: Lexicon) -> Located[int] | None:
    """Return the year of a title, also of one that sends a report (关于印发《2025年…报告》)."""
    year = year_in(folded, span, lexicon)
    for work in () if year else _WORK.finditer(folded, span.start, span.end):
        inner = Span(work.start() + 1, work.end() - 1)
        words = inner.of(folded)
        if lexicon.title_matter.search(words) and lexicon.title_ends.search(words):
            return year_in(folded, inner, lexicon)
    return year


def year_by_date(date: Located[datetime.date] | None) -> Located[int] | None:
    """Return the year that a report of this date is about."""
    if date is None:
        return None
    value = date.value.year - (date.value.month <= _REPORTS_OF_LAST_YEAR)
    return Located(value, date.span)


def year_by_headings(
    folded: str, headings: Iterable[Heading], lexicon: Lexicon
) -> Located[int] | None:
    """Return the year the headings of level 1 speak of; a plan's year is the one after."""
    for heading in headings:
        span = Span(heading.title_start, heading.title_end)
        year = year_in(folded, span, lexicon) if heading.level == 1 else None
        if year:
            ahead = lexicon.year_next.search(folded, span.start, span.end)
            return Located(year.value - 1, year.span) if ahead else year
    return None
