"""Plain tables whose columns stay aligned between Han and Latin text."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.support.width import display_width, pad

_GAP = "  "


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return `rows` as lines, every column as wide as its widest cell; the last one is free."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    *front, last = row
    padded = [pad(cell, width) for cell, width in zip(front, widths, strict=False)]
    return _GAP.join([*padded, last]).rstrip()
