from __future__ import annotations

from reviewer.cli.noted import noted_listing
from reviewer.readers import text_report
from reviewer.review import Pipeline
from reviewer.support.messages import load_messages

REPORT = """青溪镇2025年度法治政府建设情况的报告
一、主要举措和成效
（一）宣传。我乡发放宣传资料4余份。
二、存在的不足和原因
一是河道采砂监管手段单一，由于缺少监控设备。二是物业矛盾突出。
三、下一年度主要安排
一是加装视频监控，管住河道采砂。"""

PLAIN = """
数据台账：1 个数字，1 处矛盾
  “4余份”中的“余”“多”用在了非整数后面。  [4余份]

不足与措施：2 条不足
不足                                          原因                下一年度措施
一是河道采砂监管手段单一，由于缺少监控设备。  由于缺少监控设备。  一是加装视频监控，管住河道采砂。
二是物业矛盾突出。                            –                   –

雷同、套用迹象：1 处
  “我乡”与本单位（青溪镇）的类别不符。  [我乡发放宣传资料4余份]"""


def listing(pipeline: Pipeline, *, figures: bool) -> str:
    review = pipeline.review(text_report(REPORT, "case"))
    return noted_listing(review, load_messages("zh"), figures=figures)


def test_conflicts_pairs_and_signs_are_listed(pipeline: Pipeline) -> None:
    assert listing(pipeline, figures=False) == PLAIN


def test_every_figure_is_listed_when_asked(pipeline: Pipeline) -> None:
    lines = listing(pipeline, figures=True).splitlines()
    assert lines[2].split() == ["数字", "做了什么", "统计的是什么", "所在小节"]
    assert lines[3].split() == ["4余份", "发放", "宣传资料", "（一）宣传"]


def test_facts_no_element_uses_are_listed_with_the_missing_element(pipeline: Pipeline) -> None:
    told = "（一）字据。送到司法所的字据，每月看一遍。\n（二）宣传。"
    review = pipeline.review(text_report(REPORT.replace("（一）宣传。", told), "case"))
    lines = noted_listing(review, load_messages("zh"), figures=False).splitlines()
    place = lines.index("缺的要素：以下事实没有被任何要素采用，是不是在说它？")
    assert lines[place + 1].split() == ["编号", "没有采用的事实", "所在小节"]
    listed = [line.split()[1:] for line in lines[place + 2 :]]
    assert ["送到司法所的字据，每月看一遍", "（一）字据"] in listed
