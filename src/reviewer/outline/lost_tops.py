"""Headings of level 1 whose number was lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from reviewer.outline.candidates import Candidate
from reviewer.outline.heading import Heading, after, between
from reviewer.outline.lines import LinedText
from reviewer.outline.parts import PLAN, RESULTS, SHORTCOMINGS, spoken_of

_CLEAR = 2  # strength of a line without final mark, or of a verb above a longer text
_NEAR = 3  # lines between a heading of level 1 and the (一) that shows it


def lost_tops(
    lined: LinedText, candidates: list[Candidate], numbered: list[Heading]
) -> list[Candidate]:
    """Return the candidates that are headings of level 1, in text order.

    They are shown by their layout, by the name of a part, by an (一) that follows another (…)
    without a 一、 between, and by a number of level 1 that is missing.
    """
    tops = [head for head in numbered if head.level == 1]
    seconds = [head for head in numbered if head.level == 2]
    titles = (lined.folded[top.title_start : top.title_end] for top in tops)
    named = {part for title in titles for part in spoken_of(title, lined.lexicon)}
    chosen = {
        candidate.index: candidate
        for candidate in candidates
        if _set_as_top(candidate) or _names_top(candidate, tops, named)
    }
    for candidate in _before_restarts(candidates, chosen, tops, seconds):
        chosen[candidate.index] = candidate
    start, ordinal = -1, 0
    for top in tops:
        region = between(candidates, start, top.index)
        missing = _ordinal(top) - ordinal - 1 - sum(c.index in chosen for c in region)
        if missing > 0:
            rest = [c for c in region if c.index not in chosen and _is_clear(c)]
            free = _outside_gaps(rest, between(seconds, start, top.index))
            for candidate in sorted(free, key=lambda c: -c.strength)[:missing]:
                chosen[candidate.index] = candidate
        start, ordinal = top.index, _ordinal(top)
    return [chosen[index] for index in sorted(chosen)]


def _ordinal(head: Heading) -> int:
    return head.ordinal or 0


def _is_clear(candidate: Candidate) -> bool:
    return candidate.body is None and candidate.followed and candidate.strength >= _CLEAR


def _set_as_top(candidate: Candidate) -> bool:
    return candidate.level == 1 and candidate.body is None and candidate.followed


def _names_top(candidate: Candidate, tops: list[Heading], named: set[str]) -> bool:
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
    place = after(tops, index)
    if place == len(tops):
        return 0
    return _ordinal(tops[place]) - (_ordinal(tops[place - 1]) if place else 0) - 1


def _before_restarts(
    candidates: list[Candidate],
    chosen: dict[int, Candidate],
    tops: list[Heading],
    seconds: list[Heading],
) -> list[Candidate]:
    walls = {head.index for head in tops} | set(chosen)
    found = [c for c in candidates if _opens_body(c, tops, seconds) and c.index not in walls]
    for before, head in pairwise(seconds):
        if head.ordinal != 1 or any(i in walls for i in range(before.index + 1, head.index)):
            continue
        near = [
            candidate
            for candidate in between(candidates, before.index, head.index)
            if candidate.index >= head.index - _NEAR and candidate.body is None
        ]
        if near:
            found.append(max(near, key=lambda candidate: (candidate.strength, candidate.index)))
    return found


def _opens_body(candidate: Candidate, tops: list[Heading], seconds: list[Heading]) -> bool:
    """Tell whether a line stands right above the report's first (一), and no 一、 before it."""
    if not seconds or seconds[0].ordinal != 1 or candidate.index != seconds[0].index - 1:
        return False
    lost = not tops or (tops[0].index > candidate.index and _ordinal(tops[0]) > 1)
    return lost and candidate.body is None and candidate.strength >= _CLEAR


def _outside_gaps(candidates: list[Candidate], seconds: Sequence[Heading]) -> list[Candidate]:
    """Leave out the lines that stand where a number of level 2 is missing."""
    free: list[Candidate] = []
    for candidate in candidates:
        place = after(seconds, candidate.index)
        last = _ordinal(seconds[place - 1]) if place else 0
        if place == len(seconds) or _ordinal(seconds[place]) <= last + 1:
            free.append(candidate)
    return free or candidates
