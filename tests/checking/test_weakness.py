"""A weak or missing verdict says why: what stands there, what is lacking, where it was found."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checking import Finding, Judge
from reviewer.outline import Lexicon, build_outline
from reviewer.readers import text_report

JudgeText = Callable[[str, str], Finding]

REPORT = """青溪镇2025年度法治政府建设情况的报告
一、主要举措和成效
{results}
二、存在的不足和原因
一是人手不够。
三、下一年度主要安排
一是制定应急预案，组织演练。二是抓好普法。"""


@pytest.fixture
def judged(judge: Judge, lexicon: Lexicon) -> JudgeText:
    """A function that judges one element of a report with the given results."""

    def finding(element: str, results: str) -> Finding:
        report = text_report(REPORT.format(results=results), "case")
        return judge.judge_element(element, report, build_outline(report, lexicon))

    return finding


@pytest.mark.parametrize(
    ("element", "results", "codes"),
    [
        ("A14", "镇里化解矛盾纠纷工作有序。", ["no-fact", "no-figure", "no-case"]),
        ("A14", "要化解矛盾纠纷。", ["requirement-only", "no-figure", "no-case"]),
        ("A04", "权责清单边界清晰、分工合理。", ["copied-wording", "no-figure", "no-case"]),
        ("A17", "不断加强普法宣传教育。", ["slogan-only", "no-figure", "no-case"]),
        (
            "A14",
            "（一）平安。按时化解矛盾纠纷。新修道路3公里，栽树30棵，挂牌9块。",
            ["no-fact", "no-own-figure", "no-case"],
        ),
        (
            "A02",
            "坚持把习近平法治思想作为行动指南。",
            ["no-fact", "no-figure", "no-case", "no-subject"],
        ),
        ("A03", "书记重视法治，列入议程。", ["no-fact", "no-figure", "no-case", "no-date-given"]),
    ],
)
def test_a_weak_topic_says_what_is_lacking(
    judged: JudgeText, element: str, results: str, codes: list[str]
) -> None:
    finding = judged(element, results)
    assert finding.verdict.value == "weak"
    assert [reason.code for reason in finding.reasons] == codes


def test_a_topic_found_elsewhere_says_under_which_heading(judged: JudgeText) -> None:
    finding = judged("A13", "镇里化解矛盾纠纷工作有序。")
    assert [reason.code for reason in finding.reasons] == ["found-elsewhere"]
    assert "“三、下一年度主要安排”" in finding.reasons[0].message


def test_a_topic_that_is_only_a_name_says_so(judged: JudgeText) -> None:
    finding = judged("A15", "学习《信访工作条例》。")
    assert [reason.code for reason in finding.reasons] == ["names-only"]


def test_a_topic_that_is_nowhere_is_not_found(judged: JudgeText) -> None:
    finding = judged("A19", "镇里化解矛盾纠纷工作有序。")
    assert [reason.code for reason in finding.reasons] == ["not-found"]


def test_a_finding_tells_what_was_looked_for_and_where(judged: JudgeText) -> None:
    finding = judged("A13", "镇里化解矛盾纠纷工作有序。")
    assert finding.criterion == "topic"
    assert finding.looked_in == ("results", "leaders")
    assert "应急预案" in finding.sought


@pytest.mark.parametrize(
    ("leaders", "code"),
    [
        ("党委书记履行第一责任人职责。", "duty-only"),
        ("党政主要负责人主持推进法治建设。", "joint-subject"),
        ("党委书记应当主持研究法治工作。", "requirement-only"),
    ],
)
def test_a_person_s_duties_say_why_they_are_no_deeds(
    judged: JudgeText, leaders: str, code: str
) -> None:
    results = f"修路3条。\n二、党政主要负责人履行推进法治建设第一责任人职责情况\n{leaders}"
    finding = judged("C02", results)
    assert [reason.code for reason in finding.reasons] == [code]
