"""The figures of a report: value, unit and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives, any_of
from reviewer.checking.language import Language
from reviewer.report import Span

_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NEAR = 10  # code points between the two of 发现一起、查处一起
_FAR = 24  # code points before the last number of an enumeration such as 第三十三条、三十四条
_ROUND = frozenset("百千")
_SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


# Not frozen for the reason that spans are not.
@dataclass(slots=True, unsafe_hash=True)
class Figure:
    """A number with its unit.

    `digits` is the number as printed, empty for a Chinese numeral; `vague` the word for "and
    more" in it, such as 余, empty where there is none.
    """

    span: Span
    value: float
    unit: str
    digits: str
    vague: str


class FigureFinder:
    """Finds figures in folded text; units come from the checklist."""

    def __init__(self, language: Language) -> None:
        words = language.figures
        self._ignored = frozenset(words.ignored_units)
        units = alternatives((*words.units, *words.ignored_units))
        spoken = alternatives((*words.numeral_units, *words.ignored_units))
        self._no_figure_after = words.no_figure_after
        self._round_after = words.round_after
        self._joins = words.number_joins
        self._few = words.ignored_below
        self._events = frozenset(words.event_units)
        events = alternatives(words.event_units)
        done = "|".join(f"(?<={re.escape(word)})" for word in words.done_once)
        self._set_phrases = frozenset(words.set_phrases)
        self._set_or_not = any_of((*words.set_phrases, *words.set_phrase_exceptions))
        also = f"(?:{alternatives(words.number_joins)})"
        number = r"[0-9零〇一二三四五六七八九十百千]+\w?"
        self._ordinals = re.compile(
            rf"(?:{alternatives(words.no_figure_after)}){number}(?:{also}{number})*{also}\Z"
        )
        vague = alternatives(words.vague)
        self._pattern = re.compile(
            # A look ahead first: nearly every character of a text begins no figure.
            rf"(?=[0-9一二两三四五六七八九十百千])(?:"
            rf"(?P<digits>[0-9](?<![0-9.][0-9])[0-9]*(?:,[0-9]{{3}})*(?:\.[0-9]+)?) ?"
            rf"(?P<vague>{vague})?"
            rf" ?(?P<scale>[万亿千百])?(?P<vague2>{vague})? ?(?P<unit>{units})"
            # 一 counts where the clause ends behind its unit: 一次 as in 演练一次, not 一次办好;
            # and where something was done once: 搞了一次撤离.
            r"|(?P<numeral>(?:[二两三四五六七八九十百千]|一(?=[十百千万]))"
            r"[零〇一二两三四五六七八九十百千万]*"
            rf"|一(?=(?:{spoken})(?:[,;:。、)\n]|\Z))|(?:{done})一(?={events}))"
            rf"(?P<vague3>{vague})?(?P<spoken>{spoken}))"
        )

    def find(self, text: str) -> Iterator[Figure]:
        """Yield the figures of `text` in order; ordinals and set phrases are none."""
        phrases = (m.span() for m in self._set_or_not.finditer(text) if m[0] in self._set_phrases)
        counting_nothing = {place for phrase in phrases for place in range(*phrase)}
        for match in self._pattern.finditer(text):
            written, spoken, numeral = match.group("unit", "spoken", "numeral")
            unit = written or spoken
            if unit in self._ignored or match.start() in counting_nothing:
                continue
            if self._is_ordinal(text, match.start()):
                continue
            if numeral:
                value, digits, vague = numeral_value(numeral), "", match["vague3"]
                if self._names(text, match.start(), match.end(), f"{numeral}{vague or ''}"):
                    continue
            else:
                digits, scale, before, behind = match.group("digits", "scale", "vague", "vague2")
                value = float(digits.replace(",", "")) * _SCALES.get(scale or "", 1)
                vague = before or behind
            if value < self._few.get(unit, 0):
                continue
            yield Figure(Span(*match.span()), value, unit, digits, vague or "")

    def _is_ordinal(self, text: str, start: int) -> bool:
        """Tell whether a number at `start` says which one it is, as in 第33、34条."""
        if text.endswith(self._no_figure_after, 0, start):
            return True
        if not text.endswith(self._joins, 0, start):  # most are not
            return False
        return bool(self._ordinals.search(text, max(0, start - _FAR), start))

    def _names(self, text: str, start: int, end: int, numeral: str) -> bool:
        """Tell whether a numeral counts nothing: 发现一起、查处一起, 百名干部下基层."""
        if numeral in _ROUND:  # 上百名 does
            return not text.endswith(self._round_after, 0, start)
        return numeral == "一" and self._each(text, start, end)

    def _each(self, text: str, start: int, end: int) -> bool:
        """Tell whether 一起 is every single one, as in 发现一起、查处一起."""
        one = text[start:end]
        around = text[max(0, start - _NEAR) : start] + "\n" + text[end : end + _NEAR]
        return one[1:] not in self._events and one in around


def numeral_value(numeral: str) -> float:
    """Return the value of a Chinese numeral such as 二十三 or 三百."""
    total = section = digit = 0
    for character in numeral:
        scale = _SCALES.get(character)
        if scale is None:
            digit = _NUMERALS[character]
        elif scale >= 10_000:
            total, section, digit = (total + section + digit) * scale, 0, 0
        else:
            section, digit = section + (digit or 1) * scale, 0
    return float(total + section + digit)
