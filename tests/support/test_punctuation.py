"""Quotes within quotes, and sentences one behind the other."""

from __future__ import annotations

import pytest

from reviewer.support.punctuation import ended, nested, run_on


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("提到了“政务服务与“放管服”改革”", "提到了“政务服务与‘放管服’改革”"),
        ("“一“二“三”二”一”", "“一‘二“三”二’一”"),
        ("已经“对‘的’”了", "已经“对‘的’”了"),
        ("‘里面‘还有’’", "‘里面“还有”’"),
        ("“甲”和“乙”", "“甲”和“乙”"),
        ("没有引号", "没有引号"),
    ],
)
def test_quotes_within_quotes_take_the_other_marks(text: str, shown: str) -> None:
    assert nested(text) == shown


@pytest.mark.parametrize(
    "text", ["“被截断的“放管服", "“the township’s report”", "多出一个”的", "“‘交错”’"]
)
def test_marks_that_do_not_pair_up_are_left_alone(text: str) -> None:
    assert nested(text) == text


def test_chinese_sentences_follow_one_another_without_a_blank() -> None:
    assert run_on(["没有写明数量。", "", "没有写明“时间”", "还有。"]) == (
        "没有写明数量。没有写明“时间”还有。"
    )
    assert run_on(["No number.", "No date."]) == "No number. No date."


@pytest.mark.parametrize(
    ("sentence", "whole"),
    [("请补充", "请补充。"), ("请补充。", "请补充。"), ("见附件（二）", "见附件（二）"), ("", "")],
)
def test_a_sentence_without_a_stop_gets_one(sentence: str, whole: str) -> None:
    assert ended(sentence) == whole
