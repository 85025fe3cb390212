from __future__ import annotations

import pytest

from reviewer.export.cell_text import MAX_UNITS, clean_text, first_units, lines_needed

NOTE = "……（截断）"


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
