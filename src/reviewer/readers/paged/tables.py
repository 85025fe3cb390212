"""Tables drawn with lines: which glyphs stand in which cell."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from reviewer.readers.paged.glyph import Glyph, Rule

# In points: lines this near to each other are one.
_NEAR = 3.0
_SHORTEST = 6.0
_MOST_RULES = 4_000

_Spans = list[tuple[float, float]]


@dataclass(slots=True)
class Table:
    """Places of the lines of a grid, and the glyphs of its cells by row and column."""

    rows: list[float]
    columns: list[float]
    cells: list[list[list[Glyph]]]


def take_tables(glyphs: list[Glyph], rules: list[Rule]) -> tuple[list[Table], list[Glyph]]:
    """Return the tables of a page with their glyphs, and the glyphs outside of them."""
    if len(rules) > _MOST_RULES:
        # A drawing or a map, not a table.
        return [], glyphs
    grids = [grid for grid in map(_Grid, _connected(rules)) if grid.is_table]
    outside: list[Glyph] = []
    for glyph in glyphs:
        home = next((grid for grid in grids if grid.holds(glyph)), None)
        if home is None:
            outside.append(glyph)
        else:
            home.put(glyph)
    return [grid.table for grid in grids if grid.filled], outside


class _Grid:
    """Lines that touch each other."""

    def __init__(self, rules: list[Rule]) -> None:
        level = [rule for rule in rules if _is_level(rule)]
        upright = [rule for rule in rules if not _is_level(rule)]
        rows = _places([(rule.top + rule.bottom) / 2 for rule in level])
        columns = _places([(rule.left + rule.right) / 2 for rule in upright])
        # Line by line from where to where it is drawn: a cell is asked for at every glyph.
        self._above = _drawn(rows, [(rule.top, rule.left, rule.right) for rule in level])
        self._before = _drawn(columns, [(rule.left, rule.top, rule.bottom) for rule in upright])
        cells: list[list[list[Glyph]]] = [[[] for _ in columns[1:]] for _ in rows[1:]]
        self.table = Table(rows, columns, cells)
        self.filled = False

    @property
    def is_table(self) -> bool:
        """Tell whether there are two cells at least; a frame around a text has one."""
        rows, columns = len(self.table.rows) - 1, len(self.table.columns) - 1
        return rows >= 1 and columns >= 1 and rows * columns >= 2

    def holds(self, glyph: Glyph) -> bool:
        """Tell whether the glyph's middle is inside."""
        rows, columns = self.table.rows, self.table.columns
        x, y = _middle(glyph)
        return columns[0] <= x < columns[-1] and rows[0] <= y < rows[-1]

    def put(self, glyph: Glyph) -> None:
        """Add a glyph to its cell; in a merged cell, to its first row and column."""
        x, y = _middle(glyph)
        row = bisect_right(self.table.rows, y) - 1
        column = bisect_right(self.table.columns, x) - 1
        while column > 0 and not _is_crossed(self._before[column], y):
            column -= 1
        while row > 0 and not _is_crossed(self._above[row], x):
            row -= 1
        self.table.cells[row][column].append(glyph)
        self.filled = True


def _drawn(places: list[float], lines: list[tuple[float, float, float]]) -> list[_Spans]:
    """Return for every place the stretches that lines (place, start, end) near it are drawn."""
    spans: list[_Spans] = [[] for _ in places]
    for at, start, end in lines:
        index = bisect_left(places, at - _NEAR)
        while index < len(places) and places[index] <= at + _NEAR:
            spans[index].append((start - _NEAR, end + _NEAR))
            index += 1
    return [_merged(found) for found in spans]


def _merged(spans: _Spans) -> _Spans:
    merged: _Spans = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _is_crossed(spans: _Spans, at: float) -> bool:
    """Tell whether one of the stretches, which stand in order, is there at `at`."""
    index = bisect_right(spans, (at, math.inf)) - 1
    return index >= 0 and at <= spans[index][1]


def _middle(glyph: Glyph) -> tuple[float, float]:
    return (glyph.left + glyph.right) / 2, glyph.base - 0.3 * glyph.size


def _is_level(rule: Rule) -> bool:
    return rule.right - rule.left >= rule.bottom - rule.top


def _places(values: list[float]) -> list[float]:
    """Return the different places among `values` from left to right or from top to bottom."""
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > _NEAR:
            places.append(value)
    return places


def _connected(rules: list[Rule]) -> list[list[Rule]]:
    """Group the lines that touch, longest page of them first come first served."""
    long = [r for r in rules if max(r.right - r.left, r.bottom - r.top) >= _SHORTEST]
    groups: list[tuple[list[Rule], Rule]] = []
    for rule in sorted(long, key=lambda rule: (rule.top, rule.left)):
        joined, box = [rule], rule
        apart = []
        for members, bounds in groups:
            if _touch(bounds, box):
                joined += members
                box = _around(bounds, box)
            else:
                apart.append((members, bounds))
        groups = [*apart, (joined, box)]
    return [members for members, _ in groups]


def _touch(first: Rule, second: Rule) -> bool:
    return (
        first.left <= second.right + _NEAR
        and second.left <= first.right + _NEAR
        and first.top <= second.bottom + _NEAR
        and second.top <= first.bottom + _NEAR
    )


def _around(first: Rule, second: Rule) -> Rule:
    return Rule(
        min(first.left, second.left),
        min(first.top, second.top),
        max(first.right, second.right),
        max(first.bottom, second.bottom),
    )
