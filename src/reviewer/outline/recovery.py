"""Headings whose number was lost: found by sequence, wording and layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.outline.candidates import Candidate, CandidateFinder
from reviewer.outline.heading import Heading, between
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line
from reviewer.outline.lost_tops import lost_tops

_ALONE = 3  # strength a heading needs where no sequence asks for it
_AMONG = 2  # strength that is enough beside other headings of its kind


@dataclass(frozen=True, slots=True)
class _Region:
    """What stands between two headings of level 1.

    `seconds` are the numbered headings of level 2, `crowded` the lines of all numbered headings
    that have a line for themselves, `free` counts the lines without number.
    """

    candidates: Sequence[Candidate]
    seconds: Sequence[Heading]
    crowded: frozenset[int]
    free: int

    @property
    def own_line(self) -> bool:
        """Whether most headings here have a line for themselves."""
        return 2 * sum(head.body is None for head in self.seconds) >= len(self.seconds)


def with_lost_headings(
    folded: str,
    lines: list[Line],
    numbered: list[Heading],
    first: int,
    last: int,
    lexicon: Lexicon,
) -> list[Heading]:
    """Return `numbered` and the headings that lost their number, in text order."""
    finder = CandidateFinder(folded, lines, numbered, lexicon)
    candidates = finder.find(first, last)
    tops = lost_tops(folded, [c for c in candidates if not c.plain], numbered, lexicon)
    found = [*numbered, *(candidate.heading(1) for candidate in tops)]
    taken = {candidate.index for candidate in tops}
    rest = [candidate for candidate in candidates if candidate.index not in taken]
    edges = sorted(head.index for head in found if head.level == 1)
    for start, end in pairwise([first - 1, *edges, last]):
        inside = [head for head in between(numbered, start, end) if head.level > 1]
        region = _Region(
            candidates=between(rest, start, end),
            seconds=[head for head in inside if head.level == 2],
            crowded=frozenset(head.index for head in inside if head.body is None),
            free=sum(finder.is_free(index) for index in range(start + 1, end)),
        )
        found += _lost_below(region)
    return sorted(found, key=lambda head: head.start)


def _lost_below(region: _Region) -> list[Heading]:
    """Return the lost headings below one heading of level 1 (or before the first)."""
    if not region.seconds:
        return _unnumbered(region)
    found: list[Heading] = []
    deeper = False
    bare = _all_are_headings(region)
    last, start = 0, -1
    for head in region.seconds:
        inner = between(region.candidates, start, head.index)
        if bare:
            found += [candidate.heading(2) for candidate in inner]
        elif missing := _missing(head, last):
            found += [candidate.heading(2) for candidate in _fill(inner, missing, region)]
        else:
            lower = [candidate for candidate in inner if _is_deeper(candidate)]
            deeper = deeper or bool(lower)
            found += [candidate.heading(3) for candidate in lower]
        last, start = head.ordinal or last + 1, head.index
    return found + _after_last(region, deeper)


def _missing(head: Heading, last: int) -> int:
    """Return how many numbers are missing before `head`, where `last` was the one before."""
    if head.ordinal is None:
        return 0
    return head.ordinal - (last if head.ordinal > last else 0) - 1


def _all_are_headings(region: _Region) -> bool:
    """Tell whether every line is a heading without text, as many as the numbers ask for."""
    ordinals = [head.ordinal for head in region.seconds]
    alone = all(head.body is None for head in region.seconds)
    return (
        alone
        and region.free > 0
        and ordinals[-1] == len(ordinals) + region.free
        and len(region.candidates) == region.free
    )


def _is_deeper(candidate: Candidate) -> bool:
    strong = candidate.strength >= _ALONE and not candidate.plain
    return candidate.followed and (candidate.led or strong)


def _fill(candidates: Sequence[Candidate], missing: int, region: _Region) -> list[Candidate]:
    """Return the lines that stand for `missing` numbers between two headings of level 2."""
    usable = [candidate for candidate in candidates if not candidate.plain]
    chosen: list[Candidate] = []
    crowded = set(region.crowded)
    own_line = region.own_line
    order = sorted(
        usable, key=lambda c: ((c.body is None) != own_line, not c.followed, -c.strength)
    )
    for candidate in order:
        if len(chosen) == missing:
            break
        if own_line and candidate.index - 1 in crowded and len(usable) > missing:
            continue
        chosen.append(candidate)
        if candidate.body is None:
            crowded.add(candidate.index)
    return chosen


def _after_last(region: _Region, deeper: bool) -> list[Heading]:
    """Return the lost headings after the last numbered heading of level 2."""
    found: list[Heading] = []
    last = region.seconds[-1]
    crowded = {last.index} if last.body is None else set()
    own_line = region.own_line
    for candidate in region.candidates:
        if candidate.index < last.index or candidate.plain:
            continue
        if candidate.led:
            found.append(candidate.heading(3))
        elif candidate.index - 1 in crowded or not candidate.followed:
            continue
        elif candidate.level == 2 or (
            candidate.body is None and own_line and candidate.strength >= _AMONG
        ):
            found.append(candidate.heading(3 if deeper and candidate.level != 2 else 2))
            crowded.add(candidate.index)
    return found


def _unnumbered(region: _Region) -> list[Heading]:
    """Return the headings of level 2 where not one kept its number."""
    usable = [candidate for candidate in region.candidates if not candidate.plain]
    own = [c for c in usable if c.body is None and c.followed and c.strength >= _AMONG]
    sure = [c for c in own if c.strength >= _ALONE or c.level is not None]
    chosen = own if len(own) > 1 and sure else sure
    led = [candidate for candidate in usable if candidate.led]
    if not chosen and len(led) > 1:
        chosen = led
    return [candidate.heading(max(candidate.level or 2, 2)) for candidate in chosen]
