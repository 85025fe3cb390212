from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from reviewer.export.workbook.cells import (
    MAX_UNITS,
    clean_text,
    first_units,
    lines_needed,
    put_text,
)

NOTE = "……（截断）"


def through_a_file(text: str) -> tuple[object, str, bool]:
    """Return what a cell with `text` holds after saving and reading: value, type, quote prefix."""
    book, file = Workbook(), io.BytesIO()
    put_text(book.active["A1"], text, NOTE)
    book.save(file)
    cell = load_workbook(file).active["A1"]
    return cell.value, cell.data_type, cell.quotePrefix


@pytest.mark.parametrize("text", ["=1+1", "+86 10", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "="])
def test_text_that_looks_like_a_formula_stays_text(text: str) -> None:
    assert through_a_file(text) == (text, "s", True)


def test_a_formula_behind_a_control_character_stays_text() -> None:
    assert through_a_file("\x00=1+1") == ("=1+1", "s", True)


def test_plain_text_needs_no_quote_prefix() -> None:
    assert through_a_file("第一行\n第二行 𠮷😀") == ("第一行\n第二行 𠮷😀", "s", False)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\x00b\x0bc\x1fd", "abcd"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("a\ufffe\uffffb", "ab"),
        ("a\udc80b", "a\ufffdb"),
    ],
)
def test_what_xml_cannot_carry_is_taken_out(text: str, clean: str) -> None:
    assert clean_text(text, NOTE) == clean


@given(st.text(st.characters()))
def test_any_text_gets_into_a_file_and_back(text: str) -> None:
    value, kind, _ = through_a_file(text)
    assert value == (clean_text(text, NOTE) or None)
    assert kind in ("s", "n")  # an empty cell reads as a number


@pytest.mark.parametrize("sign", ["镇", "😀"])
def test_a_text_too_long_for_a_cell_is_cut_and_says_so(sign: str) -> None:
    cut = clean_text(sign * (MAX_UNITS + 1), NOTE)
    assert cut.endswith(NOTE)
    assert set(cut.removesuffix(NOTE)) == {sign}
    assert MAX_UNITS - 1 <= len(cut.encode("utf-16-le")) // 2 <= MAX_UNITS


def test_a_text_of_just_the_length_is_kept() -> None:
    assert clean_text("镇" * MAX_UNITS, NOTE) == "镇" * MAX_UNITS


def test_cutting_never_halves_a_character() -> None:
    assert first_units("a😀b", 2) == "a"
    assert first_units("a😀b", 3) == "a😀"


def test_han_text_needs_a_line_for_every_half_width() -> None:
    assert lines_needed("镇" * 10, 11.0) == 2
    assert lines_needed("镇\n\n镇", 11.0) == 3
    assert lines_needed("", 11.0) == 1
