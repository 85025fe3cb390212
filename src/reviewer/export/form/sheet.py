"""One worksheet of a form: its cells read and set, its rows repeated."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from lxml import etree
from openpyxl.formula.translate import Translator
from openpyxl.utils import column_index_from_string, get_column_letter

from reviewer.export.cell_text import clean_text
from reviewer.export.form.package import MAIN, Package
from reviewer.export.form.shifting import Insertion

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROW, _CELL, _VALUE, _INLINE, _TEXT, _FORMULA, _RUN, _SHARED_ITEM = (
    f"{{{MAIN}}}{tag}" for tag in ("row", "c", "v", "is", "t", "f", "r", "si")
)
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")
_SHARED_STRINGS = "sharedStrings"

Place = tuple[int, int]  # row and column, counted from 1


class Sheet:
    """A worksheet of `package`; changes go into its part."""

    def __init__(self, package: Package, title: str, part: str) -> None:
        self.title = title
        self.part = part
        self._package = package
        self._root = package.xml(part)
        self._data = self._root.find(f"{{{MAIN}}}sheetData")
        self._by_number: dict[int, etree._Element] | None = None
        self._unshare_formulas()

    @property
    def root(self) -> etree._Element:
        """The root of the part."""
        return self._root

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Give every cell with text, row by row; formulas are none."""
        for row in self._rows():
            for cell in row.iterchildren(_CELL):
                text = self._text_of(cell)
                if text is not None:
                    yield _place(cell), text

    def text(self, place: Place) -> str | None:
        """Return the text of a cell, None where it holds none."""
        cell = self._find(place)
        return None if cell is None else self._text_of(cell)

    def has_formula(self, place: Place) -> bool:
        """Tell whether a cell holds a formula."""
        cell = self._find(place)
        return cell is not None and cell.find(_FORMULA) is not None

    @property
    def last_row(self) -> int:
        """The number of the last row that is there, 0 where there is none."""
        return max((int(row.get("r")) for row in self._rows()), default=0)

    def set(self, place: Place, value: str | float | None) -> None:
        """Put a value into a cell, whose look stays as it is."""
        cell = self._make(place)
        for child in list(cell):
            cell.remove(child)
        cell.attrib.pop("t", None)
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, _INLINE), _TEXT)
            text.text = clean_text(value, "…")
            text.set(_SPACE, "preserve")
        elif value is not None:
            etree.SubElement(cell, _VALUE).text = f"{value:.10g}"

    def style_of(self, place: Place) -> int:
        """Return the number of a cell's style in the workbook, that of all cells by default."""
        cell = self._find(place)
        return 0 if cell is None else int(cell.get("s", "0"))

    def height_of(self, row: int) -> float | None:
        """Return the height in points that somebody gave a row, None where nobody did."""
        found = self._row(row)
        if found is None or found.get("customHeight") not in ("1", "true"):
            return None
        return float(found.get("ht", "0")) or None

    def clear_row(self, number: int) -> None:
        """Empty the cells of a row; their looks and formulas stay."""
        row = self._row(number)
        for cell in () if row is None else row.iterchildren(_CELL):
            if cell.find(_FORMULA) is None:
                self.set(_place(cell), None)

    def copy_row(self, number: int, copies: int) -> None:
        """Put `copies` more of row `number` below it, where there must be room."""
        original = self._row(number)
        if original is not None:
            for distance in range(copies, 0, -1):
                original.addnext(_copy_of_row(original, number, number + distance))
        self._by_number = None

    def move_rows(self, insertion: Insertion) -> None:
        """Give the rows below an insertion their new numbers."""
        self._by_number = None
        for row in self._rows():
            number = int(row.get("r"))
            if number <= insertion.after:
                continue
            row.set("r", str(insertion.row(number)))
            for cell in row.iterchildren(_CELL):
                letters = _letters(cell)
                cell.set("r", f"{letters}{insertion.row(number)}")

    def formulas(self) -> Iterator[etree._Element]:
        """Give every element of the sheet that holds a formula."""
        tags = ("f", "formula", "formula1", "formula2")
        for tag in tags:
            yield from self._root.iter(f"{{{MAIN}}}{tag}")

    def referring(self, attribute: str) -> Iterator[etree._Element]:
        """Give every element outside the rows that names cells by `attribute` (ref or sqref)."""
        for element in self._root.iter():
            if element.tag not in (_ROW, _CELL, _FORMULA) and element.get(attribute):
                yield element

    @cached_property
    def _strings(self) -> Sequence[etree._Element]:
        for kind, name in self._package.related("xl/workbook.xml"):
            if kind == _SHARED_STRINGS and name in self._package:
                return list(self._package.xml(name).iterchildren(_SHARED_ITEM))
        return ()

    def _text_of(self, cell: etree._Element) -> str | None:
        if cell.find(_FORMULA) is not None:
            return None
        kind = cell.get("t")
        if kind == "inlineStr":
            return _words(cell.find(_INLINE))
        value = cell.findtext(_VALUE)
        if kind == "s" and value is not None:
            return _words(self._strings[int(value)])
        return value if kind == "str" else None

    def _rows(self) -> Iterator[etree._Element]:
        return iter(()) if self._data is None else self._data.iterchildren(_ROW)

    @property
    def _numbered(self) -> dict[int, etree._Element]:
        """The rows by number; made anew after rows moved."""
        if self._by_number is None:
            self._by_number = {int(row.get("r")): row for row in self._rows()}
        return self._by_number

    def _row(self, number: int) -> etree._Element | None:
        return self._numbered.get(number)

    def _find(self, place: Place) -> etree._Element | None:
        row = self._row(place[0])
        if row is None:
            return None
        return next((cell for cell in row.iterchildren(_CELL) if _place(cell) == place), None)

    def _make(self, place: Place) -> etree._Element:
        found = self._find(place)
        if found is not None:
            return found
        number, column = place
        row = self._row(number)
        if row is None:
            row = etree.Element(_ROW, r=str(number))
            later = next((r for r in self._rows() if int(r.get("r")) > number), None)
            self._insert(self._data, row, later)
            self._numbered[number] = row
        cell = etree.Element(_CELL, r=f"{get_column_letter(column)}{number}")
        right = next((c for c in row.iterchildren(_CELL) if _place(c)[1] > column), None)
        self._insert(row, cell, right)
        return cell

    @staticmethod
    def _insert(
        parent: etree._Element, made: etree._Element, before: etree._Element | None
    ) -> None:
        if before is None:
            parent.append(made)
        else:
            before.addprevious(made)

    def _unshare_formulas(self) -> None:
        """Write out formulas that refer to the first of their kind, so that each can move."""
        masters: dict[str, tuple[str, str]] = {}
        for row in self._rows():
            for cell in row.iterchildren(_CELL):
                formula = cell.find(_FORMULA)
                if formula is None or formula.get("t") != "shared":
                    continue
                place, identity = cell.get("r", ""), formula.get("si", "")
                if formula.text:
                    masters[identity] = (f"={formula.text}", place)
                elif identity in masters:
                    text, origin = masters[identity]
                    formula.text = Translator(text, origin).translate_formula(place)[1:]
                for name in ("t", "si", "ref"):
                    formula.attrib.pop(name, None)


def _copy_of_row(original: etree._Element, number: int, new: int) -> etree._Element:
    row = copy.deepcopy(original)
    row.set("r", str(new))
    for cell in row.iterchildren(_CELL):
        letters = _letters(cell)
        cell.set("r", f"{letters}{new}")
        formula = cell.find(_FORMULA)
        if formula is not None and formula.text:
            moved = Translator(f"={formula.text}", f"{letters}{number}")
            formula.text = moved.translate_formula(f"{letters}{new}")[1:]
    return row


def _letters(cell: etree._Element) -> str:
    match = _PLACE.fullmatch(cell.get("r", ""))
    return match[1] if match else ""


def _place(cell: etree._Element) -> Place:
    match = _PLACE.fullmatch(cell.get("r", ""))
    return (int(match[2]), column_index_from_string(match[1])) if match else (0, 0)


def _words(item: etree._Element | None) -> str:
    """Return the text of a string item, its runs joined, phonetic hints left out."""
    if item is None:
        return ""
    plain = "".join(text.text or "" for text in item.iterchildren(_TEXT))
    runs = (run.findtext(_TEXT) or "" for run in item.iterchildren(_RUN))
    return plain + "".join(runs)
