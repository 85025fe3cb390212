from __future__ import annotations

from collections.abc import Callable

from openpyxl import Workbook

from reviewer.checklist import Verdict
from reviewer.review import Review

MakeReview = Callable[..., Review]
Written = Callable[..., Workbook]


def test_all_weak_and_missing_elements_are_listed(
    make_review: MakeReview, written: Written
) -> None:
    changed = make_review(unit="柳坪乡")
    changed.decide("A02", verdict=Verdict.PRESENT)
    sheet = written(make_review(), changed)["问题清单"]
    listed = [[cell.value for cell in row][1:6] for row in sheet.iter_rows(min_row=4)]
    assert listed == [
        ["柳坪乡", 2025, "B01", "要素B1", "缺"],
        ["青溪镇", 2025, "A02", "要素A2", "弱"],
        ["青溪镇", 2025, "B01", "要素B1", "缺"],
    ]


def test_a_faultless_report_has_an_empty_list_that_says_so(
    make_review: MakeReview, written: Written
) -> None:
    sheet = written(make_review(["present"] * 4))["问题清单"]
    assert sheet["A2"].value == "没有判为弱、缺或扣分的要素。"
    assert sheet.max_row == 3
