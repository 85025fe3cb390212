"""What a reviewer's word does to verdicts, points, evidence and status."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checklist import Verdict
from reviewer.outline import FieldValue, FrontField
from reviewer.report import Anchor, Span
from reviewer.review import (
    CommentIs,
    EvidenceIs,
    Kind,
    Review,
    Slot,
    Status,
    StatusIs,
)

MakeReview = Callable[..., Review]


@pytest.fixture
def review(make_review: MakeReview) -> Review:
    return make_review()


def test_an_element_that_does_not_apply_leaves_the_denominator(review: Review) -> None:
    review.decide("B01", not_applicable=True)
    scores = review.scores()
    assert (scores.given, scores.possible) == (3.5, 5.0)
    assert (scores.missing, scores.not_applicable, scores.undecided) == (0, 1, 3)
    assert review.points(review.checklist.elements[2]) is None
    assert not review.applies("B01")


def test_an_ignored_finding_counts_as_present_and_says_why(review: Review) -> None:
    review.decide("A02", ignored="附件第3页有数字")
    assert review.verdict("A02") is Verdict.PRESENT
    assert review.decision("A02").ignored == "附件第3页有数字"
    assert review.findings["A02"].verdict is Verdict.WEAK
    review.decide("A02", verdict=Verdict.MISSING)
    assert review.verdict("A02") is Verdict.MISSING


@pytest.mark.parametrize("points", [0.3, -0.5, 2.5, 99.0])
def test_points_an_element_cannot_earn_are_refused(review: Review, points: float) -> None:
    with pytest.raises(ValueError, match="A01 cannot earn"):
        review.decide("A01", points=points)
    assert not review.can_undo


@pytest.mark.parametrize("values", [{"verdict": "weak"}, {"points": "1"}, {"evidence": "words"}])
def test_a_value_of_the_wrong_kind_is_refused(review: Review, values: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="cannot be"):
        review.decide("A01", **values)


def test_the_machines_value_is_kept_beside_the_reviewers(review: Review) -> None:
    review.decide("A01", verdict=Verdict.MISSING)
    review.decide("A02", points=3.0)
    review.do(FieldValue(FrontField.UNIT, "柳坪乡"))
    assert review.rulings[Slot(Kind.VERDICT, "A01")].machine == "present"
    assert review.rulings[Slot(Kind.POINTS, "A02")].machine == 1.5
    assert review.rulings[Slot(Kind.FIELD, "unit")].machine == "青溪镇"
    assert review.machine_field(FrontField.UNIT) == "青溪镇"


def test_evidence_is_where_the_reviewer_says(review: Review) -> None:
    text = review.report.text
    start = text.index("12场次")
    review.decide("A01", evidence=(Anchor.of(text, Span(start, start + 4)),))
    (evidence,) = review.evidence("A01")
    assert (evidence.quote, evidence.section) == ("12场次", ("一、主要举措和成效",))
    review.decide("A01", evidence=())
    assert review.evidence("A01") == ()
    assert review.decision("A01").overrules
    review.decide("A01", evidence=None)
    assert review.evidence("A01") == review.findings["A01"].evidence


def test_evidence_the_text_no_longer_has_is_listed(review: Review) -> None:
    gone = Anchor("已经删去的一句话不在了", "前文也没有了", "后文也没有了", 3)
    review.do(EvidenceIs("A01", (gone,)), CommentIs("A01", "好"))
    assert review.evidence("A01") == ()
    assert [ruling.said for ruling in review.lost] == [EvidenceIs("A01", (gone,))]


def test_the_status_follows_the_work_and_gives_way_to_the_reviewers_word(review: Review) -> None:
    assert review.status is Status.NOT_BEGUN
    review.decide("A01", confirmed=True)
    assert review.status is Status.IN_WORK
    for element in review.checklist.elements[1:3]:
        review.decide(element.id, confirmed=True)
    review.decide("B02", not_applicable=True)
    assert review.status is Status.DONE
    review.do(StatusIs(Status.SENT_BACK))
    assert review.status is Status.SENT_BACK
    review.do(emptied=[Slot(Kind.STATUS)])
    assert review.status is Status.DONE


def test_the_report_has_a_comment_of_its_own(review: Review) -> None:
    heard: list[tuple[str, ...]] = []
    review.subscribe(heard.append)
    review.do(CommentIs("", "总体良好"))
    assert (review.comment, heard) == ("总体良好", [("",)])


def test_a_snapshot_stays_as_it_was(review: Review) -> None:
    review.decide("A01", points=1.0)
    copy = review.snapshot()
    review.decide("A01", points=2.0)
    assert copy.decision("A01").points == 1.0
    assert copy.findings == review.findings
