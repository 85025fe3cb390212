"""How much text a cell of a form can show, by its width, its height and its type."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from openpyxl.utils import range_boundaries

from reviewer.export.cell_text import lines_needed
from reviewer.export.form.package import MAIN, Package
from reviewer.export.form.sheet import Place, Sheet

_COLUMN, _FORMAT, _MERGE = (f"{{{MAIN}}}{tag}" for tag in ("col", "sheetFormatPr", "mergeCell"))
_STYLES = "styles"
_USUAL_WIDTH, _USUAL_HEIGHT = 8.43, 15.0  # digits and points, where the sheet says nothing
_USUAL_SIZE = 11.0  # points of the type that widths are measured in
_LEADING = 1.36  # of a line, in sizes of its type
_MOST_HEIGHT = 409.0  # points; no row can be higher


@dataclass(frozen=True, slots=True)
class Room:
    """A cell's width in digits of its own type and the lines it shows."""

    width: float
    lines: int

    def holds(self, text: str) -> bool:
        """Tell whether `text`, wrapped, can be read wholly."""
        return lines_needed(text, max(self.width, 2.0)) <= self.lines


def room_of(package: Package, sheet: Sheet, place: Place) -> Room:
    """Return the room of a cell, or of all cells merged with it.

    A row grows with a text that wraps, unless somebody has set its height; merged cells never do.
    """
    first_row, first_column, last_row, last_column = _area(sheet, place)
    width = sum(_width(sheet, column) for column in range(first_column, last_column + 1))
    size, wraps = _look(package, sheet.style_of(place))
    heights = [_height(sheet, row) for row in range(first_row, last_row + 1)]
    merged = (first_row, first_column) != (last_row, last_column)
    fixed = wraps and (merged or all(own for _, own in heights))
    height = sum(height for height, _ in heights) if fixed else _MOST_HEIGHT
    return Room(width * _USUAL_SIZE / size, max(1, int(height / (size * _LEADING))))


def _area(sheet: Sheet, place: Place) -> tuple[int, int, int, int]:
    row, column = place
    for merged in sheet.root.iter(_MERGE):
        left, top, right, bottom = range_boundaries(merged.get("ref", "A1"))
        if top <= row <= bottom and left <= column <= right:
            return top, left, bottom, right
    return row, column, row, column


def _width(sheet: Sheet, column: int) -> float:
    for one in sheet.root.iter(_COLUMN):
        if int(one.get("min", "0")) <= column <= int(one.get("max", "0")) and one.get("width"):
            return float(one.get("width", ""))
    usual = sheet.root.find(_FORMAT)
    return float(usual.get("defaultColWidth", _USUAL_WIDTH) if usual is not None else _USUAL_WIDTH)


def _height(sheet: Sheet, row: int) -> tuple[float, bool]:
    """Return the height of a row in points, and whether somebody has set it."""
    own = sheet.height_of(row)
    if own is not None:
        return own, True
    usual = sheet.root.find(_FORMAT)
    found = usual.get("defaultRowHeight") if usual is not None else None
    return float(found or _USUAL_HEIGHT), False


def _look(package: Package, style: int) -> tuple[float, bool]:
    """Return the size of the type, in points, of a cell's style and whether its text wraps."""
    names = [name for kind, name in package.related("xl/workbook.xml") if kind == _STYLES]
    if not names or names[0] not in package:
        return _USUAL_SIZE, False
    root = package.xml(names[0])
    looks = _children(root, "cellXfs")
    if style >= len(looks):
        return _USUAL_SIZE, False
    alignment = looks[style].find(f"{{{MAIN}}}alignment")
    fonts, font = _children(root, "fonts"), int(looks[style].get("fontId", "0"))
    size = fonts[font].find(f"{{{MAIN}}}sz") if font < len(fonts) else None
    wraps = alignment is not None and alignment.get("wrapText") in ("1", "true")
    return float(size.get("val", _USUAL_SIZE)) if size is not None else _USUAL_SIZE, wraps


def _children(root: etree._Element, tag: str) -> list[etree._Element]:
    found = root.find(f"{{{MAIN}}}{tag}")
    return [] if found is None else list(found)
