from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.checking import Evidence, Reason
from reviewer.checklist import Element, Verdict
from reviewer.export.wording import (
    place_text,
    problem_text,
    problems_of,
    quotes_text,
    reasons_text,
    timeliness,
)
from reviewer.report import Span
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]


def review_with(make_review: MakeReview, *quotes: tuple[int, str]) -> tuple[Review, Element]:
    made = make_review()
    evidence = tuple(Evidence(Span(at, at + len(q)), q, ("一、", "（一）")) for at, q in quotes)
    reasons = (Reason("a", "甲。"), Reason("b", "乙。"))
    findings = [replace(f, evidence=evidence, reasons=reasons) for f in made.findings.values()]
    review = Review(made.report, made.outline, findings, made.checklist)
    return review, made.checklist.elements[1]


def test_reasons_stand_on_lines_of_their_own(make_review: MakeReview) -> None:
    review, element = review_with(make_review)
    assert reasons_text(review, element, load_messages("zh")) == "甲。\n乙。"


def test_why_a_finding_was_set_aside_stands_behind_the_reasons(make_review: MakeReview) -> None:
    review, element = review_with(make_review)
    review.decide(element.id, ignored="附件已有说明")
    said = reasons_text(review, element, load_messages("zh"))
    assert said == "甲。\n乙。\n（评查人不采纳：附件已有说明）"


@pytest.mark.parametrize(
    ("verdict", "comment", "said"),
    [
        (None, "", "甲。\n乙。"),
        (None, "请补充。", "甲。\n乙。"),
        (Verdict.MISSING, "", "经评查人员审阅，判为“缺”。"),
        (Verdict.MISSING, "没有数字。", ""),
    ],
)
def test_the_machine_s_reasons_are_no_problem_where_the_reviewer_judged_otherwise(
    make_review: MakeReview, verdict: Verdict | None, comment: str, said: str
) -> None:
    review, element = review_with(make_review)
    review.decide(element.id, comment=comment)
    if verdict is not None:
        review.decide(element.id, verdict=verdict)

    assert problem_text(review, element, load_messages("zh")) == said


def test_of_a_heading_that_runs_into_its_text_the_beginning_is_shown(
    make_review: MakeReview,
) -> None:
    made = make_review()
    evidence = (Evidence(Span(0, 2), "学习", ("一、成效", "1." + "长" * 40)),)
    findings = [replace(f, evidence=evidence) for f in made.findings.values()]
    review = Review(made.report, made.outline, findings, made.checklist)
    said = place_text(review, made.checklist.elements[1], load_messages("zh"))
    assert said == f"一、成效 › 1.{'长' * 25}…"


def test_what_does_not_apply_or_was_set_aside_is_no_problem(make_review: MakeReview) -> None:
    review = make_review()
    assert [element.id for element in problems_of(review)] == ["A02", "B01"]
    review.decide("A02", not_applicable=True)
    review.decide("B01", ignored="附件已有说明")
    assert not list(problems_of(review))


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        ([], ""),
        ([(10, "开会3次"), (0, "学习\n4次")], "学习 4次\n开会3次"),
        ([(0, "学习"), (0, "学习4次"), (2, "4次")], "学习4次"),
        ([(0, "一"), (5, "二"), (9, "三")], "一\n二"),
    ],
)
def test_quotes_come_in_text_order_without_repeating(
    make_review: MakeReview, quotes: list[tuple[int, str]], shown: str
) -> None:
    assert quotes_text(*review_with(make_review, *quotes)) == shown


@pytest.mark.parametrize(
    ("code", "overruled", "said"),
    [
        ("in-time", None, "按时"),
        ("late", None, "逾期"),
        ("no-date", None, "无法判定"),
        ("late", Verdict.PRESENT, "按时"),
        ("in-time", Verdict.WEAK, "逾期"),
        ("no-figure", None, ""),
    ],
)
def test_the_deadline_is_kept_or_not_by_the_verdict_that_counts(
    make_review: Callable[..., Review], code: str, overruled: Verdict | None, said: str
) -> None:
    made = make_review(["missing"] * 4)
    findings = [replace(f, reasons=(Reason(code, ""),)) for f in made.findings.values()]
    review = Review(made.report, made.outline, findings, made.checklist)
    if overruled:
        review.decide("A01", verdict=overruled)
    assert timeliness(review, load_messages("zh")) == said
