"""Patterns that find any of many words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

NOTHING = re.compile(r"(?!)")  # matches nowhere


def alternatives(words: Iterable[str]) -> str:
    """Return a pattern of `words`, the longest first; no words match nowhere.

    Words that begin alike share their first character, so that a place of the text is compared
    with these alone.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words), key=len, reverse=True):
        rests[word[:1]].append(re.escape(word[1:]))
    return "|".join(map(_begun, rests, rests.values())) or NOTHING.pattern


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Compile the pattern of `words`."""
    return re.compile(alternatives(words))


def _begun(first: str, rests: list[str]) -> str:
    return re.escape(first) + (rests[0] if len(rests) == 1 else f"(?:{'|'.join(rests)})")
