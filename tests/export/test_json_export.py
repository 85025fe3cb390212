from __future__ import annotations

import datetime
import json
from collections.abc import Callable

from reviewer.export.json_export import review_as_json
from reviewer.outline import Outline
from reviewer.report import FrontMatter, Located, Span
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]
QUOTE = "全年开展法治宣传12场次。"


def test_a_review_is_what_the_contract_says(make_review: MakeReview) -> None:
    shown = review_as_json(make_review(), load_messages("zh"))
    text = make_review().report.text
    start = text.index(QUOTE)
    evidence = [
        {
            "start": start,
            "end": start + len(QUOTE),
            "quote": QUOTE,
            "section": ["一、主要举措和成效"],
        }
    ]
    reasons = [{"code": "no-figure", "message": "没有写明次数。"}]
    sections, _ = shown.pop("sections"), shown.pop("review")
    assert shown == {
        "source": "folder/青溪镇.txt",
        "format": "txt",
        "encoding": "gb18030",
        "warnings": [{"code": "verdict-weak", "message": "弱"}],
        "characters": len(text),
        "title": "青溪镇2025年法治政府建设年度报告",
        "unit": "青溪镇",
        "year": 2025,
        "date": "2026-02-09",
        "signed": None,
        "addressee": None,
        "findings": [
            finding("A01", "present", 2.0, 2.0, [], evidence),
            finding("A02", "weak", 3.0, 1.5, reasons, evidence),
            finding("B01", "missing", 4.0, 0.0, reasons, []),
            finding("B02", "undetermined", 1.0, 0.0, reasons, evidence),
        ],
        "suggested": 3.5,
        "points": 9.0,
        "percent": 38.9,
    }
    first, second = sections
    assert (first["level"], first["number"], first["title"]) == (1, "一、", "主要举措和成效")
    assert (second["number"], second["recovered"], second["children"]) == (None, True, [])
    assert text[second["start"] : second["end"]].startswith("二、存在的不足")


def finding(
    element: str,
    verdict: str,
    points: float,
    suggested: float,
    reasons: list[object],
    evidence: list[object],
) -> dict[str, object]:
    return {
        "id": element,
        "verdict": verdict,
        "points": points,
        "suggested": suggested,
        "reasons": reasons,
        "evidence": evidence,
        "criterion": "",
        "sought": [],
        "looked_in": [],
        "expected": None,
    }


def test_it_holds_what_the_machine_found_not_what_was_decided(make_review: MakeReview) -> None:
    review = make_review()
    before = review_as_json(review, load_messages("zh"))
    review.decide("A01", points=0.0, at=datetime.datetime(2026, 3, 1))
    after = review_as_json(review, load_messages("zh"))
    assert before.pop("review") != after.pop("review")
    assert after == before


def test_a_date_without_day_is_a_month(make_review: MakeReview) -> None:
    made = make_review()
    dated = Located(datetime.date(2026, 2, 1), Span(0, 1))
    front = FrontMatter(signature_date=dated, signature_date_has_day=False)
    review = Review(made.report, Outline(front, ()), made.findings.values(), made.checklist)
    assert review_as_json(review, load_messages("zh"))["date"] == "2026-02"


def test_what_a_report_does_not_say_is_null(make_review: MakeReview) -> None:
    made = make_review(["undetermined"] * 4)
    silent = Review(made.report, Outline(FrontMatter(), ()), made.findings.values(), made.checklist)
    shown = json.loads(json.dumps(review_as_json(silent, load_messages("en"))))
    said = ("title", "unit", "year", "date", "signed", "addressee")
    assert [shown[key] for key in said] == [None] * len(said)
    assert (shown["suggested"], shown["points"], shown["percent"]) == (0, 0, 0)
