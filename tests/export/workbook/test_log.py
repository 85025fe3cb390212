from __future__ import annotations

import datetime
from collections.abc import Callable

from openpyxl import Workbook

from reviewer.checklist import Verdict
from reviewer.review import Review

MakeReview = Callable[..., Review]
Written = Callable[..., Workbook]


def test_decisions_stand_in_order_of_time_with_who_and_what(
    make_review: MakeReview, written: Written
) -> None:
    review = make_review()
    for hour, element in ((9, "B01"), (8, "A02")):
        at = datetime.datetime(2026, 3, 2, hour).astimezone()
        review.decide(element, verdict=Verdict.WEAK, points=1.5, confirmed=True, by="李四", at=at)
    sheet = written(review)["评查日志"]
    assert [[cell.value for cell in row][:7] for row in sheet.iter_rows(min_row=4)] == [
        [
            "2026-03-02 08:00:00",
            "李四",
            "青溪镇",
            "A02",
            "要素A2",
            "弱",
            "结论：弱；评分：1.5；已确认",
        ],
        [
            "2026-03-02 09:00:00",
            "李四",
            "青溪镇",
            "B01",
            "要素B1",
            "缺",
            "结论：弱；评分：1.5；已确认",
        ],
    ]


def test_a_log_without_decisions_says_so(make_review: MakeReview, written: Written) -> None:
    assert written(make_review())["评查日志"]["A2"].value == (
        "没有人工决定；各项结论均为程序建议。"
    )
