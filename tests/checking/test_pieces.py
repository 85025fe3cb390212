"""Passages are compared by characters, pairs and families of words."""

from __future__ import annotations

from reviewer.checking.pieces import Pieces, pairs


def test_a_text_has_its_characters_pairs_and_the_families_of_its_words() -> None:
    pieces = Pieces({"水": ["井", "灌溉渠"], "路": ["村道"], "桥": ["灌桥"]})
    assert pieces.of("修灌溉渠") == {*"修灌溉渠", "修灌", "灌溉", "溉渠", "<水>"}
    assert pieces.of("打井") == {"打", "井", "打井", "<水>"}


def test_a_family_counts_most_and_a_character_least() -> None:
    assert Pieces.weight("井") < Pieces.weight("打井") < Pieces.weight("<水>")


def test_pairs_reach_over_no_mark() -> None:
    assert pairs("修路，打井") == {"修路", "打井"}
