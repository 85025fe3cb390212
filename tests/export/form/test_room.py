from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

from reviewer.export.form.package import Package
from reviewer.export.form.room import Room, room_of
from reviewer.export.form.sheet import Sheet

MakeForm = Callable[..., Path]
GROWN = 27  # lines of 11 points in the highest row there can be


def room(path: Path, row: int = 1, column: int = 1) -> Room:
    package = Package(path)
    ((title, part),) = package.sheets()
    return room_of(package, Sheet(package, title, part), (row, column))


def dressed(**looks: object) -> Callable[[Workbook], None]:
    """Return what dresses A1: width, height, size, merge, and wrapped text unless `wrap` is off."""

    def dress(book: Workbook) -> None:
        sheet = book.active
        cell = sheet["A1"]
        cell.alignment = Alignment(wrap_text=looks.get("wrap", True))
        cell.font = Font(size=looks.get("size", 11))
        sheet.column_dimensions["A"].width = looks.get("width", 20)
        if "height" in looks:
            sheet.row_dimensions[1].height = looks["height"]
        if "merge" in looks:
            sheet.merge_cells(looks["merge"])

    return dress


@pytest.mark.parametrize(
    ("looks", "lines"),
    [
        ({}, GROWN),
        ({"height": 60}, 4),
        ({"height": 60, "size": 22}, 2),
        ({"height": 5}, 1),
        ({"height": 60, "wrap": False}, GROWN),
        ({"merge": "A1:A3"}, 3),
        ({"merge": "A1:A3", "height": 60}, 6),
    ],
)
def test_a_cell_shows_as_many_lines_as_its_height_has_and_grows_where_it_may(
    make_form: MakeForm, looks: dict[str, object], lines: int
) -> None:
    assert room(make_form({"A1": "甲"}, dressed(**looks))).lines == lines


@pytest.mark.parametrize(
    ("looks", "width"),
    [({}, 20), ({"size": 22}, 10), ({"merge": "A1:B1"}, 20 + 8.43)],
)
def test_a_cell_is_as_wide_as_its_columns_in_digits_of_its_type(
    make_form: MakeForm, looks: dict[str, object], width: float
) -> None:
    assert room(make_form({"A1": "甲"}, dressed(**looks))).width == pytest.approx(width, abs=0.01)


def test_a_cell_that_is_not_there_has_the_usual_room(make_form: MakeForm) -> None:
    assert room(make_form({"A1": "甲"}), 5, 5) == Room(8.43, GROWN)


def test_han_characters_take_two_digits() -> None:
    two_lines = Room(21.0, 2)
    assert two_lines.holds("字" * 20)
    assert not two_lines.holds("字" * 21)
    assert not two_lines.holds("甲\n乙\n丙")
