from __future__ import annotations

from collections.abc import Callable

import pytest
from openpyxl import Workbook

from reviewer.export.workbook import book
from reviewer.readers import text_report
from reviewer.review import Ignored, Pipeline, Review

Written = Callable[..., Workbook]

REPORT = """青溪镇2025年度法治政府建设情况的报告
一、主要举措和成效
（一）宣传。发放宣传资料3000余份，讲座4余次。
二、存在的不足和原因
一是监管手段单一。"""


def entries(whole: Workbook) -> list[list[object]]:
    return [[cell.value for cell in row] for row in whole["数据台账"].iter_rows(min_row=4)]


def test_every_figure_stands_there_with_what_it_counts_and_what_is_doubtful(
    pipeline: Pipeline, written: Written
) -> None:
    rows = entries(written(pipeline.review(text_report(REPORT, "case"))))
    section = "一、主要举措和成效 › （一）宣传"
    assert rows[0] == [*(1, "青溪镇", 3000, "份", "宣传资料", "发放", "3000余份", section, None)]
    assert rows[1][2:4] == [4, "次"]
    assert rows[1][8] == "“4余次”中的“余”“多”用在了非整数后面。"


def test_of_very_many_reports_only_what_is_doubtful_is_listed(
    pipeline: Pipeline, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_SHEETS", 0)
    rows = entries(written(pipeline.review(text_report(REPORT, "case"))))
    assert [row[6] for row in rows] == ["4余次"]


def test_what_was_set_aside_is_no_doubt_any_more_and_named_in_the_log(
    pipeline: Pipeline, written: Written
) -> None:
    review = pipeline.review(text_report(REPORT, "case"))
    assert review.study is not None
    (conflict,) = review.study.observations.ledger.conflicts
    review.do(Ignored(conflict.key(review.report.text), "原件如此"), by="李四")
    whole = written(review)
    assert [row[8] for row in entries(whole)] == [None, None]
    log = [cell.value for cell in whole["评查日志"][4]]
    assert log[3] == "“4余次”中的“余”“多”用在了非整数后面。"
    assert log[6] == "原件如此"


def test_a_review_made_by_hand_has_no_figures(
    make_review: Callable[..., Review], written: Written
) -> None:
    assert written(make_review())["数据台账"].max_row == 3
