from __future__ import annotations

import pytest

from reviewer.export.form.shifting import Insertion

THREE_BELOW_FIVE = Insertion("表", after=5, count=3)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("B4", "B4"),
        ("B5", "B5"),
        ("B6", "B9"),
        ("$B$6", "$B$9"),
        ("B5:B5", "B5:B8"),
        ("A1:C9", "A1:C12"),
        ("A6:C9", "A9:C12"),
        ("A1:C4", "A1:C4"),
        ("$1:$6", "$1:$9"),
        ("A:C", "A:C"),
        ("总分", "总分"),
    ],
)
def test_an_area_over_the_row_grows_and_what_is_below_moves(before: str, after: str) -> None:
    assert THREE_BELOW_FIVE.area(before) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(E5:E5)/COUNT(E5:E5)", "SUM(E5:E8)/COUNT(E5:E8)"),
        ('IF(A6="A6",B6,"表!B6")', 'IF(A9="A6",B9,"表!B6")'),
        ("另表!B6+B6", "另表!B6+B9"),
        ("'表'!B6*2", "'表'!B9*2"),
    ],
)
def test_formulas_follow_their_rows(before: str, after: str) -> None:
    assert THREE_BELOW_FIVE.formula(before, "表") == after


def test_formulas_of_other_sheets_follow_only_where_they_name_the_sheet() -> None:
    assert THREE_BELOW_FIVE.formula("B6+表!B6", "另表") == "B6+表!B9"


def test_a_sheet_s_name_with_signs_is_known_by_its_quotes() -> None:
    insertion = Insertion("O'Neil 表", after=1, count=1)
    assert insertion.formula("'O''Neil 表'!A2", "") == "'O''Neil 表'!A3"


def test_a_chart_shows_all_copies_of_a_single_cell() -> None:
    assert THREE_BELOW_FIVE.charted("'表'!$E$5") == "'表'!$E$5:$E$8"
