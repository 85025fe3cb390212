from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.workbook import chart
from reviewer.review import Review

MakeReview = Callable[..., Review]
Written = Callable[..., Workbook]


def row(sheet: Worksheet, number: int) -> list[object]:
    return [cell.value for cell in sheet[number]]


def test_every_figure_points_at_the_report_s_own_sheet(
    make_review: MakeReview, written: Written
) -> None:
    review = make_review(unit="O'Neil镇")
    noon = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
    review.decide("A01", points=1.0, by="李四", at=noon)
    sheet = written(review)["汇总"]
    place, marks = "'O''Neil镇'!", "'要素矩阵'!$C$6:$F$6"
    assert row(sheet, 5) == [
        *("=RANK(J5,$J$5:$J$5)", "O'Neil镇", 2025, "2026-02-09", None),
        *(f"={place}$F$9", f"={place}$F$10"),
        *(f"={place}$F$11", f"={place}$C$11", f"={place}$H$11", f"={place}$I$11"),
        *(f'=COUNTIF({marks},"{mark}")' for mark in ("弱", "缺", "—")),
        *("李四", "2026-03-02", "青溪镇.txt"),
    ]
    assert sheet["B5"].hyperlink.location == f"{place}A1"


def test_the_best_report_comes_first_and_equals_in_the_order_given(
    make_review: MakeReview, written: Written
) -> None:
    poor, good, equal = (make_review(unit=name) for name in ("甲镇", "乙镇", "丙镇"))
    good.decide("B01", points=4.0)
    sheet = written(poor, good, equal)["汇总"]
    assert [sheet[f"B{number}"].value for number in (5, 6, 7)] == ["乙镇", "甲镇", "丙镇"]


def test_the_chart_shows_every_unit_s_share(make_review: MakeReview, written: Written) -> None:
    (drawn,) = written(make_review(), make_review())["汇总"]._charts
    (series,) = drawn.series
    assert series.val.numRef.f == "'汇总'!$J$5:$J$6"
    assert series.cat.numRef.f == "'汇总'!$B$5:$B$6"


def test_more_units_than_can_be_told_apart_are_not_drawn(
    make_review: MakeReview, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(chart, "MOST_BARS", 1)
    assert not written(make_review(), make_review())["汇总"]._charts
