"""Puts rows and tables together where a format marks them paragraph by paragraph."""

from __future__ import annotations

from dataclasses import dataclass, field

from reviewer.readers.line import Line, table_lines

# Tables within tables beyond this occur in hostile files only.
_DEEPEST = 40


@dataclass(slots=True)
class _Table:
    rows: list[list[list[Line]]] = field(default_factory=list)
    cells: list[list[Line]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


class TableFolder:
    """Takes lines with the depth of tables they stand in and gives the finished lines."""

    def __init__(self) -> None:
        self._lines: list[Line] = []
        self._open: list[_Table] = []

    def add(self, lines: list[Line], depth: int) -> None:
        """Take the lines of a paragraph inside `depth` tables."""
        depth = max(0, min(depth, _DEEPEST))
        while len(self._open) > depth:
            self._close()
        while len(self._open) < depth:
            self._open.append(_Table())
        self._target.extend(lines)

    def end_cell(self) -> None:
        """End the cell of the innermost table."""
        if self._open:
            table = self._open[-1]
            table.cells.append(table.lines)
            table.lines = []

    def end_row(self) -> None:
        """End the row of the innermost table; what stands after its last cell is a cell too."""
        if self._open:
            table = self._open[-1]
            if table.lines:
                self.end_cell()
            if table.cells:
                table.rows.append(table.cells)
            table.cells = []

    def finish(self) -> list[Line]:
        """Return all lines, with open tables closed."""
        while self._open:
            self._close()
        lines, self._lines = self._lines, []
        return lines

    @property
    def _target(self) -> list[Line]:
        return self._open[-1].lines if self._open else self._lines

    def _close(self) -> None:
        self.end_row()
        finished = table_lines(self._open.pop().rows)
        self._target.extend(finished)
