from __future__ import annotations

from reviewer.checking import Judge
from reviewer.outline import Lexicon, build_outline
from reviewer.readers import text_report

REPORT = (
    "云溪镇人民政府关于2025年度法治政府建设情况的报告\n2025年，云溪镇推进法治建设，现报告如下：\n"
    "一、主要举措和成效\n（一）加强学习。把习近平法治思想纳入党委中心组学习内容，全年专题学习7次。\n"
)


def test_a_fact_that_stands_inside_a_longer_quote_is_quoted_once(
    judge: Judge, lexicon: Lexicon
) -> None:
    report = text_report(REPORT, "case")
    finding = judge.judge_element("A02", report, build_outline(report, lexicon))
    assert [evidence.quote for evidence in finding.evidence] == ["全年专题学习7次"]
