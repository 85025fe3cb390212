"""Which township a report is from, and which year it reports on."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterable

from reviewer.outline.dates import year_value
from reviewer.outline.lexicon import Lexicon
from reviewer.report import Located, Span
from reviewer.support.folding import fold

_SEGMENT = re.compile(r"[一-龥〇]{2,}")
_REPORTS_OF_LAST_YEAR = 6  # a report dated up to this month is about the year before


def unit_in(words: str, offset: int, lexicon: Lexicon) -> Located[str] | None:
    """Return the short name of the first unit in a title or signature that begins at `offset`."""
    without_year = lexicon.year_pattern.sub(" ", fold(words))
    for piece in lexicon.title_about.split(without_year):
        for segment in _SEGMENT.finditer(piece):
            for pattern in (lexicon.unit_pattern, lexicon.unit_short_pattern):
                found = pattern.match(segment[0])
                if found:
                    name = _short_name(found, lexicon)
                    place = offset + max(words.find(found["name"] + found["kind"]), 0)
                    return Located(name, Span(place, place + len(found["name"] + found["kind"])))
    return None


def unit_in_body(folded: str, spans: Iterable[Span], lexicon: Lexicon) -> Located[str] | None:
    """Return the unit a body names most often."""
    body = list(spans)
    for pattern in (lexicon.unit_mention, lexicon.unit_loose):
        counts: Counter[str] = Counter()
        places: dict[str, Span] = {}
        for span in body:
            for found in pattern.finditer(folded, span.start, span.end):
                if not lexicon.unit_generic.search(found["name"]):
                    name = _short_name(found, lexicon)
                    counts[name] += 1
                    places.setdefault(name, Span(found.start("name"), found.end("kind")))
        if counts:
            name = counts.most_common(1)[0][0]
            return Located(name, places[name])
    return None


def _short_name(found: re.Match[str], lexicon: Lexicon) -> str:
    return found["name"] + lexicon.unit_kinds.get(found["kind"], found["kind"])


def year_in(folded: str, span: Span, lexicon: Lexicon) -> Located[int] | None:
    """Return the first year in a stretch; of a range (2022—2023年) the last."""
    start = span.start
    ranged = lexicon.year_range.search(folded, start, span.end)
    first = lexicon.year_pattern.search(folded, start, span.end)
    if ranged and first and ranged.start() <= first.start():
        start = ranged.end()
    found = lexicon.year_pattern.search(folded, start, span.end)
    if not found:
        return None
    value = year_value(found["year"] or found["chinese"])
    return Located(value, Span(found.start(), found.end()))


def year_by_date(date: Located[datetime.date] | None) -> Located[int] | None:
    """Return the year that a report of this date is about."""
    if date is None:
        return None
    value = date.value.year - (date.value.month <= _REPORTS_OF_LAST_YEAR)
    return Located(value, date.span)
