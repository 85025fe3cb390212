import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.readers.number_formats import is_known, shown, zero_padded

# What Word shows for 1, 10, 11, 20, 21, 99, 100, 101, 110.
SHOWN = {
    "decimal": "1 10 11 20 21 99 100 101 110",
    "decimalZero": "01 10 11 20 21 99 100 101 110",
    "decimalFullWidth": "１ １０ １１ ２０ ２１ ９９ １００ １０１ １１０",
    "upperRoman": "I X XI XX XXI XCIX C CI CX",
    "lowerRoman": "i x xi xx xxi xcix c ci cx",
    "upperLetter": "A J K T U UUUU VVVV WWWW FFFFF",
    "lowerLetter": "a j k t u uuuu vvvv wwww fffff",
    "ordinal": "1st 10th 11th 20th 21st 99th 100th 101st 110th",
    "chineseCounting": "一 十 十一 二十 二十一 九十九 一○○ 一○一 一一○",
    "taiwaneseCounting": "一 十 十一 二十 二十一 九十九 一○○ 一○一 一一○",
    "chineseCountingThousand": "一 十 十一 二十 二十一 九十九 一百 一百〇一 一百一十",
    "taiwaneseCountingThousand": "一 十 十一 二十 二十一 九十九 一百 一百零一 一百一十",
    "japaneseCounting": "一 十 十一 二十 二十一 九十九 百 百一 百十",
    "chineseLegalSimplified": "壹 壹拾 壹拾壹 贰拾 贰拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾",
    "ideographLegalTraditional": "壹 壹拾 壹拾壹 貳拾 貳拾壹 玖拾玖 壹佰 壹佰零壹 壹佰壹拾",
    "japaneseLegal": "壱 壱拾 壱拾壱 弐拾 弐拾壱 九拾九 壱百 壱百壱 壱百壱拾",
    "ideographDigital": "一 一〇 一一 二〇 二一 九九 一〇〇 一〇一 一一〇",
    "taiwaneseDigital": "一 一○ 一一 二○ 二一 九九 一○○ 一○一 一一○",
    "ideographTraditional": "甲 癸 11 20 21 99 100 101 110",
    "ideographZodiac": "子 酉 戌 20 21 99 100 101 110",
    "decimalEnclosedCircle": "① ⑩ ⑪ ⑳ 21 99 100 101 110",
    "decimalEnclosedCircleChinese": "① ⑩ ⑪ ⑳ 21 99 100 101 110",
    "decimalEnclosedParen": "⑴ ⑽ ⑾ ⒇ 21 99 100 101 110",
    "decimalEnclosedFullstop": "⒈ ⒑ ⒒ ⒛ 21 99 100 101 110",
    "ideographEnclosedCircle": "㈠ ㈩ 11 20 21 99 100 101 110",
    "hex": "1 A B 14 15 63 64 65 6E",
}
VALUES = (1, 10, 11, 20, 21, 99, 100, 101, 110)
DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"○": 0, "零": 0}
LEGAL = {char: value for value, char in enumerate("零壹贰叁肆伍陆柒捌玖")}
UNITS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000}


def counted(text: str, digits: dict[str, int]) -> int:
    """Read a number of tens, hundreds and myriads, or of plain digits."""
    if "万" in text:
        myriads, rest = text.split("万")
        return counted(myriads, digits) * 10_000 + (counted(rest, digits) if rest else 0)
    if not set(text) & set(UNITS):
        return int("".join(str(digits[char]) for char in text))
    total = digit = 0
    for char in text:
        if char in UNITS:
            total += (digit or 1) * UNITS[char]
            digit = 0
        else:
            digit = digits[char]
    return total + digit


@pytest.mark.parametrize(("number_format", "texts"), SHOWN.items())
def test_number_is_shown_as_in_word(number_format, texts):
    assert [shown(value, number_format) for value in VALUES] == texts.split(" ")


@given(st.integers(min_value=1, max_value=99_999))
@pytest.mark.parametrize("number_format", ["chineseCountingThousand", "japaneseCounting"])
def test_counting_number_reads_back(number_format, value):
    assert counted(shown(value, number_format), DIGITS) == value


@given(st.integers(min_value=1, max_value=99_999))
def test_legal_number_reads_back(value):
    assert counted(shown(value, "chineseLegalSimplified"), LEGAL) == value


@given(st.integers(min_value=1, max_value=999_999))
@pytest.mark.parametrize("number_format", ["ideographDigital", "chineseCounting"])
def test_number_in_digits_reads_back(number_format, value):
    assert counted(shown(value, number_format), DIGITS) == value


@given(st.integers(min_value=1, max_value=3999))
def test_roman_number_reads_back(value):
    worth = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    values = [worth[char] for char in shown(value, "upperRoman")]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    assert total == value


@given(st.integers(min_value=1, max_value=400), st.integers(min_value=1, max_value=400))
@pytest.mark.parametrize("number_format", sorted(SHOWN))
def test_different_numbers_look_different(number_format, one, other):
    assert (shown(one, number_format) == shown(other, number_format)) == (one == other)


@given(st.integers())
@pytest.mark.parametrize("number_format", [*SHOWN, "none", "numberInDash", "no-such"])
def test_any_value_is_shown_in_a_few_characters(number_format, value):
    bound = max(32, len(str(value)) + 4)
    assert len(shown(value, number_format)) <= bound


def test_unknown_format_is_decimal():
    assert not is_known("hebrew1")
    assert shown(7, "hebrew1") == "7"


def test_zeros_fill_up_to_the_width():
    assert [zero_padded(value, 3) for value in (1, 12, 1234)] == ["001", "012", "1234"]
