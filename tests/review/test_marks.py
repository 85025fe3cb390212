"""Marks cut apart into segments, and gaps of missing elements."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checklist import Verdict
from reviewer.report import Span
from reviewer.review import Review
from reviewer.review.marks import Gap, Mark, cut_apart, evidence_marks, expected_gaps

MakeReview = Callable[..., Review]
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


def with_places(make_review: MakeReview, place: int) -> Review:
    """Return a review in which every element but the first is missing, expected at one place."""
    made = make_review(["present", *["missing"] * 3])
    findings = [f._replace(expected=Span(place, place + 1)) for f in made.findings.values()]
    return Review(made.report, made.outline, findings, made.checklist)


def test_missing_elements_expected_at_one_place_share_a_gap(make_review: MakeReview) -> None:
    review = with_places(make_review, 5)

    assert expected_gaps(review) == [Gap(5, ("A02", "B01", "B02"))]


def test_an_element_overruled_to_present_leaves_no_gap(make_review: MakeReview) -> None:
    review = with_places(make_review, 5)
    review.decide("B01", verdict=Verdict.PRESENT)

    assert expected_gaps(review) == [Gap(5, ("A02", "B02"))]


def test_a_mark_carries_the_verdict_that_counts(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", verdict=Verdict.WEAK)

    verdicts = {mark.element_id: mark.verdict for mark in evidence_marks(review)}
    assert verdicts["A01"] is Verdict.WEAK


def test_what_does_not_apply_is_not_marked(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", not_applicable=True)

    assert "A01" not in [mark.element_id for mark in evidence_marks(review)]
