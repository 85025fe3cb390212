"""Two texts side by side, line against line: what stands in a row, and what differs in it."""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.compare.differences import DifferenceKind, differences
from reviewer.report import Report, Span


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph of each side, empty where it is not there; `parts` count in the paragraph."""

    kind: DifferenceKind
    left: str
    right: str
    left_parts: tuple[Span, ...] = ()
    right_parts: tuple[Span, ...] = ()


def version_rows(older: Report, newer: Report) -> list[Row]:
    """Return the rows of two versions of one report."""
    rows = []
    for found in differences(older, newer):
        rows.append(
            Row(
                found.kind,
                found.older.of(older.text) if found.older else "",
                found.newer.of(newer.text) if found.newer else "",
                _inside(found.older, found.older_parts),
                _inside(found.newer, found.newer_parts),
            )
        )
    return rows


def _inside(whole: Span | None, parts: tuple[Span, ...]) -> tuple[Span, ...]:
    start = whole.start if whole else 0
    return tuple(Span(part.start - start, part.end - start) for part in parts)


def report_rows(left: Report, right: Report) -> list[Row]:
    """Return the paragraphs of two different reports, one beside the other as they come."""
    one = [block.span.of(left.text) for block in left.blocks]
    other = [block.span.of(right.text) for block in right.blocks]
    length = max(len(one), len(other))
    one += [""] * (length - len(one))
    other += [""] * (length - len(other))
    return [Row(DifferenceKind.SAME, a, b) for a, b in zip(one, other, strict=True)]
