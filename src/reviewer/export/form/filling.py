"""Fills a form that has placeholders."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from openpyxl.utils import get_column_letter

from reviewer.checklist import Checklist, Element
from reviewer.compare.ranking import ranks
from reviewer.export.form.fields import PROBLEMS, ReportValues, Value, as_text, load_field_names
from reviewer.export.form.moving import repeat_row
from reviewer.export.form.package import Package
from reviewer.export.form.placeholders import (
    FilledCell,
    Placeholder,
    PlaceholderReader,
    has_placeholders,
)
from reviewer.export.form.room import Room, room_of
from reviewer.export.form.sheet import Place, Sheet
from reviewer.review import Review
from reviewer.support.messages import Language, load_messages

_BETWEEN = "、"


@dataclass(frozen=True, slots=True)
class Form:
    """A form with placeholders.

    `per_report` says that each report fills a copy of its own: no row is repeated for reports.
    """

    path: Path
    per_report: bool


def read_form(path: Path, checklist: Checklist) -> Form | None:
    """Return the form at `path`, None where it has no placeholder.

    Raises ExportError for a file that is no workbook and for a placeholder that names no field.
    """
    package = Package(path)
    cells = [cell for _, cells in _sheets(package, checklist) for cell in cells]
    if not cells:
        return None
    placeholders = [p for cell in cells for p in cell.placeholders]
    return Form(path, per_report=not any(p.per_report for p in placeholders))


def fill_form(form: Form, reviews: Sequence[Review], *, language: Language = "zh") -> bytes:
    """Return the form filled with `reviews`, all of one checklist, as the bytes of an .xlsx.

    A form that is one per report takes one review. In any other, what stands outside the repeated
    rows is said of all reports: each different value once.
    """
    package = Package(form.path)
    values = values_of(reviews, language)
    for sheet, cells in _sheets(package, reviews[0].checklist):
        rows = [list(group) for _, group in groupby(cells, key=lambda cell: cell.place[0])]
        # From below, so that the rows above keep their numbers.
        for row in reversed(rows):
            _fill_row(package, sheet, row, values)
    return package.save()


def shortens_problems(form: Form, reviews: Sequence[Review], language: Language) -> bool:
    """Tell whether a cell of the form cannot hold the problems of a report with their reasons."""
    package = Package(form.path)
    each = values_of(reviews, language)
    rooms = [
        room
        for sheet, cells in _sheets(package, reviews[0].checklist)
        for cell in cells
        if (room := _room(package, sheet, cell, cell.place, 1)) is not None
    ]
    return any(values.is_shortened(room) for room in rooms for values in each)


def values_of(reviews: Sequence[Review], language: Language) -> list[ReportValues]:
    """Return the values of `reviews` in their order, ranked by their share of the points."""
    messages = load_messages(language)
    ranked = zip(reviews, ranks(reviews), strict=True)
    return [
        ReportValues(review, number, rank, messages)
        for number, (review, rank) in enumerate(ranked, start=1)
    ]


def _sheets(package: Package, checklist: Checklist) -> Iterable[tuple[Sheet, list[FilledCell]]]:
    reader = PlaceholderReader(load_field_names(), checklist)
    for title, part in package.sheets():
        sheet = Sheet(package, title, part)
        cells = [
            reader.read(place, text, f"{title}!{get_column_letter(place[1])}{place[0]}")
            for place, text in sheet.texts()
            if has_placeholders(text)
        ]
        yield sheet, cells


def _fill_row(
    package: Package, sheet: Sheet, cells: list[FilledCell], values: list[ReportValues]
) -> None:
    """Fill a row, once or as often as there are reports or elements."""
    entries = _entries([p for cell in cells for p in cell.placeholders], values)
    row = cells[0].place[0]
    repeat_row(package, sheet, row, len(entries) - 1)
    for distance, (own, element) in enumerate(entries):
        for cell in cells:
            place = (row + distance, cell.place[1])
            room = _room(package, sheet, cell, place, len(own))
            found = {p.written: _value(own, p, element, room) for p in cell.placeholders}
            sheet.set(place, cell.value(found))


def _entries(
    placeholders: list[Placeholder], values: list[ReportValues]
) -> list[tuple[list[ReportValues], Element | None]]:
    """Return for each copy of a row the reports it is about and its element, if any."""
    per_report = any(p.per_report for p in placeholders)
    reports = [[each] for each in values] if per_report else [values]
    if not any(p.per_element for p in placeholders):
        return [(own, None) for own in reports]
    return [(own, element) for own in reports for element in own[0].checklist.elements]


def _room(
    package: Package, sheet: Sheet, cell: FilledCell, place: Place, reports: int
) -> Room | None:
    """Return what a cell that asks for a list can show of each of the reports it is about."""
    if not any(placeholder.field == PROBLEMS for placeholder in cell.placeholders):
        return None
    whole = room_of(package, sheet, place)
    return Room(whole.width, max(1, whole.lines // reports))


def _value(
    own: list[ReportValues], placeholder: Placeholder, element: Element | None, room: Room | None
) -> Value:
    """Return the one value that all reports have, else the different ones in a row."""
    found = list(dict.fromkeys(each.of(placeholder.field, element, room) for each in own))
    if len(found) == 1:
        return found[0]
    return _BETWEEN.join(as_text(value) for value in found if value not in (None, ""))
