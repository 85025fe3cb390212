from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import MakePattern

from reviewer.checking.case import Scope
from reviewer.checking.segments import numbers_in, segment
from reviewer.checking.word_index import Vocabulary, WordClauses, find_all, word_lists

few_letters = st.text(alphabet="甲乙丙,", max_size=30)
words = st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=3), max_size=4)


@given(few_letters, words, words)
def test_the_clauses_of_any_list_of_words_are_found(
    text: str, known: list[str], others: list[str]
) -> None:
    segments = segment(text)
    found = WordClauses(Vocabulary([tuple(known)]), text, segments)
    for listed in (tuple(known), (*others, *known)):
        begins = [place for place in range(len(text)) if text.startswith(listed, place)]
        assert found.of(listed) == segments.set_at(begins)


def test_words_that_begin_alike_are_told_apart() -> None:
    text = "法治,法治政府"
    found = WordClauses(Vocabulary([("法治",), ("法治政府",)]), text, segment(text))
    assert [numbers_in(found.of((word,))) for word in ("法治", "法治政府")] == [[0, 1], [1]]


def test_places_count_characters_outside_the_basic_plane_once() -> None:
    text = "𠮷,𠮷镇"
    found = WordClauses(Vocabulary([("𠮷镇",)]), text, segment(text))
    assert numbers_in(found.of(("𠮷镇",))) == [1]


def test_words_are_found_in_every_stretch_of_a_long_text() -> None:
    text = "合同三份,审核两份。\n" * 1_000
    found = WordClauses(Vocabulary([("审核",)]), text, segment(text))
    assert numbers_in(found.of(("审核",))) == list(range(1, 3_000, 3))


def test_a_search_can_be_kept_to_a_stretch() -> None:
    assert list(find_all("甲乙甲乙", "甲", 1, 4)) == [2]


def test_the_words_of_a_rule_are_those_its_patterns_and_scopes_look_for(
    pattern: MakePattern,
) -> None:
    rule = (pattern("合同|协议 & {n 份} & !草案 @ #法制"), Scope(None, ("合同段", "合同价")))
    lists = [("合同", "协议"), ("草案",), ("法制",), ("合同段", "合同价")]
    assert set(word_lists(rule)) >= set(lists)
    assert ("份",) not in word_lists(rule)
