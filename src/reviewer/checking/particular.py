"""Is anything particular said? Strikes out stock words and looks at what remains."""

from __future__ import annotations

import re
from collections.abc import Iterable

_HAN = re.compile(r"[\u4e00-\u9fff\U00020000-\U0002ffff]+")


class Striker:
    """Strikes a fixed list of words, the longest first."""

    def __init__(self, words: Iterable[str]) -> None:
        ordered = sorted(set(words), key=len, reverse=True)
        self._pattern = re.compile("|".join(map(re.escape, ordered)) or r"(?!)")

    def strike(self, text: str) -> str:
        """Return `text` with a blank for every struck word."""
        return self._pattern.sub(" ", text)

    def remains(self, text: str) -> list[str]:
        """Return the runs of Chinese characters that are left of `text`, in order."""
        return _HAN.findall(self.strike(text))

    def left(self, text: str) -> int:
        """Return how many Chinese characters stand in runs of at least two."""
        return sum(len(run) for run in self.remains(text) if len(run) > 1)
