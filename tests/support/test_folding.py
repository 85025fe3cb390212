"""Folding brings spellings together and moves nothing."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.support.folding import fold, simplified
from reviewer.support.resources import resource

TRADITIONAL = tomllib.loads(resource("lexicon", "traditional.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("printed", "folded"),
    [
        ("２０２４年（第１号）", "2024年(第1号)"),
        ("松坪鎮關於法治政府建設情況的報告", "松坪镇关于法治政府建设情况的报告"),
        ("下一步，黨委將徵求羣衆意見", "下一步,党委将征求群众意见"),
        ("成效顯著，著力推動", "成效显著,著力推动"),
        ("「依法\u3000辦事」", "“依法 办事”"),
        ('落实"四议两公开"工作法', "落实“四议两公开”工作法"),
        ('一块5"的屏\n"五进"', '一块5"的屏\n“五进”'),
    ],
)
def test_spellings_come_together(printed, folded):
    assert fold(printed) == folded


def test_simplifying_leaves_width_alone():
    assert simplified("（２０２４）報告") == "（２０２４）报告"


@given(st.text() | st.text(alphabet='鎮關（２「＂"\u3000年a\n'))
def test_nothing_moves(text):
    folded = fold(text)
    assert len(folded) == len(text)
    assert fold(folded) == folded


def test_every_traditional_character_has_one_simplified():
    one, other = ("".join(TRADITIONAL[key]) for key in ("traditional", "simplified"))
    assert len(one) == len(other) == len(set(one))
    assert not set(one) & set(other)
