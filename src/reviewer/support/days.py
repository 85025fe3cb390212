"""Days as people write them."""

from __future__ import annotations

import datetime
import re
import unicodedata

_SEPARATORS = str.maketrans("年月/.", "----")
_PARTED = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_RUN_TOGETHER = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


def read_day(words: str) -> datetime.date | None:
    """Return the day that is meant by 2026-01-31, 2026/1/31, 2026.1.31, 2026年1月31日 or 20260131.

    Figures and separators may be of full width. None where no day is written, or none there is.
    """
    plain = "".join(unicodedata.normalize("NFKC", words).split())
    figures = plain.removesuffix("日").translate(_SEPARATORS)
    found = _PARTED.fullmatch(figures) or _RUN_TOGETHER.fullmatch(figures)
    if found is None:
        return None
    try:
        return datetime.date(*map(int, found.groups()))
    except ValueError:
        return None


def iso_day(words: str) -> str:
    """Return a day that was written in any of these ways as 2026-01-31, other words as they are."""
    day = read_day(words)
    return words if day is None else day.isoformat()
