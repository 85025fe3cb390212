from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.segments import segment
from reviewer.checking.word_index import Vocabulary, WordClauses, find_all

few_letters = st.text(alphabet="甲乙丙,", max_size=30)
words = st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=3), max_size=5)


@given(few_letters, words, words)
def test_the_clauses_of_every_word_are_found(
    text: str, known: list[str], others: list[str]
) -> None:
    segments = segment(text)
    found = WordClauses(Vocabulary(known), text, segments)
    for word in (*known, *others):
        begins = {place for place in range(len(text)) if text.startswith(word, place)}
        assert found[word] == set(map(segments.clause_at, begins))


def test_words_that_begin_alike_are_told_apart() -> None:
    text = "法治,法治政府"
    found = WordClauses(Vocabulary(["法治", "法治政府"]), text, segment(text))
    assert (found["法治"], found["法治政府"]) == ({0, 1}, {1})


def test_a_search_can_be_kept_to_a_stretch() -> None:
    assert list(find_all("甲乙甲乙", "甲", 1, 4)) == [2]
