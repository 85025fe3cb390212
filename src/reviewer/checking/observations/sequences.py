"""Numbers out of sequence: every one starts at one, without gap, repeat or half bracket.

The rule is GB/T 9704 7.3.3.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from reviewer.checking.case import Case
from reviewer.checking.observations.values import Remark
from reviewer.checking.ordinal import ordinal
from reviewer.outline import Outline
from reviewer.report import Item, Section, Span
from reviewer.support.folding import fold

NUMBERING = "numbering"

_STYLE = re.compile(r"\d+\)")  # 1) throughout has lost nothing


def find_broken_sequences(case: Case) -> Iterator[Remark]:
    """Yield what is wrong in the sequences of headings and of 一是 items, in text order."""
    for span, code in sorted(set(_faults(case.outline))):
        yield Remark(NUMBERING, code, (span,), {"found": span.of(case.report.text)})


Fault = tuple[Span, str]


def _faults(outline: Outline) -> Iterator[Fault]:
    yield from _sibling_faults(outline.sections)
    for section, _ in outline.walk():
        if section.items:
            yield from _item_faults(section.items)
        if section.children:
            yield from _sibling_faults(section.children)


def _sibling_faults(sections: tuple[Section, ...]) -> Iterator[Fault]:
    by_level: defaultdict[int, list[Section]] = defaultdict(list)
    for section in sections:
        by_level[section.level].append(section)
    for siblings in by_level.values():
        numbered = [s for s in siblings if s.number is not None]
        if not numbered:
            continue
        lost = [s for s in siblings if s.number is None]
        yield from ((s.heading, "number-lost") for s in lost)
        if not all(_STYLE.match(fold(s.number or "")) for s in numbered):
            yield from ((s.heading, "half-bracket") for s in numbered if _is_half(s.number or ""))
        if not lost:
            ordinals = [(s.heading, ordinal(s.number or "")) for s in numbered]
            yield from _sequence_faults(ordinals)


def _item_faults(items: tuple[Item, ...]) -> Iterator[Fault]:
    """Yield faults of 一是, 二是; a new 一是 begins a new sequence."""
    sequence: list[tuple[Span, int | None]] = []
    for item in items:
        if item.ordinal == 1 and sequence:
            yield from _sequence_faults(sequence)
            sequence = []
        sequence.append((item.marker, item.ordinal))
    yield from _sequence_faults(sequence)


def _sequence_faults(sequence: list[tuple[Span, int | None]]) -> Iterator[Fault]:
    expected = 1
    for span, value in sequence:
        if value is None:
            yield span, "number-unreadable"
            continue
        if value != expected:
            code = "number-repeated" if value < expected else "number-gap"
            yield span, code if expected > 1 else "number-start"
        expected = value + 1


@lru_cache(maxsize=512)
def _is_half(number: str) -> bool:
    folded = fold(number)
    return ("(" in folded) != (")" in folded)
