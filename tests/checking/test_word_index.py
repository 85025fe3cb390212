from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import MakePattern

from reviewer.checking.case import Scope
from reviewer.checking.segments import segment
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
        assert found.of(listed) == set(map(segments.clause_at, begins))


def test_words_that_begin_alike_are_told_apart() -> None:
    text = "法治,法治政府"
    found = WordClauses(Vocabulary([("法治",), ("法治政府",)]), text, segment(text))
    assert (found.of(("法治",)), found.of(("法治政府",))) == ({0, 1}, {1})


def test_places_count_characters_outside_the_basic_plane_once() -> None:
    text = "𠮷,𠮷镇"
    assert WordClauses(Vocabulary([("𠮷镇",)]), text, segment(text)).of(("𠮷镇",)) == {1}


def test_a_search_can_be_kept_to_a_stretch() -> None:
    assert list(find_all("甲乙甲乙", "甲", 1, 4)) == [2]


@pytest.mark.parametrize(("line", "held"), [("合同 & 审核", True), ("合同 & 听证", False)])
def test_a_pattern_that_needs_a_word_that_is_lacking_cannot_hold(
    line: str, held: bool, pattern: MakePattern
) -> None:
    sought, text = pattern(line), "合同三份,审核两份。"
    found = WordClauses(Vocabulary(word_lists(sought)), text, segment(text))
    assert found.may_hold(sought) is held


def test_a_word_that_nobody_announced_may_stand_anywhere(pattern: MakePattern) -> None:
    assert WordClauses(Vocabulary([]), "合同", segment("合同")).may_hold(pattern("听证"))


def test_the_words_of_a_rule_are_those_its_patterns_and_scopes_look_for(
    pattern: MakePattern,
) -> None:
    rule = (pattern("合同|协议 & {n 份} & !草案 @ #法制"), Scope(None, ("合同段", "合同价")))
    lists = [("合同", "协议"), ("草案",), ("法制",), ("合同段", "合同价")]
    assert set(word_lists(rule)) >= set(lists)
    assert ("份",) not in word_lists(rule)
