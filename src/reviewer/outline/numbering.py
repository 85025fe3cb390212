"""Numbers at the start of a line: 一、 (一) 1. (1) in every glyph and width."""

from __future__ import annotations

import re
from re import Pattern
from typing import NamedTuple

from reviewer.outline.lexicon import Lexicon

_DIGITS = {glyph: value for value, glyph in enumerate("一二三四五六七八九", 1)}
_CHINESE = r"[一二三四五六七八九十]{1,3}"
_CIRCLED = (("①", 1), ("⑴", 1), ("⒈", 1), ("㈠", 1))

_SHORT_LINE = 40  # code points of a heading whose number has a blank for a mark
_TOP = re.compile(
    rf"(?P<ordinal>{_CHINESE})"
    rf"(?:[ ]?(?P<mark>[、.,])[ ]*|[ ]+(?=[一-龥\d]{{2}}[^。]{{0,{_SHORT_LINE}}}$))"
)
_SECOND = re.compile(
    rf"\([ ]?(?P<whole>{_CHINESE}|[-—–])[ ]?\)[ ]?[、.,:]?[ ]*"
    rf"|(?P<right>{_CHINESE})[ ]?\)[、.,]?[ ]*"
    rf"|\([ ]?(?P<left>{_CHINESE})(?:[、.,]\)?|[ ]+)[ ]*"
    r"|(?P<glyph>[㈠-㈩])[ ]*[、.]?[ ]*"
)
_THIRD = re.compile(
    r"(?P<ordinal>\d{1,2})[ ]?[.、,](?!\d|[ ]\d+[.\d])[ ]*"
    r"|(?P<year>\d{1,2})[ ]?[.、][ ]*(?=20\d\d[ ]?\D)"
    r"|(?P<glyph>[⒈-⒛])[ ]*"
)
_FOURTH = re.compile(
    r"\([ ]?(?P<whole>\d{1,2})[ ]?\)[ ]?[、.]?[ ]*|(?P<right>\d{1,2})[ ]?\)[ ]*"
    r"|(?P<glyph>[①-⑳⑴-⒇])[ ]*[、.]?[ ]*"
)
_HALF_BRACKET = re.compile(r"\)[ ]*(?=[一-龥“])|、[ ]*(?=[一-龥“])")
_STARTS = frozenset("一二三四五六七八九十(第)、0123456789")
_LARGEST = 99


class Number(NamedTuple):
    """A heading number; `end` is where the title begins (code points), after any blank.

    `ordinal` is None where only a bracket was left of the number.
    """

    level: int
    ordinal: int | None
    start: int
    end: int


def chinese_value(glyphs: str) -> int | None:
    """Return the value of a Chinese number from 一 to 九十九, None where it is none."""
    tens, ten, ones = glyphs.rpartition("十")
    if (tens and tens not in _DIGITS) or (ones and ones not in _DIGITS):
        return None
    value = (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)
    return value or None


def read_number(folded: str, start: int, end: int, lexicon: Lexicon) -> Number | None:
    """Return the heading number at `start` of a line that ends at `end`, None where none stands.

    `folded` is the folded text of the report. Numbers that belong to a sentence (2023年, 3.15,
    1.5万, 一、二级) are none.
    """
    if start >= end or not _may_start(folded[start]):
        return None
    for level, pattern in ((1, _TOP), (2, _SECOND), (3, _THIRD), (4, _FOURTH)):
        found = pattern.match(folded, start, end)
        if found:
            return _checked(level, found, folded, lexicon)
    part = lexicon.number_part.match(folded, start, end)
    if part:
        return _number(1, chinese_value(part["ordinal"]), start, part.end())
    half = _HALF_BRACKET.match(folded, start, end)
    if half:
        return Number(2 if folded[start] == ")" else 1, None, start, half.end())
    return None


def _may_start(glyph: str) -> bool:
    return glyph in _STARTS or "①" <= glyph <= "⒛" or "㈠" <= glyph <= "㈩"


def _checked(level: int, found: re.Match[str], folded: str, lexicon: Lexicon) -> Number | None:
    groups = found.groupdict()
    glyph = groups.pop("glyph", None)
    mark = groups.pop("mark", None)
    if mark == "、" and _is_enumeration(found, folded, lexicon.number_enumeration):
        return None
    figures = next((value for value in groups.values() if value), "")
    ordinal = _glyph_value(glyph) if glyph else _figure_value(figures)
    return _number(level, ordinal, found.start(), found.end())


def _number(level: int, ordinal: int | None, start: int, end: int) -> Number | None:
    if ordinal is None or not 0 < ordinal <= _LARGEST:
        return None
    return Number(level, ordinal, start, end)


def _figure_value(figures: str) -> int | None:
    if figures.isdecimal():
        return int(figures)
    return 1 if figures in "-—–" else chinese_value(figures)


def _glyph_value(glyph: str) -> int:
    first, value = max(pair for pair in _CIRCLED if pair[0] <= glyph)
    return ord(glyph) - ord(first) + value


def _is_enumeration(found: re.Match[str], folded: str, pattern: Pattern[str]) -> bool:
    """Tell 一、二级 and 一、二、三产业 from a heading: the next number follows at once."""
    next_one = pattern.match(folded, found.end())
    if not next_one:
        return False
    here = chinese_value(found["ordinal"])
    following = re.match(_CHINESE, next_one[0])
    value = chinese_value(following[0]) if following else None
    return here is not None and value == here + 1
