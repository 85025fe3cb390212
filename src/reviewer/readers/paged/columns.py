"""Two columns of text on a page: found by the gutter that no row crosses."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from reviewer.readers.paged.rows import Row, Segment

_MIDDLE = (0.38, 0.62)
_STEPS = 25
# As few rows as these are a table or a signature, not a column of text.
_ROWS = 4
# How much of its column's width a row of running text fills.
_FILLED = 0.7
# How much of the page's text width a column takes.
_NARROWEST = 0.3


class Stretch(NamedTuple):
    """Rows to be read one after the other; `column` is 0 for the whole width, else 1 or 2."""

    column: int
    rows: list[Row]


def gutter_of(rows: list[Row]) -> float | None:
    """Return where the gutter between two columns of text on a page stands, None without them."""
    gutter = _gutter(rows)
    if gutter is None or not any(_is_columns(band, gutter) for band in _bands(rows, gutter)):
        return None
    return gutter


def in_reading_order(
    rows: list[Row], own: float | None, usual: float | None = None
) -> list[Stretch]:
    """Part the rows of a page, given from top to bottom, into stretches in reading order.

    Where two columns stand side by side, all of the left one comes before the right one. `own` is
    the page's gutter; on a page with few rows the `usual` one of the other pages decides.
    """
    gutter = usual if own is None else own
    if gutter is None:
        return [Stretch(0, rows)] if rows else []
    stretches: list[Stretch] = []
    for band in _bands(rows, gutter):
        if (own is None and not _crosses(band[0], gutter)) or _is_columns(band, gutter):
            left, right = _sides(band, gutter)
            stretches += [Stretch(at, side) for at, side in ((1, left), (2, right)) if side]
        else:
            _add_whole(stretches, band)
    return stretches


def _bands(rows: list[Row], gutter: float) -> Iterator[list[Row]]:
    """Part the rows where one begins or ceases to cross the gutter."""
    for _, band in itertools.groupby(rows, key=lambda row: _crosses(row, gutter)):
        yield list(band)


def _add_whole(stretches: list[Stretch], rows: list[Row]) -> None:
    if stretches and stretches[-1].column == 0:
        stretches[-1].rows.extend(rows)
    else:
        stretches.append(Stretch(0, list(rows)))


def _crosses(row: Row, gutter: float) -> bool:
    return any(segment.left < gutter < segment.right for segment in row.segments)


def _gutter(rows: list[Row]) -> float | None:
    """Return the upright line in the middle of the page that fewest rows cross, if few do."""
    if len(rows) < _ROWS:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    start, end = (left + (right - left) * share for share in _MIDDLE)
    places = [start + (end - start) * step / _STEPS for step in range(_STEPS + 1)]
    counts = _crossings(rows, places)
    fewest = min(counts)
    if len(rows) - fewest < _ROWS:
        return None
    best = [place for place, count in zip(places, counts, strict=True) if count == fewest]
    return best[len(best) // 2]


def _crossings(rows: list[Row], places: list[float]) -> list[int]:
    """Return how many rows cross each of the places; the segments of a row lie apart."""
    changes = [0] * (len(places) + 1)
    for row in rows:
        for segment in row.segments:
            first, last = bisect_right(places, segment.left), bisect_left(places, segment.right)
            if first < last:
                changes[first] += 1
                changes[last] -= 1
    return list(itertools.accumulate(changes[:-1]))


def _sides(band: list[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left: list[Row] = []
    right: list[Row] = []
    for row in band:
        for side, segments in (
            (left, [segment for segment in row.segments if segment.right <= gutter]),
            (right, [segment for segment in row.segments if segment.left >= gutter]),
        ):
            if segments:
                side.append(Row(row.base, segments, row.lines))
    return left, right


def _is_columns(band: list[Row], gutter: float) -> bool:
    left, right = _sides(band, gutter)
    if min(len(left), len(right)) < _ROWS:
        return False
    width = max(row.right for row in right) - min(row.left for row in left)
    return all(_is_filled(side, _NARROWEST * width) for side in (left, right))


def _is_filled(side: list[Row], narrowest: float) -> bool:
    width = max(row.right for row in side) - min(row.left for row in side)
    usual = median(_length(row.segments) for row in side)
    return width >= narrowest and usual >= _FILLED * width


def _length(segments: list[Segment]) -> float:
    return sum(segment.right - segment.left for segment in segments)
