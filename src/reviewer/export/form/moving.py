"""Moves everything in a workbook that names rows below new ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from reviewer.export.form.package import MAIN, Package
from reviewer.export.form.sheet import Sheet
from reviewer.export.form.shifting import Insertion

_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MERGE, _MERGES, _BREAK = (f"{{{MAIN}}}{tag}" for tag in ("mergeCell", "mergeCells", "brk"))
_ROW_BREAKS = f"{{{MAIN}}}rowBreaks"
_BOX_ROW = re.compile(rb"<x:Row>([0-9]+)</x:Row>")
_ONE_ROW = re.compile(r"([A-Z]+)([0-9]+):([A-Z]+)\2")


def repeat_row(package: Package, sheet: Sheet, number: int, copies: int) -> None:
    """Put `copies` more of row `number` below it; what stood below moves down.

    Formulas, areas, merged cells, pictures and charts follow, here and on other sheets.
    """
    if copies > 0:
        _make_room(package, sheet, Insertion(sheet.title, number, copies))
        sheet.copy_row(number, copies)


def _make_room(package: Package, sheet: Sheet, insertion: Insertion) -> None:
    """Move what stands below `insertion` in `sheet` and what refers to it anywhere."""
    sheet.move_rows(insertion)
    for title, part in package.sheets():
        other = sheet if part == sheet.part else Sheet(package, title, part)
        for formula in other.formulas():
            if formula.text:
                formula.text = insertion.formula(formula.text, title)
    for name in package.workbook.iter(f"{{{MAIN}}}definedName"):
        if name.text:
            name.text = insertion.formula(name.text, "")
    repeated = _merged_in_row(sheet, insertion.after)
    for element in sheet.referring("ref"):
        element.set("ref", insertion.area(element.get("ref", "")))
    for element in sheet.referring("sqref"):
        areas = map(insertion.spread, element.get("sqref", "").split())
        element.set("sqref", " ".join(areas))
    _merge_copies(sheet, repeated, insertion)
    for breaks in sheet.root.iter(_ROW_BREAKS):
        for mark in breaks.iter(_BREAK):
            mark.set("id", str(insertion.row(int(mark.get("id", "0")))))
    _move_companions(package, sheet, insertion)


def _merged_in_row(sheet: Sheet, row: int) -> list[etree._Element]:
    """Return the merged cells that lie in one row, which its copies need too."""
    merges = []
    for element in sheet.root.iter(_MERGE):
        match = _ONE_ROW.fullmatch(element.get("ref", ""))
        if match and int(match[2]) == row:
            merges.append(element)
    return merges


def _merge_copies(sheet: Sheet, repeated: list[etree._Element], insertion: Insertion) -> None:
    for element in repeated:
        # The area has grown over the copies like any other: each row is merged by itself.
        first, _, last = element.get("ref", "").partition(":")
        letters, last_letters = (re.sub(r"[0-9]+", "", place) for place in (first, last))
        for row in range(insertion.after, insertion.after + insertion.count + 1):
            reference = f"{letters}{row}:{last_letters}{row}"
            if row == insertion.after:
                element.set("ref", reference)
            else:
                element.addnext(etree.Element(_MERGE, ref=reference))
    for merges in sheet.root.iter(_MERGES):
        merges.set("count", str(len(merges)))


def _move_companions(package: Package, sheet: Sheet, insertion: Insertion) -> None:
    """Move pictures, tables and comments of the sheet, and what charts anywhere show of it."""
    for kind, part in list(package.related(sheet.part)):
        if part not in package:
            continue
        if kind == "drawing":
            for row in package.xml(part).iter(f"{{{_DRAWING}}}row"):
                # Drawings count rows from 0.
                row.text = str(insertion.row(int(row.text or "0") + 1) - 1)
        elif kind in ("table", "comments"):
            for element in package.xml(part).iter():
                if element.get("ref"):
                    element.set("ref", insertion.area(element.get("ref", "")))
        elif kind == "vmlDrawing":  # the boxes of comments; not always XML
            package.replace(part, _BOX_ROW, lambda m: _moved_box(m, insertion))
    for chart in _charts(package):
        for formula in chart.iter(f"{{{_CHART}}}f"):
            if formula.text:
                formula.text = insertion.charted(formula.text)


def _charts(package: Package) -> Iterator[etree._Element]:
    for _, sheet in package.sheets():
        drawings = [part for kind, part in package.related(sheet) if kind == "drawing"]
        for drawing in drawings:
            for kind, part in package.related(drawing):
                if kind == "chart" and part in package:
                    yield package.xml(part)


def _moved_box(match: re.Match[bytes], insertion: Insertion) -> bytes:
    return b"<x:Row>%d</x:Row>" % (insertion.row(int(match[1]) + 1) - 1)
