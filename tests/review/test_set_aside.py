"""A remark that a person sets aside is held against no element any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.checklist import Verdict
from reviewer.review import History, Review, load_pipeline

CONSISTENT = "E09"
TEXT = """红石镇2025年度法治政府建设工作报告
一、主要工作举措和成效
（一）矛盾纠纷。排查矛盾纠纷98件，化解率103%。
（二）政务服务。便民服务中心办件X件。
"""


@pytest.fixture
def review(tmp_path: Path) -> Review:
    path = tmp_path / "红石镇.txt"
    path.write_text(TEXT, encoding="utf-8")
    return load_pipeline().open(str(path))


def keys(review: Review) -> list[str]:
    assert review.study is not None
    text = review.report.text
    return [remark.key(text) for remark in review.study.observations.ledger.conflicts]


def reasons(review: Review) -> list[str]:
    return [reason.code for reason in review.findings[CONSISTENT].reasons]


def test_it_leaves_the_reasons_of_the_element(review: Review) -> None:
    both = reasons(review)
    first, second = keys(review)
    review.decide(first, ignored="含上年积案。")
    assert len(both) == 2
    assert len(reasons(review)) == 1
    assert review.verdict(CONSISTENT) is Verdict.WEAK

    review.decide(second, ignored="“X件”是品名。")
    assert review.verdict(CONSISTENT) is Verdict.PRESENT
    assert keys(review) == [first, second]


def test_it_comes_back_when_that_is_undone(review: Review) -> None:
    both = reasons(review)
    review.decide(keys(review)[0], ignored="含上年积案。")
    review.undo()
    assert reasons(review) == both


def test_it_stays_set_aside_when_the_report_is_opened_again(review: Review) -> None:
    for key in keys(review):
        review.decide(key, ignored="属实。")
    rulings = History.of(review.key, review.rulings)
    again = load_pipeline().review(review.report, key=review.key, history=rulings)
    assert again.verdict(CONSISTENT) is Verdict.PRESENT
