from __future__ import annotations

import datetime
from collections.abc import Callable

from reviewer.export.paper.model import PageBreak, Paper, Table
from reviewer.export.paper.summary import summary
from reviewer.review import Review
from reviewer.support.messages import load_messages

MakeReview = Callable[..., Review]
ZH = load_messages("zh")
GOOD = ("present", "present", "present", "present")


def tables(paper: Paper) -> list[list[list[str]]]:
    return [
        [[cell.text for cell in row] for row in block.rows]
        for block in paper.blocks
        if isinstance(block, Table)
    ]


def test_the_best_stands_first_and_equals_share_a_rank(make_review: MakeReview) -> None:
    reviews = [make_review(), make_review(GOOD, unit="柳坪乡"), make_review(unit="石桥镇")]
    ranking, _ = tables(summary(reviews, ZH, today=datetime.date(2026, 3, 2)))
    assert [row[:2] for row in ranking] == [["1", "柳坪乡"], ["2", "青溪镇"], ["2", "石桥镇"]]
    assert ranking[0][4:12] == ["5", "5", "10", "10", "100.0%", "优秀", "0", "0"]


def test_the_matrix_shows_every_verdict_and_counts_below(make_review: MakeReview) -> None:
    reviews = [make_review(), make_review(GOOD, unit="柳坪乡")]
    _, matrix = tables(summary(reviews, ZH))
    assert matrix == [
        ["柳坪乡", "有", "有", "有", "有"],
        ["青溪镇", "有", "弱", "缺", "—"],
        ["“弱”的份数", "0", "1", "0", "0"],
        ["“缺”的份数", "0", "0", "1", "0"],
    ]


def test_the_matrix_begins_on_a_page_of_its_own(make_review: MakeReview) -> None:
    blocks = summary([make_review()], ZH).blocks
    kinds = [type(block) for block in blocks]
    assert kinds.index(Table) < kinds.index(PageBreak) < len(kinds) - 1


def test_every_row_is_as_wide_as_its_table(make_review: MakeReview) -> None:
    for block in summary([make_review()], ZH).blocks:
        if isinstance(block, Table):
            spans = {sum(cell.span for cell in row) for row in (*block.head, *block.rows)}
            assert spans == {len(block.widths)}
