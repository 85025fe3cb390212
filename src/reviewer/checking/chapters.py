"""Headings that stand over others of their own level.

A line without text of its own, below which the numbering begins anew, is the heading of all that is
numbered on from there: 2024年工作 above 一、 二、 三、, or 一、主要措施 above another 一、.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count, takewhile

from reviewer.checking.ordinal import ordinal
from reviewer.report import Section

_MARKS = "。:;, \n"


def chapters(
    sections: Sequence[Section], folded: str
) -> Iterator[tuple[Section, Sequence[Section]]]:
    """Yield each of `sections` with those it stands over, which are not yielded themselves."""
    place = 0
    while place < len(sections):
        section = sections[place]
        below = _below(sections[place + 1 :]) if _is_bare(section, folded) else ()
        yield section, below
        place += 1 + len(below)


def _is_bare(section: Section, folded: str) -> bool:
    return not folded[section.heading.end : section.span.end].strip(_MARKS)


def _below(sections: Sequence[Section]) -> Sequence[Section]:
    """Return those at the beginning of `sections` that are numbered from one on."""
    numbers = zip(sections, count(1))
    return [s for s, n in takewhile(lambda pair: ordinal(pair[0].number or "") == pair[1], numbers)]
