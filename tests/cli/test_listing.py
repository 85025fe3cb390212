from __future__ import annotations

from collections.abc import Callable

from reviewer.cli.listing import checklist_listing, outline_listing, review_listing
from reviewer.report import Section, Span
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]
SPAN = Span(0, 1)

ZH = """\
== 青溪镇.txt
青溪镇2025年法治政府建设年度报告
单位：青溪镇　年度：2025　日期：2026-02-09
编号  要素    结论      得分   理由
A01   要素A1  有        2/2
A02   要素A2  弱        1.5/3  没有写明次数。
B01   要素B1  缺        0/4    没有写明次数。
B02   要素B2  无法判定  –/1    没有写明次数。

A  主要举措和成效    3.5/5
B  存在的不足和原因  0/4
   合计              3.5/9
得分率 38.9%　等次 较差　弱 1　缺 1　无法判定 1"""


def test_a_review_is_a_table_with_header_and_totals(make_review: MakeReview) -> None:
    assert review_listing("青溪镇.txt", make_review(), load_messages("zh")) == ZH


def test_the_table_speaks_english_when_asked(make_review: MakeReview) -> None:
    shown = review_listing("a.txt", make_review(unit=None), load_messages("en"))
    assert "unit: –   year: 2025   date: 2026-02-09" in shown
    assert "A02  要素A2   weak          1.5/3   没有写明次数。" in shown
    assert shown.endswith("38.9 %   grade 较差   weak 1   missing 1   undetermined 1")


def test_an_outline_is_indented_and_marks_recovered_headings() -> None:
    below = Section(2, "（一）", "学法", False, SPAN, SPAN)
    top = Section(1, None, "成效", True, SPAN, SPAN, children=(below,))
    other = Section(1, "二、", "不足", False, SPAN, SPAN)
    assert outline_listing([top, other]) == "*成效\n  （一）学法\n二、不足"


def test_a_checklist_is_listed_by_group_with_points(make_review: MakeReview) -> None:
    assert checklist_listing(make_review().checklist, load_messages("zh")).splitlines() == [
        "虚构清单  made 1",
        "编号  要素              分值",
        "A     主要举措和成效    5",
        "A01   要素A1            2",
        "A02   要素A2            3",
        "B     存在的不足和原因  5",
        "B01   要素B1            4",
        "B02   要素B2            1",
        "      合计              10",
    ]
