"""One thing is taken from a report, moved or put in; the text that comes of it.

Places are half-open pairs of code points of the text, none overlapping another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

Place = tuple[int, int]

NOTHING_SAID = "各项工作平稳有序。"
_NUMERALS = "一二三四五六七八九十"
_FIGURE = re.compile(r"\d[\d,.]*(?:余|多)?[万千百亿]?(?:余|多)?")
_SPOKEN = re.compile(
    rf"(?<![第{_NUMERALS}百千万])[两零{_NUMERALS}百千万]+[余多]?"
    "(?=[次场期名人起件户家篇条项个册份张处天宗例批堂趟桩拨回遍桌元轮所间幅位台成])"
)
_DATE = re.compile(r"20\d\d(?: ?年|(?=[-—–~至]))|\d{1,2}月(?:\d{1,2}日)?")
_MARK = re.compile(
    rf"^\s*(?:\d{{1,2}}[.．、](?!\d)\s?|[(（](?:[{_NUMERALS}]+|\d{{1,2}})[)）]|[{_NUMERALS}]+[、是])",
    re.MULTILINE,
)


def rewritten(text: str, places: Iterable[Place], write: Callable[[str], str]) -> str:
    """Write every passage anew."""
    for start, end in sorted(places, reverse=True):
        text = text[:start] + write(text[start:end]) + text[end:]
    return text


def mark_of(passage: str) -> str:
    """Return the number a passage begins with, "" where it has none."""
    mark = _MARK.match(passage)
    return mark[0] if mark else ""


def emptied(passage: str) -> str:
    """Say nothing in a passage, but keep its number and that it speaks of the whole year."""
    return mark_of(passage) + ("全年" if "全年" in passage else "") + NOTHING_SAID


def vague(passage: str) -> str:
    """Say 若干 for every figure; dates and numbers of headings stay."""
    kept = [m.span() for p in (_DATE, _MARK) for m in p.finditer(passage)]

    def some(match: re.Match[str]) -> str:
        inside = any(start <= match.start() < end for start, end in kept)
        return match[0] if inside else "若干"

    return _SPOKEN.sub("若干", _FIGURE.sub(some, passage))


def instead(text: str, places: list[Place], by: str) -> str:
    """Say `by` in the place of the first passage and nothing in the places of the others."""
    first, *others = sorted(places)
    text = rewritten(text, others, emptied)
    return text[: first[0]] + mark_of(text[slice(*first)]) + by + text[first[1] :]


def moved(text: str, places: list[Place], to: int) -> str:
    """Say nothing in the places of the passages, and the passages at `to`, outside of them."""
    passages = "".join(
        _MARK.sub("", text[start:end].strip(), count=1) for start, end in sorted(places)
    )
    before = rewritten(text[:to], [p for p in places if p[1] <= to], emptied)
    after = [(start - to, end - to) for start, end in places if start >= to]
    return before + passages + rewritten(text[to:], after, emptied)
