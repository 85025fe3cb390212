"""Is anything particular said? Strikes out stock words and looks at what remains."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from reviewer.checking.alternatives import any_of

_HAN = re.compile(r"[\u4e00-\u9fff\U00020000-\U0002ffff]+")


class Striker:
    """Strikes a fixed list of words, the longest first."""

    def __init__(self, words: Iterable[str]) -> None:
        self._pattern = any_of(words)

    def strike(self, text: str) -> str:
        """Return `text` with a blank for every struck word."""
        return self._pattern.sub(" ", text)

    def remains(self, text: str) -> list[str]:
        """Return the runs of Chinese characters that are left of `text`, in order."""
        return _HAN.findall(self.strike(text))

    def left(self, text: str) -> int:
        """Return how many Chinese characters stand in runs of at least two."""
        return sum(len(run) for run in self.remains(text) if len(run) > 1)


@lru_cache(maxsize=64)
def striker(words: tuple[str, ...]) -> Striker:
    """Return a striker of `words`, the same one when it is asked for again."""
    return Striker(words)


def runs_in(text: str, size: int) -> Iterator[str]:
    """Yield all runs of `size` characters in a text."""
    return map("".join, zip(*(text[begin:] for begin in range(size)), strict=False))
