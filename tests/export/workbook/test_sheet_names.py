from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.export.workbook.sheet_names import MAX_UNITS, sheet_name


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("青溪镇", "青溪镇"),
        ("a[b]:c*d?e/f\\g", "a b  c d e f g"),
        ("'青溪镇'", "青溪镇"),
        ("", "未知"),
        ("///", "未知"),
        ("History", "History (2)"),
        ("镇" * 40, "镇" * 31),
        ("😀" * 20, "😀" * 15),
    ],
)
def test_a_name_becomes_one_that_excel_takes(wanted: str, name: str) -> None:
    assert sheet_name(wanted, [], "未知") == name


def test_equal_names_are_numbered() -> None:
    taken = ["汇总"]
    for _ in range(3):
        taken.append(sheet_name("Town", taken, "x"))
    taken.append(sheet_name("TOWN", taken, "x"))
    assert taken == ["汇总", "Town", "Town (2)", "Town (3)", "TOWN (4)"]


def test_a_long_name_makes_room_for_its_number() -> None:
    assert sheet_name("镇" * 40, ["镇" * 31], "x") == "镇" * 27 + " (2)"


@given(st.lists(st.text(st.characters(), max_size=40), max_size=6))
def test_names_are_always_short_unique_and_allowed(wanted: list[str]) -> None:
    taken: list[str] = []
    for text in wanted:
        taken.append(sheet_name(text, taken, "未知"))
    assert len({name.lower() for name in taken}) == len(taken)
    for name in taken:
        assert 0 < len(name.encode("utf-16-le")) // 2 <= MAX_UNITS
        assert not set(name) & set("[]:*?/\\")
        assert name == name.strip("'")
