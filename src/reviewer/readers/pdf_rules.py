"""The straight lines of a PDF page, for the tables drawn with them, and its pictures."""

from __future__ import annotations

import ctypes
import itertools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from reviewer.readers.paged import Rule
from reviewer.readers.source import SourceFile

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

# In points: a box this thin is a line, a line this slanting is none.
_THIN = 2.5
_SLANT = 1.0
# A path of more segments is a drawing.
_MOST_SEGMENTS = 400
# Pictures smaller than this share of the page's width or height are ornaments.
_SMALL = 0.08

Point = tuple[float, float]


def page_rules(page: PdfPage, file: SourceFile) -> tuple[list[Rule], int]:
    """Return the lines of a page, y upwards, and the number of its pictures.

    Raises UnreadableReport.
    """
    from pypdfium2 import raw as pdfium

    count = pdfium.FPDFPage_CountObjects(page.raw)
    if count > file.limits.nodes:
        raise file.error("too-large")
    rules: list[Rule] = []
    pictures = 0
    least = _SMALL * page.get_width(), _SMALL * page.get_height()
    for index in range(count):
        item = pdfium.FPDFPage_GetObject(page.raw, index)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules += _path_rules(item)
        elif kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_SHADING):
            left, bottom, right, top = _bounds(item)
            pictures += right - left > least[0] and top - bottom > least[1]
    return rules, pictures


def _bounds(item: Any) -> tuple[float, float, float, float]:
    from pypdfium2 import raw as pdfium

    edges = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _path_rules(item: Any) -> Iterator[Rule]:
    """Give the lines of a path: its own, or one for a box as thin as a line."""
    from pypdfium2 import raw as pdfium

    left, bottom, right, top = _bounds(item)
    if min(right - left, top - bottom) <= _THIN:
        yield Rule(left, bottom, right, top)
        return
    count = pdfium.FPDFPath_CountSegments(item)
    if not 0 < count <= _MOST_SEGMENTS:
        return
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    for part in _subpaths(item, count, matrix):
        yield from _part_rules(part)


def _subpaths(item: Any, count: int, matrix: Any) -> Iterator[list[Point]]:
    """Give the corners of every part of a path; parts with curves are left out."""
    from pypdfium2 import raw as pdfium

    x, y = ctypes.c_float(), ctypes.c_float()
    part: list[Point] = []
    straight = True
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if straight and part:
                yield part
            part, straight = [], True
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            straight = False
        part.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
        if pdfium.FPDFPathSegment_GetClose(segment):
            part.append(part[0])
    if straight and part:
        yield part


def _part_rules(corners: list[Point]) -> Iterator[Rule]:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    box = Rule(min(xs), min(ys), max(xs), max(ys))
    if min(box.right - box.left, box.bottom - box.top) <= _THIN:
        yield box
        return
    for (x, y), (next_x, next_y) in itertools.pairwise(corners):
        if min(abs(x - next_x), abs(y - next_y)) <= _SLANT:
            yield Rule(min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y))
