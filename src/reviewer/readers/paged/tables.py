"""Tables drawn with lines: which glyphs stand in which cell."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from reviewer.readers.paged.glyph import Glyph, Rule

# In points: lines this near to each other are one.
_NEAR = 3.0
_SHORTEST = 6.0
_MOST_RULES = 4_000


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
        self._level = [rule for rule in rules if _is_level(rule)]
        self._upright = [rule for rule in rules if not _is_level(rule)]
        rows = _places([(rule.top + rule.bottom) / 2 for rule in self._level])
        columns = _places([(rule.left + rule.right) / 2 for rule in self._upright])
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
        while column > 0 and not self._parted(self._upright, self.table.columns[column], y):
            column -= 1
        while row > 0 and not self._parted(self._level, self.table.rows[row], x):
            row -= 1
        self.table.cells[row][column].append(glyph)
        self.filled = True

    @staticmethod
    def _parted(rules: list[Rule], place: float, across: float) -> bool:
        """Tell whether a line stands at `place` where it is crossed at `across`."""
        for rule in rules:
            if _is_level(rule):
                at, start, end = rule.top, rule.left, rule.right
            else:
                at, start, end = rule.left, rule.top, rule.bottom
            if abs(at - place) <= _NEAR and start - _NEAR <= across <= end + _NEAR:
                return True
        return False


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
