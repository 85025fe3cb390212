"""Headings whose number was lost: found by sequence, wording and layout."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.outline.candidates import Candidate, CandidateFinder
from reviewer.outline.heading import Heading
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line
from reviewer.outline.parts import PLAN, RESULTS, SHORTCOMINGS, named_part

_ALONE = 3  # strength a heading needs where no sequence asks for it
_AMONG = 2  # strength that is enough beside other headings of its kind
_NEAR = 3  # lines between a heading of level 1 and the (一) that shows it


def with_lost_headings(
    folded: str,
    lines: list[Line],
    numbered: list[Heading],
    first: int,
    last: int,
    lexicon: Lexicon,
) -> list[Heading]:
    """Return `numbered` and the headings that lost their number, in text order."""
    candidates = CandidateFinder(folded, lines, numbered, lexicon).find(first, last)
    if not candidates:
        return numbered
    tops = _lost_tops(folded, candidates, numbered, lexicon)
    found = [*numbered, *(candidate.heading(1) for candidate in tops)]
    taken = {candidate.index for candidate in tops}
    free = [candidate for candidate in candidates if candidate.index not in taken]
    edges = sorted(head.index for head in found if head.level == 1)
    bounds = [first - 1, *edges, last]
    for start, end in zip(bounds, bounds[1:], strict=False):
        inside = [head for head in numbered if start < head.index < end and head.level > 1]
        below = [candidate for candidate in free if start < candidate.index < end]
        found += _lost_below(below, inside)
    return sorted(found, key=lambda head: head.start)


def _lost_tops(
    folded: str, candidates: list[Candidate], numbered: list[Heading], lexicon: Lexicon
) -> list[Candidate]:
    """Return the candidates that are headings of level 1."""
    tops = [head for head in numbered if head.level == 1]
    seconds = [head for head in numbered if head.level == 2]
    named = {named_part(folded[t.title_start : t.title_end], lexicon) for t in tops}
    chosen = [c for c in candidates if c.level == 1 and c.body is None and c.followed]
    chosen += [c for c in candidates if c not in chosen and _names_top(c, tops, named)]
    chosen += _before_restarts(candidates, chosen, tops, seconds)
    edges = [None, *tops]
    for before, after in zip(edges, tops, strict=False):
        start, ordinal = (before.index, before.ordinal) if before else (-1, 0)
        region = [c for c in candidates if start < c.index < after.index]
        missing = (after.ordinal or 0) - (ordinal or 0) - 1
        missing -= sum(c in chosen for c in region)
        if missing > 0:
            rest = [c for c in region if c not in chosen and c.body is None and c.followed]
            inner = [head for head in seconds if start < head.index < after.index]
            chosen += _best(_outside_gaps(rest, inner), missing)
    return sorted(chosen, key=lambda candidate: candidate.index)


def _names_top(candidate: Candidate, tops: list[Heading], named: set[str | None]) -> bool:
    """Tell whether a line that names a part is a heading of level 1."""
    part = candidate.part
    if part is None or not candidate.followed:
        return False
    if candidate.body is not None:
        return part in (SHORTCOMINGS, PLAN) and part not in named
    if not tops or _missing_around(candidate.index, tops) > 0:
        return True
    return part != RESULTS and part not in named


def _missing_around(index: int, tops: list[Heading]) -> int:
    """Return how many numbers of level 1 are missing where line `index` stands."""
    before = [head for head in tops if head.index < index]
    after = [head for head in tops if head.index > index]
    if not after:
        return 0
    return (after[0].ordinal or 0) - ((before[-1].ordinal or 0) if before else 0) - 1


def _before_restarts(
    candidates: list[Candidate],
    chosen: list[Candidate],
    tops: list[Heading],
    seconds: list[Heading],
) -> list[Candidate]:
    """Return the lines before each (一) that follows another (…) without a 一、 between."""
    walls = sorted([head.index for head in tops] + [candidate.index for candidate in chosen])
    found: list[Candidate] = []
    for before, after in zip(seconds, seconds[1:], strict=False):
        if after.ordinal != 1 or any(before.index < wall < after.index for wall in walls):
            continue
        near = [
            candidate
            for candidate in candidates
            if before.index < candidate.index < after.index
            and candidate.index >= after.index - _NEAR
            and candidate.body is None
        ]
        if near:
            found.append(max(near, key=lambda candidate: (candidate.strength, candidate.index)))
    return found


def _outside_gaps(candidates: list[Candidate], seconds: list[Heading]) -> list[Candidate]:
    """Leave out the lines that stand where a number of level 2 is missing."""
    free: list[Candidate] = []
    for candidate in candidates:
        before = [head.ordinal or 0 for head in seconds if head.index < candidate.index]
        after = [head.ordinal or 0 for head in seconds if head.index > candidate.index]
        last = before[-1] if before else 0
        if not after or after[0] <= last + 1:
            free.append(candidate)
    return free or candidates


def _best(candidates: Sequence[Candidate], count: int) -> list[Candidate]:
    ranked = sorted(candidates, key=lambda candidate: -candidate.strength)
    return ranked[:count]


def _lost_below(candidates: list[Candidate], inside: list[Heading]) -> list[Heading]:
    """Return the lost headings below one heading of level 1 (or before the first)."""
    seconds = [head for head in inside if head.level == 2]
    if not seconds:
        return _unnumbered(candidates)
    own_line = 2 * sum(head.body is None for head in seconds) >= len(seconds)
    occupied = {head.index for head in inside if head.body is None}
    found: list[Heading] = []
    deeper = False
    last, start = 0, -1
    for head in seconds:
        between = [c for c in candidates if start < c.index < head.index]
        ordinal = head.ordinal or last + 1
        missing = ordinal - (last if ordinal > last else 0) - 1
        if missing > 0:
            chosen = _fill(between, missing, own_line, occupied)
            found += [candidate.heading(2) for candidate in chosen]
        else:
            lower = [candidate for candidate in between if _is_deeper(candidate)]
            deeper = deeper or bool(lower)
            found += [candidate.heading(3) for candidate in lower]
        last, start = ordinal, head.index
    tail = [candidate for candidate in candidates if candidate.index > start]
    return found + _after_last(tail, seconds, own_line, occupied, deeper)


def _is_deeper(candidate: Candidate) -> bool:
    return candidate.followed and (candidate.led or candidate.strength >= _ALONE)


def _fill(
    candidates: list[Candidate], missing: int, own_line: bool, occupied: set[int]
) -> list[Candidate]:
    """Return the lines that stand for `missing` numbers between two headings of level 2."""
    alike = [c for c in candidates if (c.body is None) == own_line]
    other = [c for c in candidates if (c.body is None) != own_line]
    chosen: list[Candidate] = []
    for group in (alike, other):
        for candidate in sorted(group, key=lambda c: (not c.followed, -c.strength)):
            if len(chosen) == missing:
                break
            crowded = occupied | {c.index for c in chosen if c.body is None}
            below_heading = own_line and candidate.index - 1 in crowded
            if not (below_heading and len(candidates) > missing):
                chosen.append(candidate)
    return chosen


def _after_last(
    candidates: list[Candidate],
    seconds: list[Heading],
    own_line: bool,
    occupied: set[int],
    deeper: bool,
) -> list[Heading]:
    """Return the lost headings after the last numbered heading of level 2."""
    found: list[Heading] = []
    crowded = {index for index in occupied if index == seconds[-1].index}
    for candidate in candidates:
        if candidate.index - 1 in crowded or not candidate.followed:
            continue
        if candidate.level == 2:
            found.append(candidate.heading(2))
        elif candidate.body is None and own_line and candidate.strength >= _AMONG:
            found.append(candidate.heading(3 if deeper else 2))
        elif candidate.led:
            found.append(candidate.heading(3))
        else:
            continue
        if candidate.body is None:
            crowded.add(candidate.index)
    return found


def _unnumbered(candidates: list[Candidate]) -> list[Heading]:
    """Return the headings of level 2 where not one kept its number."""
    own = [c for c in candidates if c.body is None and c.followed and c.strength >= _AMONG]
    sure = [c for c in own if c.strength >= _ALONE or c.level is not None]
    chosen = own if len(own) > 1 and sure else sure
    led = [candidate for candidate in candidates if candidate.led]
    if not chosen and len(led) > 1:
        chosen = led
    return [candidate.heading(max(candidate.level or 2, 2)) for candidate in chosen]
