"""The number formats of ECMA-376 part 1, 17.18.59, as Word shows them.

Where the standard is silent or contradicts itself, Word's own output decides (published probes of
Word 16): chineseCounting counts in digits with U+25CB from 100 on, chineseCountingThousand says 〇
inside a number and drops the leading one of 11 to 19 only, enclosed forms fall back to decimal.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

# Word leaves the number empty from here on; no report counts so far.
_LARGEST = 1_000_000
# Letters are doubled, tripled … after z; a hostile start value must not make megabytes of them.
_MOST_REPEATS = 30


def shown(value: int, number_format: str) -> str:
    """Return `value` in `number_format`, in decimal where the format is not known."""
    write = _FORMATS.get(number_format)
    if write is None or not 0 <= value < _LARGEST:
        return str(value)
    return write(value)


def is_known(number_format: str) -> bool:
    """Tell whether `shown` writes this format as Word does."""
    return number_format in _FORMATS


def zero_padded(value: int, width: int) -> str:
    """Return the decimal number with at least `width` digits, as custom formats ask (001, 002)."""
    return str(value).zfill(min(width, _MOST_REPEATS))


def _roman(value: int) -> str:
    if not 0 < value < 4000:
        return str(value)
    parts = []
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        parts.append(letters * count)
    return "".join(parts)


def _letters(value: int) -> str:
    if value < 1:
        return str(value)
    repeats, place = divmod(value - 1, 26)
    return chr(ord("A") + place) * min(repeats + 1, _MOST_REPEATS)


def _ordinal(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return f"{value}th"
    return f"{value}{_ORDINAL_ENDINGS.get(value % 10, 'th')}"


def _digits(glyphs: str) -> Callable[[int], str]:
    """Write every decimal digit with the glyph at its place."""
    table = str.maketrans("0123456789", glyphs)
    return lambda value: str(value).translate(table)


def _series(glyphs: str) -> Callable[[int], str]:
    """Write 1, 2, … with the glyphs in turn, in decimal beyond them."""
    return lambda value: glyphs[value - 1] if 1 <= value <= len(glyphs) else str(value)


def _enclosed(first: int, count: int) -> Callable[[int], str]:
    return _series("".join(chr(first + place) for place in range(count)))


def _counting(digits: str) -> Callable[[int], str]:
    """Count with tens up to 99, digit by digit from 100 on."""

    def write(value: int) -> str:
        if 0 < value < 100:
            tens, ones = divmod(value, 10)
            ten = "" if tens == 0 else "十" if tens == 1 else digits[tens] + "十"
            return ten + (digits[ones] if ones else "")
        return "".join(digits[int(digit)] for digit in str(value))

    return write


def _thousands(
    digits: str, units: str, *, zero: str, one: str, leading_one: bool
) -> Callable[[int], str]:
    """Count with 十百千万.

    `units` are ten, hundred, thousand, ten thousand; `zero` fills a gap inside a number; `one`
    names the units before which a one is written; `leading_one` tells whether 10 to 19 begin with
    a one.
    """

    def below_myriad(value: int) -> str:
        parts: list[str] = []
        gap = False
        for power in (3, 2, 1, 0):
            digit = value // 10**power % 10
            if digit == 0:
                gap = bool(parts)
                continue
            unit = units[power - 1] if power else ""
            parts.append(zero if gap else "")
            parts.append("" if digit == 1 and unit and unit not in one else digits[digit])
            parts.append(unit)
            gap = False
        return "".join(parts)

    def write(value: int) -> str:
        if value == 0:
            return digits[0]
        myriads, rest = divmod(value, 10_000)
        text = below_myriad(rest)
        if myriads:
            text = below_myriad(myriads) + units[3] + (zero if 0 < rest < 1000 else "") + text
        ten = digits[1] + units[0]
        if not leading_one and text.startswith(ten):
            text = text[1:]
        return text

    return write


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_ORDINAL_ENDINGS: Mapping[int, str] = {1: "st", 2: "nd", 3: "rd"}
_CIRCLED = _enclosed(0x2460, 20)
_FULL_WIDTH = _digits("０１２３４５６７８９")
_IDEOGRAPHIC = _digits("〇一二三四五六七八九")
_TAIWAN_COUNTING = _counting("○一二三四五六七八九")

_FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": lambda value: f"{value:02}",
    "decimalFullWidth": _FULL_WIDTH,
    "decimalFullWidth2": _FULL_WIDTH,
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda value: _letters(value).lower(),
    "ordinal": _ordinal,
    "hex": lambda value: f"{value:X}",
    "numberInDash": lambda value: f"- {value} -",
    "none": lambda _: "",
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedParen": _enclosed(0x2474, 20),
    "decimalEnclosedFullstop": _enclosed(0x2488, 20),
    "ideographEnclosedCircle": _enclosed(0x3220, 10),
    "ideographTraditional": _series("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _series("子丑寅卯辰巳午未申酉戌亥"),
    "ideographZodiacTraditional": lambda value: (
        "甲乙丙丁戊己庚辛壬癸"[(value - 1) % 10] + "子丑寅卯辰巳午未申酉戌亥"[(value - 1) % 12]
        if value
        else "0"
    ),
    "ideographDigital": _IDEOGRAPHIC,
    "japaneseDigitalTenThousand": _IDEOGRAPHIC,
    "koreanDigital2": _digits("零一二三四五六七八九"),
    "taiwaneseDigital": _digits("○一二三四五六七八九"),
    "chineseCounting": _TAIWAN_COUNTING,
    "taiwaneseCounting": _TAIWAN_COUNTING,
    "chineseCountingThousand": _thousands(
        "〇一二三四五六七八九", "十百千万", zero="〇", one="十百千万", leading_one=False
    ),
    "taiwaneseCountingThousand": _thousands(
        "零一二三四五六七八九", "十百千萬", zero="零", one="十百千萬", leading_one=False
    ),
    "chineseLegalSimplified": _thousands(
        "零壹贰叁肆伍陆柒捌玖", "拾佰仟万", zero="零", one="拾佰仟万", leading_one=True
    ),
    "ideographLegalTraditional": _thousands(
        "零壹貳參肆伍陸柒捌玖", "拾佰仟萬", zero="零", one="拾佰仟萬", leading_one=True
    ),
    "japaneseCounting": _thousands(
        "〇一二三四五六七八九", "十百千万", zero="", one="万", leading_one=False
    ),
    "japaneseLegal": _thousands(
        "〇壱弐参四伍六七八九", "拾百阡萬", zero="", one="拾百阡萬", leading_one=True
    ),
}
