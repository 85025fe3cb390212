from __future__ import annotations

from collections.abc import Callable

from tests.export.paper.papers import lines_of

from reviewer.export.paper.model import Cell, Paper, Table
from reviewer.export.paper.score_sheet import score_sheet
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]
ZH = load_messages("zh")


def table_of(paper: Paper) -> Table:
    (table,) = (block for block in paper.blocks if isinstance(block, Table))
    return table


def texts(row: tuple[Cell, ...]) -> list[str]:
    return [cell.text for cell in row]


def test_a_row_says_verdict_points_and_why(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A02", comment="请补充次数。", points=2.0)
    rows = [texts(row) for row in table_of(score_sheet(review, ZH)).rows]
    assert rows[1][:7] == ["A02", "要素A2", "3", "弱", "2", "没有写明次数。", "请补充次数。"]


def test_every_group_has_its_sums_and_the_sheet_its_total(make_review: MakeReview) -> None:
    rows = [texts(row) for row in table_of(score_sheet(make_review(), ZH)).rows]
    sums = [row[:4] for row in rows if len(row) < 8]
    assert sums == [
        ["A 主要举措和成效　小计", "5", "", "3.5"],
        ["B 存在的不足和原因　小计", "4", "", "0"],
        ["合计", "9", "", "3.5"],
    ]


def test_the_column_of_comments_is_there_only_where_somebody_commented(
    make_review: MakeReview,
) -> None:
    review = make_review()
    silent = table_of(score_sheet(review, ZH))
    review.decide("A02", comment="请补充次数。")
    spoken = table_of(score_sheet(review, ZH))
    assert "意见" not in texts(silent.head[0])
    assert "意见" in texts(spoken.head[0])


def test_every_row_is_as_wide_as_the_table(make_review: MakeReview) -> None:
    review = make_review()
    for _ in range(2):
        table = table_of(score_sheet(review, ZH))
        spans = {sum(cell.span for cell in row) for row in (*table.head, *table.rows)}
        assert spans == {len(table.widths)}
        review.decide("A02", comment="请补充次数。")


def test_the_sheet_says_who_reviewed_and_what_it_comes_to(make_review: MakeReview) -> None:
    review = make_review()
    review.decide("A01", by="周晓", confirmed=True)
    total = next(line for line in lines_of(score_sheet(review, ZH)) if line.startswith("总分"))
    assert total.startswith("总分 3.5 / 9　得分率 38.9%　等次 较差")
    assert "评查人：周晓" in total
