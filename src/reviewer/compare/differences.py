"""What changed between two versions of a report, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum

from reviewer.report import Report, Span

_ALIKE = 0.5  # paragraphs less alike than this are a removed and an added one
_MOST_PAIRS = 40_000  # pairs of paragraphs compared for likeness at most


class DifferenceKind(Enum):
    """What became of a paragraph."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph in the older and the newer text (code points), None where it is not there.

    `older_parts` and `newer_parts` are the stretches that differ in a changed paragraph.
    """

    kind: DifferenceKind
    older: Span | None
    newer: Span | None
    older_parts: tuple[Span, ...] = ()
    newer_parts: tuple[Span, ...] = ()


def differences(older: Report, newer: Report) -> tuple[Difference, ...]:
    """Return every paragraph of both in the order in which they are read side by side."""
    left = [block.span for block in older.blocks]
    right = [block.span for block in newer.blocks]
    matcher = SequenceMatcher(
        None, [s.of(older.text) for s in left], [s.of(newer.text) for s in right], autojunk=False
    )
    found: list[Difference] = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            pairs = zip(left[a:b], right[c:d], strict=True)
            found += (Difference(DifferenceKind.SAME, one, other) for one, other in pairs)
        else:
            found += _aligned(older.text, newer.text, left[a:b], right[c:d])
    return tuple(found)


def _aligned(older: str, newer: str, left: list[Span], right: list[Span]) -> Iterator[Difference]:
    """Pair the paragraphs of a changed stretch by likeness, in their order."""
    after = 0
    close = len(left) * len(right) <= _MOST_PAIRS
    for one in left:
        likeness = {
            place: _likeness(one.of(older), right[place].of(newer))
            for place in range(after, len(right) if close else after)
        }
        best = max(likeness, key=lambda place: likeness[place], default=-1)
        if best < 0 or likeness[best] < _ALIKE:
            yield Difference(DifferenceKind.REMOVED, one, None)
            continue
        for other in right[after:best]:
            yield Difference(DifferenceKind.ADDED, None, other)
        yield _changed(older, newer, one, right[best])
        after = best + 1
    for other in right[after:]:
        yield Difference(DifferenceKind.ADDED, None, other)


def _likeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    return matcher.ratio()


def _changed(older: str, newer: str, one: Span, other: Span) -> Difference:
    matcher = SequenceMatcher(None, one.of(older), other.of(newer), autojunk=False)
    codes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return Difference(
        DifferenceKind.CHANGED,
        one,
        other,
        tuple(Span(one.start + a, one.start + b) for _, a, b, _, _ in codes if b > a),
        tuple(Span(other.start + c, other.start + d) for _, _, _, c, d in codes if d > c),
    )
