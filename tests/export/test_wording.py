from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.checking import Evidence, Finding, Reason
from reviewer.checklist import Verdict
from reviewer.export.wording import quotes_text, reasons_text, timeliness
from reviewer.report import Span
from reviewer.review import Review
from reviewer.support.messages import load_messages


def finding(*quotes: tuple[int, str]) -> Finding:
    evidence = tuple(Evidence(Span(at, at + len(q)), q, ("一、", "（一）")) for at, q in quotes)
    reasons = (Reason("a", "甲。"), Reason("b", "乙。"))
    return Finding("A01", Verdict.WEAK, 2.0, 1.0, reasons, evidence)


def test_reasons_stand_on_lines_of_their_own() -> None:
    assert reasons_text(finding()) == "甲。\n乙。"


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
    quotes: list[tuple[int, str]], shown: str
) -> None:
    assert quotes_text(finding(*quotes)) == shown


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
