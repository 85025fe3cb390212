"""The figures of a report: value, unit and place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives
from reviewer.checking.language import Language
from reviewer.report import Span

_NUMERALS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_NEAR = 10  # code points between the two of 发现一起、查处一起
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
        self._ignored = frozenset(language.ignored_units)
        units = alternatives((*language.units, *language.ignored_units))
        spoken = alternatives((*language.numeral_units, *language.ignored_units))
        self._no_figure_after = language.no_figure_after
        self._few = language.ignored_below
        self._events = frozenset(language.event_units)
        events = alternatives(language.event_units)
        done = "|".join(f"(?<={re.escape(word)})" for word in language.done_once)
        vague = alternatives(language.vague)
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
        """Yield the figures of `text` in order; ordinals and legal time limits are none."""
        for match in self._pattern.finditer(text):
            written, spoken, numeral = match.group("unit", "spoken", "numeral")
            unit = written or spoken
            if unit in self._ignored or text.endswith(self._no_figure_after, 0, match.start()):
                continue
            if numeral:
                value, digits, vague = numeral_value(numeral), "", match["vague3"]
                if numeral == "一" and self._each(text, match.start(), match.end()):
                    continue
            else:
                digits, scale, before, behind = match.group("digits", "scale", "vague", "vague2")
                value = float(digits.replace(",", "")) * _SCALES.get(scale or "", 1)
                vague = before or behind
            if value < self._few.get(unit, 0):
                continue
            yield Figure(Span(*match.span()), value, unit, digits, vague or "")

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
