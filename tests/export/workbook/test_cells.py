from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from reviewer.export.cell_text import clean_text
from reviewer.export.workbook.cells import put_text

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


@given(st.text(st.characters()))
def test_any_text_gets_into_a_file_and_back(text: str) -> None:
    value, kind, _ = through_a_file(text)
    assert value == (clean_text(text, NOTE) or None)
    assert kind in ("s", "n")  # an empty cell reads as a number
