from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import MakePattern

from reviewer.checking.case import Scope
from reviewer.checking.notation import Sort, atom_of
from reviewer.checking.segments import numbers_in, segment
from reviewer.checking.word_index import Vocabulary, find_all, word_atoms

few_letters = st.text(alphabet="甲乙丙,", max_size=30)
words = st.lists(st.text(alphabet="甲乙丙", min_size=1, max_size=3), max_size=4)


def clauses(text: str, *lists: tuple[str, ...]) -> list[list[int]]:
    """The numbers of the clauses in which a word of each list begins."""
    atoms = [atom_of(Sort.WORDS, listed) for listed in lists]
    found = Vocabulary(atoms).clauses(text, segment(text))
    return [numbers_in(found.get(atom, 0)) for atom in atoms]


@given(few_letters, words, words)
def test_the_clauses_of_any_list_of_words_are_found(
    text: str, ones: list[str], others: list[str]
) -> None:
    lists = tuple(ones), tuple(others)
    segments = segment(text)
    for listed, found in zip(lists, clauses(text, *lists), strict=True):
        begins = [place for place in range(len(text)) if text.startswith(listed, place)]
        assert found == sorted(set(map(segments.clause_at, begins)))


def test_words_that_begin_alike_are_told_apart() -> None:
    assert clauses("法治,法治政府", ("法治",), ("法治政府",)) == [[0, 1], [1]]


def test_places_count_characters_outside_the_basic_plane_once() -> None:
    assert clauses("𠮷,𠮷镇", ("𠮷镇",)) == [[1]]


def test_words_are_found_on_every_page_of_a_long_text() -> None:
    assert clauses("合同三份,审核两份。\n" * 6_000, ("审核",)) == [list(range(1, 18_000, 3))]


def test_a_search_can_be_kept_to_a_stretch() -> None:
    assert list(find_all("甲乙甲乙", "甲", 1, 4)) == [2]


def test_the_words_of_a_rule_are_those_its_patterns_and_scopes_look_for(
    pattern: MakePattern,
) -> None:
    exceptions = atom_of(Sort.WORDS, ("合同段", "合同价"))
    rule = (pattern("合同|协议 & {n 份} & !草案 @ #法制"), Scope(None, exceptions))
    found = {atom.words for atom in word_atoms(rule)}
    assert found >= {("合同", "协议"), ("草案",), ("法制",), ("合同段", "合同价")}
    assert ("份",) not in found
