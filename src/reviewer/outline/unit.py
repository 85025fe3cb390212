"""Which township a report is from."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line
from reviewer.report import Located, Span
from reviewer.support.folding import fold

_SEGMENT = re.compile(r"[一-龥〇]{2,}")


def unit_in(words: str, offset: int, lexicon: Lexicon) -> Located[str] | None:
    """Return the short name of the first unit in a title or signature that begins at `offset`."""
    folded = fold(words)
    without_year = lexicon.year_pattern.sub(" ", folded)
    for piece in lexicon.title_about.split(without_year):
        for segment in _SEGMENT.finditer(piece):
            for pattern in (lexicon.unit_pattern, lexicon.unit_short_pattern):
                found = pattern.match(segment[0])
                if found:
                    name = _short_name(found, lexicon)
                    place = offset + max(folded.find(found["name"] + found["kind"]), 0)
                    return Located(name, Span(place, place + len(found["name"] + found["kind"])))
    return None


def unit_in_frame(lines: Iterable[Line], lexicon: Lexicon) -> Located[str] | None:
    """Return the unit that published a web page, by the metadata in its frame.

    A label may stand alone; then the unit stands in the next line.
    """
    named = False
    for line in (line for line in lines if line.frame):
        publisher = lexicon.unit_publisher.search(line.folded)
        start = publisher.end() if publisher else 0
        if publisher or named:
            words = line.folded[start:].split(" ", 1)[0]
            unit = unit_in(words, line.start + start, lexicon)
            if unit:
                return unit
        named = publisher is not None and start == len(line.folded)
    return None


def _short_name(found: re.Match[str], lexicon: Lexicon) -> str:
    return found["name"] + lexicon.unit_kinds.get(found["kind"], found["kind"])
