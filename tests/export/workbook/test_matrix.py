from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl import Workbook

from reviewer.export.workbook import book
from reviewer.review import Review

MakeReview = Callable[..., Review]
Written = Callable[..., Workbook]


def test_a_mark_follows_the_verdict_on_the_report_s_sheet(
    make_review: MakeReview, written: Written
) -> None:
    sheet = written(make_review())["要素矩阵"]
    place = "'青溪镇'!$D$6"
    assert sheet["B6"].value == "青溪镇"
    assert sheet["D6"].value == (
        f'=IF({place}="不适用","／",IF({place}="无法判定","—",IF({place}="缺","缺",'
        f'IF({place}="弱","弱",IF({place}="有","有","")))))'
    )


def test_marks_are_words_where_no_report_has_a_sheet(
    make_review: MakeReview, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_SHEETS", 0)
    sheet = written(make_review())["要素矩阵"]
    assert [sheet.cell(6, column).value for column in range(3, 7)] == ["有", "弱", "缺", "—"]


def test_headings_name_groups_and_elements(make_review: MakeReview, written: Written) -> None:
    sheet = written(make_review())["要素矩阵"]
    assert [sheet[place].value for place in ("C3", "E3")] == [
        *("A 主要举措和成效", "B 存在的不足和原因")
    ]
    assert [sheet.cell(5, column).value for column in range(3, 7)] == ["A01", "A02", "B01", "B02"]
    assert "C3:D3" in {str(merged) for merged in sheet.merged_cells.ranges}


def test_below_stands_how_often_an_element_is_weak_or_missing(
    make_review: MakeReview, written: Written
) -> None:
    sheet = written(make_review(), make_review())["要素矩阵"]
    assert [sheet["B8"].value, sheet["B9"].value] == ["“弱”的份数", "“缺”的份数"]
    assert sheet["D8"].value == '=COUNTIF(D$6:D$7,"弱")'
