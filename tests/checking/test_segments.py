from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.segments import numbers_in, segment
from reviewer.report import Span


def clauses(text: str) -> list[str]:
    segments = segment(text)
    return [segments.clause(n).of(text) for n in range(len(segments.clause_starts))]


def test_clauses_end_at_commas_and_sentences_at_full_stops() -> None:
    text = "开展排查,化解纠纷。组织演练"
    segments = segment(text)
    assert clauses(text) == ["开展排查,", "化解纠纷。", "组织演练"]
    assert segments.sentence_of == (0, 0, 1)


def test_a_comma_inside_a_number_ends_no_clause() -> None:
    assert clauses("罚款1,500元,结案") == ["罚款1,500元,", "结案"]


def test_further_breaks_begin_a_clause_or_a_sentence() -> None:
    segments = segment("资料3份、纠纷5件二是学法", clause_breaks=[5], sentence_breaks=[9])
    assert segments.clause_starts == (0, 5, 9)
    assert segments.sentence_of == (0, 0, 1)


def test_sentences_are_cut_to_the_span_asked_for() -> None:
    text = "一二三。四五六。七八九"
    assert segment(text).sentences_in(Span(2, 6)) == [Span(2, 4), Span(4, 6)]


@given(st.text(alphabet="一二三,。;\n1", max_size=60))
def test_clauses_cover_the_text_without_gap(text: str) -> None:
    assert "".join(clauses(text)) == text


@given(st.text(alphabet="一二,。", min_size=1, max_size=40), st.data())
def test_every_place_lies_in_the_clause_it_is_said_to_lie_in(
    text: str, data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    segments = segment(text)
    assert place in segments.clause(segments.clause_at(place))


@given(st.sets(st.integers(0, 99)), st.sets(st.integers(0, 99)))
def test_sets_of_clauses_are_joined_and_cut_as_sets_of_their_numbers(
    ones: set[int], others: set[int]
) -> None:
    segments = segment("一。" * 100)
    first, second = segments.set_of(ones), segments.set_of(others)
    assert numbers_in(first & second) == sorted(ones & others)
    assert numbers_in(first | second) == sorted(ones | others)
    assert numbers_in(first & ~second) == sorted(ones - others)


def test_a_set_has_the_clauses_that_reach_into_a_span_or_belong_to_a_sentence() -> None:
    segments = segment("一,二。三,四。")
    assert numbers_in(segments.set_in(Span(3, 5))) == [1, 2]
    assert numbers_in(segments.set_of_sentences([1])) == [2, 3]
    assert segments.sentences_with(segments.set_of([1, 3])) == {0, 1}
