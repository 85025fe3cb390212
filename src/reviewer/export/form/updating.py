"""Puts reports into a table that may have rows already: one row for each unit."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl.utils import column_index_from_string

from reviewer.checklist import Checklist
from reviewer.export.form.columns import Columns
from reviewer.export.form.fields import PROBLEMS, ReportValues, folded, load_field_names
from reviewer.export.form.filling import values_of
from reviewer.export.form.moving import repeat_row
from reviewer.export.form.package import Package
from reviewer.export.form.placeholders import FilledCell, PlaceholderReader
from reviewer.export.form.room import Room, room_of
from reviewer.export.form.sheet import Place, Sheet
from reviewer.export.kept import kept_copy
from reviewer.export.whole_file import write_whole
from reviewer.review import Review
from reviewer.support.errors import ExportError
from reviewer.support.messages import Language


def fill_columns(
    path: Path, columns: Columns, reviews: Sequence[Review], *, language: Language = "zh"
) -> bytes:
    """Return the workbook at `path` with a row for each of `reviews`, as the bytes of an .xlsx.

    The row of a unit that is there is updated, a new one is put below the last; formulas and all
    other cells stay. Raises ExportError.
    """
    package, table, cells = _opened(path, columns, reviews[0].checklist)
    for values in values_of(reviews, language):
        table.put(values, cells)
    return package.save()


def shortens_problems_in(
    path: Path, columns: Columns, reviews: Sequence[Review], language: Language
) -> bool:
    """Tell whether the table cannot hold the problems of a report with their reasons."""
    _, table, cells = _opened(path, columns, reviews[0].checklist)
    return table.shortens(values_of(reviews, language), cells)


def _opened(
    path: Path, columns: Columns, checklist: Checklist
) -> tuple[Package, _Table, list[FilledCell]]:
    package = Package(path)
    parts = dict(package.sheets())
    if columns.sheet not in parts:
        raise ExportError("form-no-sheet", path=path, sheet=columns.sheet)
    sheet = Sheet(package, columns.sheet, parts[columns.sheet])
    table = _Table(package, sheet, columns, path)
    reader = PlaceholderReader(load_field_names(), checklist)
    cells = [
        reader.read(
            (columns.header_row, int(column_index_from_string(letter))),
            f"{{{{{name}}}}}",
            f"{columns.sheet}!{letter}",
        )
        for letter, name in columns.fields.items()
    ]
    return package, table, cells


def update_workbook(
    path: Path, columns: Columns, reviews: Sequence[Review], *, language: Language = "zh"
) -> Path:
    """Put `reviews` into the workbook at `path`; return the copy of the old one beside it.

    Raises ExportError, also where the workbook was changed meanwhile; it is then as it was.
    """
    before = _changed(path)
    content = fill_columns(path, columns, reviews, language=language)
    with kept_copy(path, language) as backup:
        if _changed(path) != before:
            raise ExportError("form-changed", path=path)
        write_whole(path, content)
    return backup


def write_updated(
    path: Path,
    target: Path,
    columns: Columns,
    reviews: Sequence[Review],
    *,
    language: Language = "zh",
) -> None:
    """Write the workbook at `path` with a row for each of `reviews` under another name.

    Raises ExportError; the workbook itself stays as it is.
    """
    write_whole(target, fill_columns(path, columns, reviews, language=language))


def _changed(path: Path) -> int:
    """Return when the workbook was changed last. Raises ExportError."""
    try:
        return path.stat().st_mtime_ns
    except OSError as error:
        raise ExportError("form-unreadable", path=path, problem=error) from error


class _Table:
    """The rows below the headings, by unit."""

    def __init__(self, package: Package, sheet: Sheet, columns: Columns, path: Path) -> None:
        self._package = package
        self._sheet = sheet
        self._columns = columns
        self._path = path
        self._unit = int(column_index_from_string(columns.unit))
        self._totals = load_field_names().totals
        self._rows: dict[str, int] = {}
        self._last = columns.header_row
        while name := self._unit_in(self._last + 1):
            self._last += 1
            self._rows[folded(name)] = self._last

    def put(self, values: ReportValues, cells: Sequence[FilledCell]) -> None:
        """Write the values of a report into its unit's row."""
        known = self._row_of(values.unit)
        row = known or self._new_row(values.unit)
        for cell in cells:
            place, (placeholder,) = (row, cell.place[1]), cell.placeholders
            if self._sheet.has_formula(place):
                continue
            if placeholder.field.name == "number":
                if not known:
                    self._sheet.set(place, float(row - self._columns.header_row))
            elif not (known and cell.place[1] == self._unit):
                room = self._room(place) if placeholder.field == PROBLEMS else None
                self._sheet.set(place, values.of(placeholder.field, room=room))

    def shortens(self, values: Sequence[ReportValues], cells: Sequence[FilledCell]) -> bool:
        """Tell whether the first row is too small for the problems of a report."""
        places = [c.place for c in cells if c.placeholders[0].field == PROBLEMS]
        rooms = [self._room((self._columns.header_row + 1, column)) for _, column in places]
        return any(each.is_shortened(room) for room in rooms for each in values)

    def _room(self, place: Place) -> Room:
        return room_of(self._package, self._sheet, place)

    def _row_of(self, unit: str) -> int | None:
        """Return the row of a unit, also where one of the names is the longer, as with a county."""
        wanted = folded(unit)
        if wanted in self._rows:
            return self._rows[wanted]
        alike = [row for name, row in self._rows.items() if wanted in name or name in wanted]
        return alike[0] if len(alike) == 1 else None

    def _new_row(self, unit: str) -> int:
        row = self._last + 1
        if not self._is_free(row):
            if self._last == self._columns.header_row:
                raise ExportError("form-no-room", path=self._path, sheet=self._sheet.title)
            repeat_row(self._package, self._sheet, self._last, 1)
            self._sheet.clear_row(row)
        self._last = row
        self._rows[folded(unit)] = row
        return row

    def _unit_in(self, row: int) -> str | None:
        """Return the unit named in a row, None in an empty one and in that of the totals."""
        name = self._sheet.text((row, self._unit))
        if not name or not name.strip() or self._holds_totals(row):
            return None
        return name

    def _is_free(self, row: int) -> bool:
        """Tell whether a row may take a new unit: no words in its cells, no totals."""
        places = ((row, int(column_index_from_string(c))) for c in self._columns.fields)
        return not self._holds_totals(row) and not any(self._sheet.text(p) for p in places)

    def _holds_totals(self, row: int) -> bool:
        return any(
            text is not None and folded(text).startswith(self._totals)
            for text in (self._sheet.text((row, column)) for column in range(1, self._unit + 1))
        )
