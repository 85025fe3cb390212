from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.segments import segment
from reviewer.checking.word_index import Vocabulary, WordClauses, find_all

few_letters = st.text(alphabet="甲乙丙,", max_size=30)
words = st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=3), max_size=4)


@given(few_letters, words, words)
def test_the_clauses_of_any_list_of_words_are_found(
    text: str, known: list[str], others: list[str]
) -> None:
    segments = segment(text)
    found = WordClauses(Vocabulary(known), text, segments)
    for listed in (tuple(known), (*others, *known)):
        begins = [place for place in range(len(text)) if text.startswith(listed, place)]
        assert found.of(listed) == set(map(segments.clause_at, begins))


def test_words_that_begin_alike_are_told_apart() -> None:
    text = "法治,法治政府"
    found = WordClauses(Vocabulary(["法治", "法治政府"]), text, segment(text))
    assert (found.of(("法治",)), found.of(("法治政府",))) == ({0, 1}, {1})


def test_places_count_characters_outside_the_basic_plane_once() -> None:
    text = "𠮷,𠮷镇"
    assert WordClauses(Vocabulary(["𠮷镇"]), text, segment(text)).of(("𠮷镇",)) == {1}


def test_a_search_can_be_kept_to_a_stretch() -> None:
    assert list(find_all("甲乙甲乙", "甲", 1, 4)) == [2]
