"""The sentences that come nearest to naming what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.checking import Judge
from reviewer.outline import Lexicon, build_outline
from reviewer.readers import text_report

NearestTo = Callable[[str, str], list[str]]

REPORT = Path(__file__).parents[1] / "corpus/fresh/reports/shapingjiedao2024.txt"
NEAREST = """
import sys
from reviewer.review import load_pipeline
review = load_pipeline().open(sys.argv[1])
print([review.study.nearest(element) for element in review.findings])
"""
HEAD = "青溪镇2025年度法治政府建设情况的报告\n一、主要举措和成效\n"


@pytest.fixture
def nearest(judge: Judge, lexicon: Lexicon) -> NearestTo:
    """A function that returns the quotes nearest to an element in a text."""

    def found(element: str, text: str) -> list[str]:
        report = text_report(HEAD + text, "case")
        study = judge.study(report, build_outline(report, lexicon))
        return [evidence.quote.strip() for evidence in study.nearest(element)]

    return found


def test_a_sentence_with_part_of_the_words_is_near(nearest: NearestTo) -> None:
    text = "干部会上讲了复议的事。道路修好了。河道变清了。树种好了。"
    assert nearest("A18", text) == ["干部会上讲了复议的事。"]


def test_a_sentence_in_another_part_is_near_and_knows_its_heading(
    judge: Judge, lexicon: Lexicon
) -> None:
    text = "修路3条。\n二、下一年度主要安排\n一是制定应急预案。二是修桥。"
    report = text_report(HEAD + text, "case")
    [near] = judge.study(report, build_outline(report, lexicon)).nearest("A13")
    assert near.quote == "一是制定应急预案。"
    assert near.section == ("二、下一年度主要安排",)


def test_no_more_than_three_are_told_and_the_nearest_comes_first(nearest: NearestTo) -> None:
    text = "修路。学习行政复议知识。讲行政复议。懂行政复议。知行政复议。会行政应诉和行政复议。"
    assert len(nearest("A18", text)) == 3


def test_nothing_is_near_where_no_words_are_shared(nearest: NearestTo) -> None:
    assert nearest("A18", "修路3条，栽树9棵。") == []


def test_an_element_without_patterns_has_nothing_near(nearest: NearestTo) -> None:
    assert nearest("E01", "修路3条。") == []


def test_what_is_nearest_does_not_hang_on_the_order_in_which_python_hashes() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", NEAREST, str(REPORT)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("3", "4")
    }
    assert len(told) == 1
