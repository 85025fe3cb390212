from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from reviewer.checking import Evidence, Reason
from reviewer.checklist import Element, Verdict
from reviewer.export.wording import (
    facts_line,
    place_text,
    problem_text,
    problems_of,
    quotes_text,
    reasons_text,
    short_name,
    timeliness,
    unit_name,
)
from reviewer.report import Anchor, FrontMatter, Span
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]


def review_with(make_review: MakeReview, *quotes: tuple[int, str]) -> tuple[Review, Element]:
    made = make_review()
    evidence = tuple(Evidence(Span(at, at + len(q)), q, ("一、", "（一）")) for at, q in quotes)
    reasons = (Reason("a", "甲。"), Reason("b", "乙。"))
    findings = [f._replace(evidence=evidence, reasons=reasons) for f in made.findings.values()]
    review = Review(made.report, made.outline, findings, made.checklist)
    return review, made.checklist.elements[1]


def test_reasons_stand_on_lines_of_their_own(make_review: MakeReview) -> None:
    review, element = review_with(make_review)
    assert reasons_text(review, element, load_messages("zh")) == "甲。\n乙。"


SIGNED = {"by": "王五", "at": datetime.datetime(2026, 1, 3, 12, tzinfo=datetime.UTC)}


@pytest.mark.parametrize(
    ("values", "beside", "said"),
    [
        (
            {"verdict": Verdict.PRESENT},
            False,
            "经王五审阅（2026-01-03），判为“有”。\n程序原判“弱”：甲。乙。",
        ),
        ({"verdict": Verdict.PRESENT, "comment": "第三部分已写。"}, False, "第三部分已写。"),
        (
            {"verdict": Verdict.PRESENT, "comment": "第三部分已写。"},
            True,
            "经王五审阅（2026-01-03），判为“有”。\n理由见“意见”。",
        ),
        (
            {"ignored": "附件已有说明", "comment": "下不为例。"},
            False,
            "经王五审阅（2026-01-03），判为“有”。\n不采纳程序的判定，因为：附件已有说明\n"
            "程序原判“弱”：甲。乙。",
        ),
        (
            {"not_applicable": True},
            False,
            "经王五审阅（2026-01-03），判为“不适用”。\n程序原判“弱”：甲。乙。",
        ),
        ({"verdict": Verdict.WEAK, "comment": "请补充。"}, False, "甲。\n乙。"),
        ({"points": 0.5, "comment": "扣分。"}, False, "甲。\n乙。"),
    ],
)
def test_the_reason_is_that_of_the_verdict_that_counts(
    make_review: MakeReview, values: dict[str, object], beside: bool, said: str
) -> None:
    review, element = review_with(make_review)
    review.decide(element.id, **SIGNED, **values)
    messages = load_messages("zh")
    assert reasons_text(review, element, messages, comment_beside=beside) == said


def test_a_verdict_that_nobody_signed_is_told_without_a_name(make_review: MakeReview) -> None:
    review, element = review_with(make_review)
    review.decide(element.id, verdict=Verdict.MISSING)
    said = reasons_text(review, element, load_messages("en"))
    assert said.startswith("The reviewer read it and judged it missing.\n")


@pytest.mark.parametrize(
    ("verdict", "comment", "said"),
    [
        (None, "", "甲。\n乙。"),
        (None, "请补充。", "甲。\n乙。"),
        (Verdict.MISSING, "", "经评查人员审阅，判为“缺”。"),
        (Verdict.MISSING, "没有数字。", ""),
    ],
)
def test_the_township_hears_neither_the_machine_s_overruled_reasons_nor_a_name(
    make_review: MakeReview, verdict: Verdict | None, comment: str, said: str
) -> None:
    review, element = review_with(make_review)
    review.decide(element.id, **SIGNED, comment=comment)
    if verdict is not None:
        review.decide(element.id, **SIGNED, verdict=verdict)

    assert problem_text(review, element, load_messages("zh")) == said


@pytest.mark.parametrize(
    ("values", "quote", "place"),
    [
        ({}, "学习4次", "一、 › （一）"),
        ({"verdict": Verdict.PRESENT}, "学习4次", "一、 › （一）"),
        ({"verdict": Verdict.MISSING}, "", "应在：成效部分"),
        ({"not_applicable": True}, "", ""),
    ],
)
def test_no_passage_of_the_machine_s_speaks_for_what_the_reviewer_judged_missing(
    make_review: MakeReview, values: dict[str, object], quote: str, place: str
) -> None:
    review, element = review_with(make_review, (0, "学习4次"))
    review.decide(element.id, **values)
    assert quotes_text(review, element) == quote
    assert place_text(review, element, load_messages("zh")) == place


def test_what_the_reviewer_found_is_expected_nowhere_any_more(make_review: MakeReview) -> None:
    review, element = review_with(make_review)
    review.decide(element.id, verdict=Verdict.PRESENT)
    assert place_text(review, element, load_messages("zh")) == ""


def test_a_passage_that_the_reviewer_picked_is_quoted_whatever_the_verdict(
    make_review: MakeReview,
) -> None:
    review, element = review_with(make_review)
    place = Anchor.of(review.report.text, Span(0, 3))
    review.decide(element.id, verdict=Verdict.MISSING, evidence=(place,))
    assert quotes_text(review, element) == "青溪镇"


def test_of_a_heading_that_runs_into_its_text_the_beginning_is_shown(
    make_review: MakeReview,
) -> None:
    made = make_review()
    evidence = (Evidence(Span(0, 2), "学习", ("一、成效", "1." + "长" * 40)),)
    findings = [f._replace(evidence=evidence) for f in made.findings.values()]
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
    ("code", "values", "said"),
    [
        ("in-time", {}, "按时"),
        ("late", {}, "逾期"),
        ("no-date", {}, "无法判定"),
        ("late", {"verdict": Verdict.PRESENT}, "按时"),
        ("in-time", {"verdict": Verdict.WEAK}, "逾期"),
        ("late", {"ignored": "经批准延期"}, "按时"),
        ("late", {"not_applicable": True}, ""),
        ("no-figure", {}, ""),
    ],
)
def test_the_deadline_is_kept_or_not_by_the_verdict_that_counts(
    make_review: Callable[..., Review], code: str, values: dict[str, object], said: str
) -> None:
    made = make_review(["missing"] * 4)
    findings = [f._replace(reasons=(Reason(code, ""),)) for f in made.findings.values()]
    review = Review(made.report, made.outline, findings, made.checklist)
    review.decide("A01", **values)
    assert timeliness(review, load_messages("zh")) == said


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("青溪镇", "青溪镇"),
        (None, "未识别单位"),
        ("青" * 40, "青" * 40),
        ("青" * 41, "青" * 39 + "…"),
    ],
)
def test_a_unit_is_named_even_where_it_is_unknown_or_no_name(
    make_review: MakeReview, unit: str | None, name: str
) -> None:
    assert unit_name(make_review(unit=unit), load_messages("zh")) == name


def test_facts_that_are_not_known_are_dashes(make_review: MakeReview) -> None:
    made = make_review()
    assert facts_line(made, load_messages("zh")) == (
        "单位：青溪镇　年度：2025　日期：2026-02-09　来源：青溪镇.txt"
    )
    nothing = replace(made.outline, front=FrontMatter())
    unknown = Review(made.report, nothing, made.findings.values(), made.checklist)
    assert facts_line(unknown, load_messages("zh")) == "单位：–　年度：–　日期：–　来源：青溪镇.txt"


def test_a_long_name_is_cut_to_the_height_of_the_matrix(make_review: MakeReview) -> None:
    element = make_review().checklist.elements[0]
    assert short_name(replace(element, name="学法（含清单）用法")) == "学法用法"
    assert short_name(replace(element, name="学" * 15)) == "学" * 15
    assert short_name(replace(element, name="学" * 16)) == "学" * 14 + "…"
