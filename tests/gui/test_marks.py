"""Marks cut apart into segments, and gaps of missing elements."""

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checklist import Verdict
from reviewer.gui.marks import Mark, cut_apart, evidence_marks, expected_gaps
from reviewer.report import Span
from reviewer.review import Review

MARKS = st.lists(
    st.builds(
        lambda start, length, name, verdict: Mark(Span(start, start + length), name, verdict),
        st.integers(0, 30),
        st.integers(1, 12),
        st.sampled_from(["A01", "A02", "B01"]),
        st.sampled_from(list(Verdict)),
    ),
    max_size=8,
)


def test_overlapping_marks_become_segments_with_the_gravest_verdict() -> None:
    marks = [Mark(Span(0, 6), "A01", Verdict.PRESENT), Mark(Span(4, 9), "A02", Verdict.WEAK)]

    assert [(s.span, s.verdict, s.element_ids) for s in cut_apart(marks)] == [
        (Span(0, 4), Verdict.PRESENT, ("A01",)),
        (Span(4, 6), Verdict.WEAK, ("A01", "A02")),
        (Span(6, 9), Verdict.WEAK, ("A02",)),
    ]


@given(MARKS)
def test_segments_cover_exactly_what_the_marks_cover(marks: list[Mark]) -> None:
    covered = {place for mark in marks for place in range(mark.span.start, mark.span.end)}
    segments = cut_apart(marks)
    places = [place for s in segments for place in range(s.span.start, s.span.end)]

    assert places == sorted(covered)


@given(MARKS)
def test_a_segment_names_every_element_marked_there(marks: list[Mark]) -> None:
    for segment in cut_apart(marks):
        here = {m.element_id for m in marks if m.span.overlaps(segment.span)}
        assert set(segment.element_ids) == here


def test_missing_elements_expected_at_one_place_share_a_gap(review: Review) -> None:
    place = review.report.text.index("主要举措和成效")

    assert [g.element_ids for g in expected_gaps(review) if g.place == place] == [("A08", "A19")]


def test_an_element_overruled_to_present_leaves_no_gap(review: Review) -> None:
    review.decide("C01", verdict=Verdict.PRESENT)

    assert "C01" not in [name for gap in expected_gaps(review) for name in gap.element_ids]


def test_a_mark_carries_the_verdict_that_counts(review: Review) -> None:
    review.decide("A14", verdict=Verdict.WEAK)

    verdicts = {mark.element_id: mark.verdict for mark in evidence_marks(review)}
    assert verdicts["A14"] is Verdict.WEAK
