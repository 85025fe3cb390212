"""Years as reports write them: 2025年, 二〇二五年."""

from __future__ import annotations

import re

_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_YEAR = re.compile(r"(20\d\d|二[〇零○]二[〇零○一二三四五六七八九])(?: ?年|$)")


def years_in(folded: str) -> list[int]:
    """Return the years named in a folded text, in its order; at its end 年 may be left out."""
    return [int(year.translate(_DIGITS)) for year in _YEAR.findall(folded)]


def begins_with(year: int, folded: str) -> bool:
    """Tell whether the first words of a folded text are this year."""
    first = _YEAR.match(folded.lstrip())
    return first is not None and years_in(first[0]) == [year]
