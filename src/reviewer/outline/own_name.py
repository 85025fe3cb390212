"""What a body calls its own unit, where neither title nor signature says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reviewer.outline.lexicon import Lexicon
from reviewer.report import Located, Span

_SHORTEST, _LONGEST = 2, 6  # code points of a name without its kind
_WINDOW = 10  # code points before a kind in which a name and what opens it stand
_RUN = re.compile(r"[一-龥〇]*$")
# How much the place before a name says that the name begins there.
_CLAUSE, _OPENER, _LED = 3, 2, 1


@dataclass(slots=True)
class _Tally:
    """How much speaks for a name: its first place, its points, how often it came.

    `sure` tells that it stood once where only a name stands, `lone` that it stood once after a
    particle, `governs` that it stood once as that of an organ the report looks up to.
    """

    place: Span
    points: int = 0
    count: int = 0
    sure: bool = False
    lone: bool = False
    governs: bool = False


def unit_in_body(folded: str, spans: Iterable[Span], lexicon: Lexicon) -> Located[str] | None:
    """Return the unit a body names most often; kinds stay as printed.

    A name counts where a clause, a title or a word that may precede a name opens it. Words around
    it that only a name has (a year, a predicate) tell more than a name that comes again, and that
    more than a single one.
    """
    tallies: dict[str, _Tally] = {}
    for span in spans:
        for kind in lexicon.unit_kind.finditer(folded, span.start, span.end):
            followed = lexicon.unit_follow.match(folded, kind.end(), span.end) is not None
            for start, points in _names(folded, span.start, kind.start(), kind.end(), lexicon):
                place = Span(start, kind.end())
                earliest = max(start - _WINDOW, span.start)
                opened = lexicon.unit_before.search(folded, earliest, start)
                tally = tallies.setdefault(place.of(folded), _Tally(place))
                tally.points += points
                tally.count += 1
                tally.sure |= opened is not None or (followed and points > _LED)
                tally.lone |= lexicon.unit_particle.search(folded, earliest, start) is not None
                if lexicon.unit_under.search(folded, earliest, start):
                    organ = lexicon.unit_organ.match(folded, kind.end(), span.end)
                    tally.governs |= organ is not None
    ranks = (
        [name for name, tally in tallies.items() if tally.sure],
        [name for name, tally in tallies.items() if tally.count > 1 and tally.points > _CLAUSE],
        [name for name, tally in tallies.items() if tally.lone],
        [name for name, tally in tallies.items() if tally.governs],
    )
    best = next(filter(None, ranks), None)
    if best is None:
        return None
    name = max(best, key=lambda name: tallies[name].points)
    # A kind printed short most of the time is the one that is printed in full once.
    name = max((other for other in tallies if other.startswith(name)), key=len)
    return Located(name, tallies[name].place)


def _names(
    folded: str, first: int, start: int, end: int, lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Yield where a name before the kind at `start` may begin, and the points for it."""
    earliest = max(first, start - _WINDOW)
    run = _RUN.search(folded[earliest:start])
    length = len(run[0]) if run else 0
    whole = start - length > earliest or earliest == first
    for size in range(_SHORTEST, min(length, _LONGEST) + 1):
        begin = start - size
        if whole and size == length:
            points = _CLAUSE
        elif lexicon.unit_opener.search(folded, start - length, begin):
            points = _OPENER
        else:
            continue
        points = min(points, _most(folded, begin, start, end, lexicon))
        if points:
            yield begin, points


def _most(folded: str, begin: int, start: int, end: int, lexicon: Lexicon) -> int:
    """Return the most points the words from `begin` deserve: none where they are no name."""
    if lexicon.unit_generic.search(folded[begin:end]):
        return 0
    lead = lexicon.unit_lead.match(folded, begin, start)
    if lead is None:
        return _CLAUSE
    rest = start - lead.end()
    if rest == 0 or lexicon.unit_generic.search(folded[lead.end() : end]):
        return 0
    return _LED if rest >= _SHORTEST else _CLAUSE
