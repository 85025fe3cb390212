from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from reviewer.checklist import Verdict
from reviewer.outline import FieldValue, FrontField, HeadingLevel
from reviewer.report import Anchor, Span
from reviewer.review import (
    CommentIs,
    Ignored,
    NotApplicable,
    PointsAre,
    Review,
    Said,
    Status,
    StatusIs,
    VerdictIs,
)

MakeReview = Callable[..., Review]
Written = Callable[..., Workbook]


def entries(book: Workbook) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book["评查日志"].iter_rows(min_row=4)]


def test_rulings_stand_in_order_of_time_with_who_and_when(
    make_review: MakeReview, written: Written
) -> None:
    review = make_review()
    for hour, element in ((9, "B01"), (8, "A02")):
        at = datetime.datetime(2026, 3, 2, hour).astimezone()
        review.decide(element, verdict=Verdict.PRESENT, by="李四", at=at)
    assert entries(written(review)) == [
        ["2026-03-02 08:00:00", "李四", "青溪镇", "A02 要素A2", "改判", "弱", "有"],
        ["2026-03-02 09:00:00", "李四", "青溪镇", "B01 要素B1", "改判", "缺", "有"],
    ]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (VerdictIs("A02", Verdict.MISSING), ["A02 要素A2", "改判", "弱", "缺"]),
        (PointsAre("A02", 2.5), ["A02 要素A2", "评分", "1.5", "2.5"]),
        (CommentIs("", "总体较好"), [None, "意见", None, "总体较好"]),
        (NotApplicable("A02"), ["A02 要素A2", "不适用", "弱", None]),
        (Ignored("A02", "附件已有"), ["A02 要素A2", "不采纳", "弱", "附件已有"]),
        (StatusIs(Status.SENT_BACK), [None, "状态", None, "已退回"]),
        (FieldValue(FrontField.YEAR, 2024), [None, "报告信息", "2025", "年度：2024"]),
    ],
)
def test_every_kind_of_ruling_is_told_in_words(
    make_review: MakeReview, written: Written, said: Said, shown: list[object]
) -> None:
    review = make_review()
    review.do(said, by="李四")
    assert [entry[3:] for entry in entries(written(review))] == [shown]


def test_a_corrected_heading_is_named(make_review: MakeReview, written: Written) -> None:
    review = make_review()
    start = review.report.text.index("二、存在")
    place = Anchor.of(review.report.text, Span(start, start + 6))
    review.do(HeadingLevel(place, None), by="李四")
    (entry,) = entries(written(review))
    assert [entry[3], entry[4], entry[6]] == ["二、存在的不", "标题层级", "不是标题"]


def test_a_log_without_decisions_says_so(make_review: MakeReview, written: Written) -> None:
    assert written(make_review())["评查日志"]["A2"].value == (
        "没有人工决定；各项结论均为程序建议。"
    )
