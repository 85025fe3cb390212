from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checklist import Verdict
from reviewer.report import Anchor, Span
from reviewer.review import Review, Status, StatusIs, doubts_of
from reviewer.support.messages import Language, load_messages

MakeReview = Callable[..., Review]
PRESENT, WEAK, MISSING = Verdict.PRESENT, Verdict.WEAK, Verdict.MISSING


def found(review: Review) -> list[tuple[str, str]]:
    return [(doubt.element, doubt.code) for doubt in doubts_of(review)]


@pytest.mark.parametrize(
    ("element", "values", "code"),
    [
        ("A01", {"points": 0.0}, "present-scored"),
        ("A01", {"points": 0.5}, "unexplained"),
        ("A01", {"points": 0.5, "comment": "只写了一次。"}, None),
        ("A01", {"points": 2.0}, None),
        ("A02", {"verdict": PRESENT, "points": 2.0}, "unexplained"),
        ("B02", {"points": 0.5}, "unexplained"),
        ("A02", {"points": 3.0}, "weak-scored"),
        ("A02", {"points": 0.0}, None),
        ("A02", {"verdict": PRESENT, "points": 3.0}, None),
        ("B01", {"points": 0.5}, "missing-scored"),
        ("B01", {"points": 0.0}, None),
        ("A01", {"verdict": MISSING, "points": 2.0}, "missing-scored"),
        ("B01", {"ignored": "附件已有", "points": 4.0}, None),
        ("B02", {"points": 1.0}, None),
        ("A01", {"not_applicable": True, "points": 2.0}, "not-applicable-scored"),
        ("A01", {"not_applicable": True}, None),
        ("A01", {"comment": "a02没有写数字。"}, "other-element"),
        ("A01", {"comment": "与A02合并计算，A01不再扣分。"}, None),
        ("A01", {"comment": "A029号文件、XA02不是编号。"}, None),
    ],
)
def test_what_does_not_fit_is_doubted_and_nothing_else(
    make_review: MakeReview, element: str, values: dict[str, object], code: str | None
) -> None:
    review = make_review()
    review.decide(element, **values)
    assert found(review) == ([(element, code)] if code else [])


@pytest.mark.parametrize(("verdict", "doubted"), [(MISSING, True), (WEAK, False)])
def test_evidence_picked_for_a_missing_element_is_doubted(
    make_review: MakeReview, verdict: Verdict, doubted: bool
) -> None:
    review = make_review()
    place = Anchor.of(review.report.text, Span(0, 3))
    review.decide("A02", verdict=verdict, evidence=(place,))
    assert found(review) == ([("A02", "missing-evidence")] if doubted else [])


def test_an_element_worth_half_a_point_is_never_doubted_for_being_weak(
    make_review: MakeReview,
) -> None:
    review = make_review(points=(2.0, 0.5, 4.0, 1.0))
    review.decide("A02", points=0.5)
    assert found(review) == []


def test_points_of_an_older_checklist_count_up_to_what_the_element_is_worth_now(
    make_review: MakeReview,
) -> None:
    older = make_review()
    older.decide("A02", verdict=PRESENT, points=3.0)
    newer = make_review(points=(2.0, 2.5, 4.0, 1.0)).within(older.history, older.key)
    assert newer.points(newer.checklist.elements[1]) == 2.5
    assert newer.scores().given <= newer.scores().possible
    assert found(newer) == [("A02", "beyond-worth")]


@pytest.mark.parametrize("status", [Status.DONE, Status.SENT_BACK])
def test_a_report_that_was_closed_too_early_is_doubted_until_all_is_decided(
    make_review: MakeReview, status: Status
) -> None:
    review = make_review()
    review.decide("B02", not_applicable=True)
    review.do(StatusIs(status))
    (doubt,) = doubts_of(review)
    assert (doubt.element, doubt.code) == ("", f"{status.value}-undecided")
    assert doubt.details == {"count": 3}

    for element in ("A01", "A02", "B01"):
        review.decide(element, confirmed=True)
    assert found(review) == []


def test_a_report_whose_status_nobody_set_is_never_doubted_for_it(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", confirmed=True)
    assert found(review) == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_doubt_has_words(make_review: MakeReview, language: Language) -> None:
    review = make_review()
    place = Anchor.of(review.report.text, Span(0, 3))
    review.decide("A01", points=0.0, comment="B01")
    review.decide("A02", points=3.0)
    review.decide("B01", points=4.0, evidence=(place,))
    review.decide("B02", points=1.0, not_applicable=True)
    review.do(StatusIs(Status.DONE))
    older = make_review(points=(2.0, 3.5, 4.0, 1.0))
    older.decide("A02", verdict=PRESENT, points=3.5)
    doubts = (*doubts_of(review), *doubts_of(review.within(older.history, older.key)))
    said = [load_messages(language).say(d.sentence, d.details) for d in doubts]
    assert len(set(said)) == 8
    assert not any("{" in sentence for sentence in said)
