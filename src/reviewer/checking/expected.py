"""Where a missing element should have stood."""

from __future__ import annotations

from reviewer.checking.case import Case
from reviewer.checking.parts import (
    CLOSING,
    LEADERS,
    OPENING,
    PLAN,
    RESULTS,
    SHORTCOMINGS,
    TAIL,
)
from reviewer.report import Span

_ORDER = (OPENING, RESULTS, SHORTCOMINGS, LEADERS, PLAN, CLOSING, TAIL)


def expected_place(case: Case, home: str) -> Span:
    """Return the heading of the part, else its first line, else the end of the part before it.

    The span is empty where there is nothing to point at but a position.
    """
    stretches = case.stretches(home)
    if stretches:
        heading = stretches[0].heading
        start = stretches[0].span.start
        return heading.heading if heading else Span(start, start)
    before = _ORDER[: _ORDER.index(home)]
    ends = [stretch.span.end for part in before for stretch in case.parts.of(part)]
    place = max(ends, default=_first_body_line(case))
    return Span(place, place)


def _first_body_line(case: Case) -> int:
    return next((span.start for span in case.body()), 0)
