"""Headings whose number was lost: found by sequence, wording and layout."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.outline.candidates import Candidate, CandidateFinder
from reviewer.outline.heading import Heading, between
from reviewer.outline.lines import Line, LinedText
from reviewer.outline.lost_tops import lost_tops

_ALONE = 3  # strength a heading needs where no sequence asks for it
_AMONG = 2  # strength that is enough beside other headings of its kind
_PAIR = 2  # paragraphs that begin alike; more are no chance


@dataclass(frozen=True, slots=True)
class _Region:
    """What stands between two headings of level 1.

    `top` is the line of the first of them, None before the first, `end` that of the second.
    `seconds` are the numbered headings of level 2, `crowded` the lines of those that have a line
    for themselves, `lower` the numbered headings of deeper levels, `free` the lines without
    number. `listed` tells that there is nothing but numbered sentences of level 2, `halved` that
    most headings of level 2 have two clauses.
    """

    top: int | None
    end: int
    candidates: Sequence[Candidate]
    seconds: Sequence[Heading]
    crowded: frozenset[int]
    lower: Sequence[Heading]
    free: Sequence[int]
    listed: bool
    halved: bool

    @property
    def own_line(self) -> bool:
        """Whether most headings here have a line for themselves."""
        return 2 * sum(head.body is None for head in self.seconds) >= len(self.seconds)


def with_lost_headings(
    lined: LinedText, numbered: list[Heading], first: int, last: int
) -> list[Heading]:
    """Return `numbered` and the headings that lost their number, in text order.

    The body goes from line `first` up to, not including, `last`.
    """
    lines = lined.lines
    finder = CandidateFinder(lined, numbered)
    candidates = finder.find(first, last)
    tops = lost_tops(lined, [c for c in candidates if not c.plain], numbered)
    found = [*numbered, *(candidate.heading(1) for candidate in tops)]
    taken = {candidate.index for candidate in tops}
    rest = [candidate for candidate in candidates if candidate.index not in taken]
    edges = sorted(head.index for head in found if head.level == 1)
    bounds = [first - 1, *edges, last]
    if edges and not any(head.index < edges[0] for head in numbered):
        bounds = bounds[1:]  # what stands before the first heading introduces the report
    for start, end in pairwise(bounds):
        inside = [head for head in between(numbered, start, end) if head.level > 1]
        seconds = [head for head in inside if head.level == 2]
        region = _Region(
            top=start if start >= first else None,
            end=end,
            candidates=between(rest, start, end),
            seconds=seconds,
            crowded=frozenset(head.index for head in seconds if head.body is None),
            lower=[head for head in inside if head.level > 2],
            free=[index for index in range(start + 1, end) if finder.is_free(index)],
            halved=2 * sum("," in _words(head, lined.folded) for head in seconds) > len(seconds),
            listed=len(seconds) == len(inside) and all(_is_sentence(h, lines) for h in inside),
        )
        found += _lost_below(region)
    return sorted(found, key=lambda head: head.start)


def _lost_below(region: _Region) -> list[Heading]:
    """Return the lost headings below one heading of level 1 (or before the first)."""
    if not region.seconds:
        return _unnumbered(region)
    if _all_are_headings(region):
        return [candidate.heading(2) for candidate in region.candidates]
    found: list[Heading] = []
    deeper = False
    last, start = 0, -1
    for head in region.seconds:
        inner = between(region.candidates, start, head.index)
        if missing := _missing(head, last):
            found += [candidate.heading(2) for candidate in _fill(inner, missing, region)]
        else:
            lower = _run_in_below(start, head.index, inner, region)
            lower = lower or [candidate for candidate in inner if _is_deeper(candidate)]
            deeper = deeper or bool(lower)
            found += [candidate.heading(3) for candidate in lower]
        last, start = head.ordinal or last + 1, head.index
    filled = sum(head.level == 2 for head in found)
    inside = sum(index < start for index in region.free)
    single = not region.own_line and inside == filled
    return found + _after_last(region, deeper=deeper, single=single)


def _run_in_below(
    start: int, end: int, inner: Sequence[Candidate], region: _Region
) -> list[Candidate]:
    """Return the paragraphs below the heading of line `start` where each begins as a heading."""
    if start not in region.crowded or between(region.lower, start, end):
        return []
    lines = bisect_left(region.free, end) - bisect_right(region.free, start)
    return _alike([c for c in inner if not c.plain], lines, introduced=False)


def _words(head: Heading, folded: str) -> str:
    return folded[head.title_start : head.title_end]


def _is_sentence(head: Heading, lines: list[Line]) -> bool:
    return head.body is None and head.title_end < lines[head.index].end


def _missing(head: Heading, last: int) -> int:
    """Return how many numbers are missing before `head`, where `last` was the one before."""
    if head.ordinal is None:
        return 0
    return head.ordinal - (last if head.ordinal > last else 0) - 1


def _all_are_headings(region: _Region) -> bool:
    """Tell whether all lines are headings without text: each gap holds what its numbers ask for.

    After the last number there may stand as many lines as there are numbered ones.
    """
    if not region.free or len(region.candidates) != len(region.free):
        return False
    if not region.listed:
        return False
    last, start = 0, -1
    for head in region.seconds:
        if len(between(region.candidates, start, head.index)) != _missing(head, last):
            return False
        last, start = head.ordinal or last + 1, head.index
    tail = [index for index in region.free if index > start]
    return not tail or 1 < len(region.seconds) >= len(tail)


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
        usable,
        key=lambda c: (
            (c.body is None) != own_line,
            not c.followed,
            -c.strength - (c.halved == region.halved),
        ),
    )
    for candidate in order:
        if len(chosen) == missing:
            break
        if own_line and candidate.index - 1 in crowded:
            continue  # the first line below a heading is its text
        chosen.append(candidate)
        if candidate.body is None:
            crowded.add(candidate.index)
    return chosen


def _after_last(region: _Region, *, deeper: bool, single: bool) -> list[Heading]:
    """Return the lost headings after the last numbered heading of level 2.

    `deeper` tells that lines without number stand for level 3 here, `single` that each numbered
    heading and its text are one paragraph.
    """
    found: list[Heading] = []
    last = region.seconds[-1]
    below = [candidate for candidate in region.candidates if candidate.index > last.index]
    if lower := _run_in_below(last.index, region.end, below, region):
        return [candidate.heading(3) for candidate in lower]
    crowded = {last.index} if last.body is None else set()
    for candidate in region.candidates:
        if candidate.index < last.index or candidate.plain or candidate.opens == 2:
            continue
        run_in = candidate.body is not None
        if run_in and single and candidate.strength >= _AMONG:
            found.append(candidate.heading(2))
        elif candidate.led:
            found.append(candidate.heading(3))
        elif run_in or candidate.index - 1 in crowded or not candidate.followed:
            continue
        elif candidate.level == 2 or (region.own_line and candidate.strength >= _AMONG):
            found.append(candidate.heading(3 if deeper and candidate.level != 2 else 2))
            crowded.add(candidate.index)
    return found


def _unnumbered(region: _Region) -> list[Heading]:
    """Return the headings of level 2 where not one kept its number."""
    usable = [candidate for candidate in region.candidates if not candidate.plain]
    own = [
        candidate
        for candidate in usable
        if candidate.body is None
        and candidate.followed
        and candidate.opens != 2
        and candidate.strength >= _AMONG
    ]
    sure = [c for c in own if c.strength >= _ALONE or c.level is not None]
    chosen = own if len(own) > 1 and (sure or _alternate(own, region)) else sure
    led = [candidate for candidate in usable if candidate.led]
    lower = [candidate for candidate in led if chosen and candidate.index > chosen[0].index]
    if not chosen:
        chosen = led if len(led) > 1 else _all_run_in(usable, region)
    found = [candidate.heading(max(candidate.level or 2, 2)) for candidate in chosen]
    return found + [candidate.heading(3) for candidate in lower]


def _alternate(own: list[Candidate], region: _Region) -> bool:
    """Tell whether short lines and text take turns right from the heading of level 1 on."""
    if region.top is None or own[0].index > region.top + 2:
        return False
    return all(later.index - earlier.index > 1 for earlier, later in pairwise(own))


def _all_run_in(usable: list[Candidate], region: _Region) -> list[Candidate]:
    """Return the paragraphs of a part where (but for an introduction) each begins as a heading."""
    if region.top is None or region.lower:
        return []
    return _alike(usable, len(region.free), introduced=True)


def _alike(candidates: Sequence[Candidate], lines: int, *, introduced: bool) -> list[Candidate]:
    """Return the paragraphs among `lines` lines where each begins as a heading does.

    Two do where they begin with a brief clause, more where most begin clearly. The first line may
    be an introduction where `introduced` says so.
    """
    begun = [candidate for candidate in candidates if candidate.body is not None]
    if len(begun) < _PAIR or len(begun) < lines - introduced:
        return []
    clear = [candidate for candidate in begun if candidate.strength >= _AMONG]
    if len(begun) == _PAIR:
        return begun if all(candidate.brief for candidate in clear) and clear == begun else []
    return begun if 2 * len(clear) > len(begun) else []
