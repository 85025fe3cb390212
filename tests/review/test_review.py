from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reviewer.checklist import Verdict
from reviewer.review import UNDECIDED, Decision, Review

MakeReview = Callable[..., Review]
IDS = ("A01", "A02", "B01", "B02")
CHANGES = st.lists(
    st.tuples(
        st.sampled_from(IDS),
        st.one_of(
            st.fixed_dictionaries({"verdict": st.sampled_from([None, *Verdict])}),
            st.fixed_dictionaries({"points": st.none() | st.sampled_from([0.0, 0.5, 1.0])}),
            st.fixed_dictionaries({"comment": st.text(max_size=3)}),
            st.fixed_dictionaries({"confirmed": st.booleans()}),
        ),
    ),
    max_size=12,
)


@given(CHANGES)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undoing_everything_and_redoing_it_leads_back(
    make_review: MakeReview, changes: list[tuple[str, dict[str, object]]]
) -> None:
    review = make_review()
    states = [decisions_of(review)]
    for element_id, values in changes:
        review.decide(element_id, **values)
        if decisions_of(review) != states[-1]:
            states.append(decisions_of(review))
    for state in reversed(states[:-1]):
        assert review.undo() is not None
        assert decisions_of(review) == state
    assert not review.can_undo
    assert review.undo() is None
    for state in states[1:]:
        assert review.redo() is not None
        assert decisions_of(review) == state
    assert not review.can_redo
    assert review.redo() is None


def decisions_of(review: Review) -> dict[str, Decision]:
    return {element_id: review.decision(element_id) for element_id in IDS}


def test_the_machines_verdicts_count_until_someone_decides(make_review: MakeReview) -> None:
    scores = make_review().scores()
    assert (scores.given, scores.possible) == (3.5, 9.0)
    assert (scores.weak, scores.missing, scores.undetermined) == (1, 1, 1)
    assert scores.undecided == 4
    assert scores.percent == pytest.approx(38.89, abs=0.01)
    assert scores.grade == "较差"
    assert [(g.id, g.given, g.possible) for g in scores.groups] == [
        ("A", 3.5, 5.0),
        ("B", 0.0, 4.0),
    ]
    assert [(g.weak, g.missing) for g in scores.groups] == [(1, 0), (0, 1)]


def test_an_undetermined_element_counts_once_it_has_points(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("B02", points=0.5)
    assert (review.scores().given, review.scores().possible) == (4.0, 10.0)


def test_a_changed_verdict_earns_its_share(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("B01", verdict=Verdict.PRESENT)
    assert review.points(review.checklist.elements[2]) == 4.0
    assert review.scores().missing == 0
    review.decide("B01", points=3.0)
    assert review.points(review.checklist.elements[2]) == 3.0


def test_the_machines_finding_is_kept_beside_the_decision(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", verdict=Verdict.MISSING)
    assert review.verdict("A01") is Verdict.MISSING
    assert review.findings["A01"].verdict is Verdict.PRESENT
    assert review.decision("A01").overrules


def test_a_decision_says_who_and_when(make_review: MakeReview) -> None:
    review = make_review()
    at = datetime.datetime(2026, 3, 1, 9, 30)
    review.decide("A01", confirmed=True, by="李四", at=at)
    assert review.decision("A01") == Decision(confirmed=True, by="李四", at=at)
    assert not review.decision("A01").overrules


def test_saying_the_same_again_is_no_change(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", comment="")
    assert not review.can_undo
    assert review.decision("A01") is UNDECIDED


def test_a_new_decision_ends_what_could_be_redone(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", points=1.0)
    review.undo()
    review.decide("A02", points=1.0)
    assert not review.can_redo


def test_listeners_hear_of_every_change_undo_and_redo(make_review: MakeReview) -> None:
    review = make_review()
    heard: list[tuple[str, ...]] = []
    review.subscribe(heard.append)
    review.decide("A01", points=1.0)
    review.undo()
    review.redo()
    review.history.do(review.deciding("B01", comment="补充"), review.deciding("A01", comment="好"))
    assert heard == [("A01",), ("A01",), ("A01",), ("B01", "A01")]


def test_everything_undetermined_scores_nothing_of_nothing(make_review: MakeReview) -> None:
    scores = make_review(["undetermined"] * 4).scores()
    assert (scores.given, scores.possible, scores.percent) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize(
    ("verdicts", "grade"),
    [
        (("present", "present", "present", "present"), "优秀"),
        (("weak", "present", "present", "present"), "优秀"),
        (("present", "present", "weak", "present"), "良好"),
        (("present", "present", "weak", "missing"), "一般"),
        (("present", "present", "missing", "present"), "一般"),
        (("missing", "present", "missing", "present"), "较差"),
    ],
)
def test_the_grade_follows_the_checklists_bounds(
    make_review: MakeReview, verdicts: tuple[str, ...], grade: str
) -> None:
    assert make_review(verdicts).scores().grade == grade
