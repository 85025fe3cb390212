"""The value of a heading's number as printed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reviewer.checking.figures import numeral_value
from reviewer.support.folding import fold

_DIGITS = re.compile(r"\d+")
_NUMERALS = re.compile(r"[一二三四五六七八九十百]+")


@lru_cache(maxsize=512)
def ordinal(number: str) -> int | None:
    """Return the value of a printed number such as （三）, 3., ③ or ㈢; None where it has none."""
    folded = fold(number)
    if digits := _DIGITS.search(folded):
        return int(digits[0])
    if numerals := _NUMERALS.search(folded):
        return int(numeral_value(numerals[0]))
    values = (unicodedata.numeric(character, None) for character in folded)
    return next((int(value) for value in values if value is not None), None)
