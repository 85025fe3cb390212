"""Glyphs on one baseline become a row: its segments, with blanks where the gaps say so."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.readers.line import Line, Piece
from reviewer.readers.paged.glyph import Glyph

# All in em, the size of the text.
_BASELINE_SPREAD = 0.4
_SEGMENT_GAP = 1.0
_LATIN_GAP = 0.17
_HAN_GAP = 0.22
_POINT_GAP = 0.6
_OVERPRINT = 0.15
# A row of fewer characters says nothing of how far they are spread.
_FEW = 6
_LAST_LATIN = "\u024f"


@dataclass
class Segment:
    """Text without a wide gap in it; complete before anyone asks for its size or text."""

    left: float
    right: float
    pieces: list[Piece]

    @cached_property
    def size(self) -> float:
        """The size of most of the text, in points."""
        sizes: Counter[float] = Counter()
        for text, look in self.pieces:
            sizes[look.size or 0.0] += len(text)
        return sizes.most_common(1)[0][0]

    @cached_property
    def text(self) -> str:
        """What the segment says."""
        return "".join(text for text, _ in self.pieces)


@dataclass
class Row:
    """The segments on one baseline, from left to right.

    A table takes part in the order of rows as a row of its own, which has its lines ready.
    """

    base: float
    segments: list[Segment]
    lines: Sequence[Line] = ()

    @cached_property
    def left(self) -> float:
        """Where the first segment begins."""
        return self.segments[0].left

    @cached_property
    def right(self) -> float:
        """Where the last segment ends."""
        return self.segments[-1].right

    @cached_property
    def size(self) -> float:
        """The size of the longest segment."""
        return max(self.segments, key=lambda segment: len(segment.text)).size

    @property
    def pieces(self) -> list[Piece]:
        """All text of the row; a wide gap is a blank."""
        pieces: list[Piece] = []
        for segment in self.segments:
            if pieces:
                pieces.append((" ", pieces[-1][1]))
            pieces += segment.pieces
        return pieces

    @cached_property
    def text(self) -> str:
        """What the row says."""
        return " ".join(segment.text for segment in self.segments)


def rows_of(glyphs: Iterable[Glyph]) -> list[Row]:
    """Return the rows of a page or cell from top to bottom; blank ones are left out."""
    rows: list[Row] = []
    line: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.base):
        if line and glyph.base - line[0].base > _BASELINE_SPREAD * max(glyph.size, line[0].size):
            rows += _row(line)
            line = []
        line.append(glyph)
    rows += _row(line)
    return rows


def _row(glyphs: list[Glyph]) -> list[Row]:
    segments: list[Segment] = []
    before: Glyph | None = None
    blank = False
    ordered = sorted(glyphs, key=lambda glyph: glyph.left)
    spread = _usual_gap(ordered)
    for glyph in ordered:
        if not glyph.text.strip():
            # A blank that is painted counts only between two glyphs; its width is no gap.
            blank = True
            if before is not None and glyph.left - before.right < _SEGMENT_GAP * glyph.size:
                before = before._replace(right=max(before.right, glyph.right))
            continue
        if before is not None and _same_place(before, glyph):
            continue
        if before is None or glyph.left - before.right > _SEGMENT_GAP * glyph.size:
            segments.append(Segment(glyph.left, glyph.right, []))
        elif blank or _is_gap(before, glyph, spread):
            segments[-1].pieces.append((" ", before.look))
        _append(segments[-1], glyph)
        before, blank = glyph, False
    if not segments:
        return []
    bases = sorted(glyph.base for glyph in glyphs)
    return [Row(bases[len(bases) // 2], segments)]


def _append(segment: Segment, glyph: Glyph) -> None:
    pieces = segment.pieces
    if pieces and pieces[-1][1] == glyph.look:
        pieces[-1] = (pieces[-1][0] + glyph.text, glyph.look)
    else:
        pieces.append((glyph.text, glyph.look))
    segment.right = max(segment.right, glyph.right)


def _same_place(before: Glyph, glyph: Glyph) -> bool:
    """Tell whether a glyph is painted over itself to look bold."""
    return before.text == glyph.text and glyph.left - before.left < _OVERPRINT * glyph.size


def _usual_gap(glyphs: list[Glyph]) -> float:
    """Return by how much a row's characters are spread out to fill it, in points."""
    if len(glyphs) < _FEW:
        return 0.0
    gaps = sorted(after.left - glyph.right for glyph, after in itertools.pairwise(glyphs))
    return max(0.0, gaps[len(gaps) // 2])


def _is_gap(before: Glyph, glyph: Glyph, spread: float) -> bool:
    latin = (before.text[-1] <= _LAST_LATIN) + (glyph.text[0] <= _LAST_LATIN)
    if latin == 1:
        # Word processors part Han and Latin characters by a quarter em that is no blank.
        return False
    wide = _LATIN_GAP if latin else _HAN_GAP
    if before.text == "." and glyph.text.isdecimal():
        # Some fonts set a decimal point in a box much wider than it.
        wide = _POINT_GAP
    return glyph.left - before.right - spread > wide * glyph.size
