"""A table without placeholders: which column holds what, proposed from its headings."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openpyxl.utils import column_index_from_string, get_column_letter

from reviewer.checklist import Checklist
from reviewer.export.form.fields import FieldNames, folded, load_field_names
from reviewer.export.form.package import Package
from reviewer.export.form.sheet import Sheet
from reviewer.support.atomic import replace_file

_MOST_HEADING_ROWS = 30  # a table's headings stand near the top
_LEAST_COLUMNS = 2  # fewer are no table of reports
_HEADING_ROWS = 2  # one over the other at the most


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a table hold.

    `fields` maps a column's letter to the name of a field as a placeholder writes it, such as 单位
    or A01.得分. `header_row` is the last row of the headings, `unit` the letter of the column by
    which a report finds its row.
    """

    sheet: str
    header_row: int
    unit: str
    fields: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Heading:
    """The letter of a column and what stands over it."""

    letter: str
    text: str


def propose_columns(path: Path, checklist: Checklist) -> Columns | None:
    """Return what the headings of the workbook at `path` say; None where they tell too little.

    Raises ExportError for a file that is no workbook.
    """
    package, headings = Package(path), _Headings(load_field_names(), checklist)
    tables = [
        table
        for title, part in package.sheets()
        for table in _tables(Sheet(package, title, part), headings)
    ]
    return max(tables, key=lambda table: len(table.fields), default=None)


def headings(path: Path, columns: Columns) -> tuple[Heading, ...]:
    """Return every heading of the table, from left to right, also those that name no field.

    Raises ExportError for a file that is no workbook.
    """
    package = Package(path)
    part = dict(package.sheets()).get(columns.sheet)
    if part is None:
        return ()
    rows = range(columns.header_row - _HEADING_ROWS + 1, columns.header_row + 1)
    texts: dict[int, list[str]] = {}
    for (row, column), text in Sheet(package, columns.sheet, part).texts():
        if row in rows and text.strip():
            texts.setdefault(column, []).append(text.strip())
    known = {column_index_from_string(letter) for letter in columns.fields}
    # A title over the headings is none: it stands alone in its column.
    shown = {column: words[-1] for column, words in texts.items()}
    return tuple(
        Heading(get_column_letter(column), shown.get(column, ""))
        for column in sorted(known | set(shown))
    )


def fingerprint(path: Path, columns: Columns) -> str:
    """Return what tells a form from others: its sheet and its headings, hashed."""
    shown = [f"{heading.letter} {heading.text}" for heading in headings(path, columns)]
    words = "\n".join([columns.sheet, str(columns.header_row), *shown])
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def load_columns(file: Path) -> Columns | None:
    """Return the columns that were confirmed before, None where there are none."""
    if not file.is_file():
        return None
    kept = tomllib.loads(file.read_text(encoding="utf-8"))
    return Columns(kept["sheet"], kept["header_row"], kept["unit"], kept["fields"])


def keep_columns(columns: Columns, file: Path) -> None:
    """Keep confirmed columns for the next time. Raises OSError."""
    import tomli_w

    content = tomli_w.dumps(
        {
            "sheet": columns.sheet,
            "header_row": columns.header_row,
            "unit": columns.unit,
            "fields": dict(columns.fields),
        }
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    replace_file(file, lambda target: target.write(content.encode()))


class _Headings:
    """Reads a heading as the name of a field."""

    def __init__(self, names: FieldNames, checklist: Checklist) -> None:
        self._known = {folded(name): names.shown["report"][f] for name, f in names.report.items()}
        given = names.shown["group"]["given"]
        for group in checklist.groups:
            for name in (group.id, group.name, f"{group.id}{group.name}"):
                self._known.setdefault(folded(name), f"{group.id}.{given}")
        given = names.shown["element"]["given"]
        for element in checklist.elements:
            for name in (element.id, element.name, f"{element.id}{element.name}"):
                self._known.setdefault(folded(name), f"{element.id}.{given}")
        self.unit = names.shown["report"]["unit"]

    def read(self, text: str) -> str | None:
        """Return the field a heading names, None where it names none."""
        return self._known.get(folded(text))


def _tables(sheet: Sheet, headings: _Headings) -> Iterator[Columns]:
    """Give the table below each row that has enough headings, the unit's among them."""
    rows: dict[int, dict[str, str]] = {}
    for (row, column), text in sheet.texts():
        field = headings.read(text) if row <= _MOST_HEADING_ROWS else None
        if field is not None:
            rows.setdefault(row, {})[get_column_letter(column)] = field
    for row, fields in rows.items():
        below = rows.get(row + 1, {})
        under = {letter: field for letter, field in below.items() if letter not in fields}
        both = {**fields, **under}
        units = [letter for letter, field in both.items() if field == headings.unit]
        if units and len(both) >= _LEAST_COLUMNS:
            yield Columns(sheet.title, row + 1 if under else row, units[0], both)
