from __future__ import annotations

import datetime
import json
from collections.abc import Callable

from reviewer.checklist import Verdict
from reviewer.export.rulings_json import rulings_as_json
from reviewer.report import Anchor, Span
from reviewer.review import EvidenceIs, Review
from reviewer.support.messages import load_messages

MESSAGES = load_messages("zh")
MakeReview = Callable[..., Review]


def test_scores_are_those_that_count(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("B01", points=4.0)
    shown = rulings_as_json(review, MESSAGES)
    assert shown["scores"] == {
        "given": 7.5,
        "possible": 9.0,
        "percent": 83.3,
        "grade": "良好",
        "groups": {"A": {"given": 3.5, "possible": 5.0}, "B": {"given": 4.0, "possible": 4.0}},
    }
    assert shown["status"] == "in-work"


def test_a_ruling_tells_what_who_when_and_what_the_machine_had_said(
    make_review: MakeReview,
) -> None:
    review = make_review()
    at = datetime.datetime(2026, 3, 1, 8, tzinfo=datetime.UTC)
    review.decide("A02", verdict=Verdict.PRESENT, by="李四", at=at)
    assert rulings_as_json(review, MESSAGES)["rulings"] == [
        {
            "kind": "verdict",
            "element": "A02",
            "verdict": "present",
            "machine": "weak",
            "by": "李四",
            "at": "2026-03-01T08:00:00+00:00",
        }
    ]


def test_every_element_tells_what_counts_in_the_end_and_why(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A02", verdict=Verdict.PRESENT, comment="附件已写明。")
    review.decide("B01", not_applicable=True)
    found = {e["id"]: e for e in rulings_as_json(review, MESSAGES)["elements"]}
    assert found["A01"] == {
        "id": "A01",
        "applies": True,
        "verdict": "present",
        "given": 2.0,
        "overruled": False,
        "reason": "",
    }
    assert found["A02"] == {
        "id": "A02",
        "applies": True,
        "verdict": "present",
        "given": 3.0,
        "overruled": True,
        "reason": "附件已写明。",
    }
    assert (found["B01"]["applies"], found["B01"]["given"]) == (False, None)


def test_places_are_told_by_quote_and_code_points(make_review: MakeReview) -> None:
    review = make_review()
    text = review.report.text
    review.do(EvidenceIs("A01", (Anchor.of(text, Span(0, 3)),)))
    (ruling,) = json.loads(json.dumps(rulings_as_json(review, MESSAGES)))["rulings"]
    assert ruling["passages"] == [{"start": 0, "quote": "青溪镇"}]
