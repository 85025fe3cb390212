from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.word_index import WordIndex, find_all

few_letters = st.text(alphabet="甲乙丙", max_size=30)


@given(few_letters, st.text(alphabet="甲乙丙", min_size=2, max_size=3))
def test_every_place_of_a_word_is_found(text: str, word: str) -> None:
    expected = [place for place in range(len(text)) if text.startswith(word, place)]
    assert sorted(WordIndex(text).places(word, text)) == expected


@given(few_letters)
def test_single_characters_are_found_too(text: str) -> None:
    expected = [place for place, character in enumerate(text) if character == "乙"]
    assert sorted(WordIndex(text).places("乙", text)) == expected


def test_masked_places_are_not_found() -> None:
    assert list(WordIndex("调解与调解").places("调解", "\0\0与调解")) == [3]


def test_a_search_can_be_kept_to_a_stretch() -> None:
    assert list(find_all("甲乙甲乙", "甲", 1, 4)) == [2]
