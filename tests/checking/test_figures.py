from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.checking.conftest import OpenCase

from reviewer.checking.case import Case
from reviewer.checking.figures import numeral_value


def figures(case: Case) -> list[tuple[float, str]]:
    return [(figure.value, figure.unit) for figure in case.figures]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("调解纠纷35件", 35, "件"),
        ("受教育2500余人次", 2500, "人次"),
        ("发放资料1.2万份", 12000, "份"),
        ("发放资料１２００份", 1200, "份"),
        ("罚款3,500元", 3500, "元"),
        ("办结率98.5%", 98.5, "%"),
        ("办结率98.5％", 98.5, "%"),
        ("开展演练三次", 3, "次"),
        ("开展宣讲十余场", 10, "场"),
        ("召开会议两次", 2, "次"),
        ("开出罚单一百零六张", 106, "张"),
        ("三百〇五件合同", 305, "件"),
        ("罚了八万六千元", 86000, "元"),
        ("补贴两万元", 20000, "元"),
        ("谈了四轮", 4, "轮"),
        ("各搞了一次全村撤离", 1, "次"),
        ("四十三件事搬进大厅", 43, "件事"),
        ("巡河一次，演练两场", 1, "次"),
        ("要证明十八种", 18, "种"),
        ("听众上百名", 100, "名"),
        ("收到一起", 1, "起"),
    ],
)
def test_a_figure_has_value_and_unit(
    open_case: OpenCase, text: str, value: float, unit: str
) -> None:
    assert figures(open_case(text))[0] == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "第3次全体会议",
        "2025年1月",
        "20个工作日内办结",
        "党的二十大",
        "推行三项制度",
        "盯住三件事",
        "高效办成一件事",
        "做到发现一起、查处一起",
        "成熟一个，推出一个",
        "办好一次性告知",
        "12·4国家宪法日",
        "当场叫到一起",
        "十四五期间",
        "落实三会一课",
        "一庭两所",
        "三位一体",
        "“三个规定”",
        "百名干部下基层",
        "两名以上执法人员",
        "第三十三条、三十四条",
        "第33、34条",
        "两种做法",
    ],
)
def test_ordinals_dates_time_limits_and_set_phrases_are_no_figures(
    open_case: OpenCase, text: str
) -> None:
    assert figures(open_case(text)) == []


def test_what_is_vague_is_kept_with_the_digits(open_case: OpenCase) -> None:
    (figure,) = open_case("组织学法4余次").figures
    assert (figure.digits, figure.vague) == ("4", "余")


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("三", 3), ("十", 10), ("十二", 12), ("二百零五", 205), ("一万二千", 12000)],
)
def test_chinese_numerals_have_their_value(numeral: str, value: float) -> None:
    assert numeral_value(numeral) == value


@given(st.integers(min_value=1, max_value=99))
def test_every_numeral_below_a_hundred_is_read_back(number: int) -> None:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    tens_text = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    assert numeral_value(tens_text + (digits[ones] if ones else "")) == number
