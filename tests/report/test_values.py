from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.report import FrontMatter, Located, Section, Span

SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda ends: Span(*sorted(ends)))
JANUARY = Located(datetime.date(2026, 1, 20), Span(0, 1))
MARCH = Located(datetime.date(2026, 3, 2), Span(5, 6))


def test_a_span_counts_code_points() -> None:
    assert Span(1, 3).of("a𠮷😀b") == "𠮷😀"
    assert len(Span(1, 3)) == 2


@given(SPANS, SPANS)
def test_spans_overlap_where_they_share_a_place(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one)
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == bool(shared)


@given(SPANS, st.integers(0, 30))
def test_a_span_contains_its_start_but_not_its_end(span: Span, place: int) -> None:
    assert (place in span) == (place in range(span.start, span.end))


def test_a_label_is_number_and_title() -> None:
    span = Span(0, 1)
    assert Section(1, "一、", "成效", False, span, span).label == "一、成效"
    assert Section(1, None, "成效", True, span, span).label == "成效"


def test_the_date_of_signature_comes_before_the_date_of_publication() -> None:
    assert FrontMatter(signature_date=JANUARY, web_date=MARCH).date == datetime.date(2026, 1, 20)
    assert FrontMatter(web_date=MARCH).date == datetime.date(2026, 3, 2)
    assert FrontMatter().date is None


@pytest.mark.parametrize(
    ("front", "text"),
    [
        (FrontMatter(signature_date=JANUARY), "2026-01-20"),
        (FrontMatter(signature_date=JANUARY, signature_date_has_day=False), "2026-01"),
        (FrontMatter(web_date=MARCH, signature_date_has_day=False), "2026-03-02"),
        (FrontMatter(), None),
    ],
)
def test_a_day_that_was_not_said_is_not_shown(front: FrontMatter, text: str | None) -> None:
    assert front.date_text == text
