"""Text made to be slow or to break things costs no more than a report of its length."""

from __future__ import annotations

import time

import pytest

PIECES = [
    "镇",
    "松坪镇人民政府\n",
    "一、",
    "(一)\n",
    ")加强\n",
    "县委:\n",
    "存在的问题\n",
    "二是",
    "标题:",
    "《松坪镇",
    "2024年《",
    "由松坪街",
    "| ",
]
LENGTH = 60_000  # code points


@pytest.mark.parametrize("piece", PIECES)
def test_repeated_piece_takes_linear_time(piece, outline_of):
    lines = (piece * (LENGTH // len(piece))).split("\n")
    begun = time.process_time()
    outline_of(*[line for line in lines if line])
    assert time.process_time() - begun < 5


def test_years_before_a_report_in_one_line_take_linear_time(outline_of):
    line = "2025年" * (2 * LENGTH // 5) + "总结。一、工作情况。二、问题。三、计划。"
    begun = time.process_time()
    outline_of(line)
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(
    "lines", [[], ["一"], ["。"], ["~首页 > 政务公开"], ["一、"], [")"], ["："]]
)
def test_scraps_have_an_outline_without_front_matter(lines, outline_of):
    outline = outline_of(*lines)
    assert outline.sections == ()
    assert outline.front.title is None
