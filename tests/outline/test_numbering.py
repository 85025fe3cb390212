"""Numbers of headings: every glyph, width and slip is read; numbers of sentences are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.outline.lexicon import load_lexicon
from reviewer.outline.numbering import chinese_value, read_number
from reviewer.support.folding import fold

LEXICON = load_lexicon()
DIGITS = "一二三四五六七八九"


def chinese(value):
    tens, ones = divmod(value, 10)
    front = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens - 1] + "十"
    return front + (DIGITS[ones - 1] if ones else "")


def full_width(text):
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


def number_of(line):
    return read_number(fold(line), 0, len(line), LEXICON)


STYLES = [
    (1, chinese, "{}、"),
    (1, chinese, "{}."),
    (1, chinese, "{} 、"),
    (1, chinese, "第{}部分 "),
    (2, chinese, "({})"),
    (2, chinese, "( {})"),
    (2, chinese, "〔{}〕"),
    (2, chinese, "({})、"),
    (2, chinese, "{})"),
    (2, chinese, "({} "),
    (3, str, "{}."),
    (3, str, "{}、"),
    (3, str, "{} ."),
    (4, str, "({})"),
    (4, str, "( {} )"),
    (4, str, "{})"),
]


@pytest.mark.parametrize(("level", "written", "style"), STYLES)
@given(
    value=st.integers(1, 99),
    wide=st.booleans(),
    blanks=st.sampled_from(["", " ", "\u3000", "\u00a0\u00a0"]),
    title=st.sampled_from(["加强学习", "“放管服”改革", "《条例》落实情况"]),
)
def test_any_number_in_any_style_and_width_is_read(
    level, written, style, value, wide, blanks, title
):
    printed = style.format(written(value))
    printed = full_width(printed) if wide else printed
    number = number_of(printed + blanks + title)
    assert number is not None
    assert (number.level, number.ordinal) == (level, value)
    assert (printed + blanks + title)[number.end :] == title


@given(value=st.integers(1, 99))
def test_chinese_numbers_mean_what_they_say(value):
    assert chinese_value(chinese(value)) == value


@pytest.mark.parametrize(
    ("line", "level", "ordinal"),
    [
        ("㈠加强学习", 2, 1),
        ("㈩加强学习", 2, 10),
        ("①加强学习", 4, 1),
        ("⑿加强学习", 4, 12),
        ("⒊加强学习", 3, 3),
        ("1.2024年工作", 3, 1),
        ("1. 2024年工作", 3, 1),
        ("二、三项制度落实情况", 1, 2),
        ("一、一年来工作回顾", 1, 1),
        ("（－）加强学习", 2, 1),
        (")加强学习", 2, None),
        ("、主要做法", 1, None),
    ],
)
def test_rare_glyphs_and_slips_are_read(line, level, ordinal):
    number = number_of(line)
    assert number is not None
    assert (number.level, number.ordinal) == (level, ordinal)


@pytest.mark.parametrize(
    "line",
    [
        "2023年以来，我镇认真落实",
        "12·4国家宪法日",
        "12.4国家宪法日",
        "3.15消费者权益日",
        "1.5万份资料",
        "110联动",
        "12345热线",
        "一、二级响应期间",
        "一、二、三产业",
        "三、四月份开展宣传",
        "一是加强学习",
        "一年来",
        "十分重视",
        "二〇二四年一月十五日",
        "2024.1.15",
        "(此件公开发布)",
        "（试行）",
        "十二十、加强",
        "零、加强",
        "",
    ],
)
def test_numbers_of_sentences_are_no_heading_numbers(line):
    assert number_of(line) is None
