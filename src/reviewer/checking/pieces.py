"""What a passage is compared by: its characters, their pairs, and the families of its words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from operator import add

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_PAIR = 2
# What a piece of each kind weighs. A family stands for many words, told or not yet told.
_SINGLE, _USUAL, _FAMILY = 0.4, 1.0, 3.0


class Pieces:
    """Takes folded texts apart."""

    def __init__(self, families: Mapping[str, Iterable[str]]) -> None:
        """`families` are words that mean alike, by the name of their family."""
        self._short: defaultdict[str, list[str]] = defaultdict(list)
        self._longer: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for name, words in families.items():
            for word in words:
                if len(word) > _PAIR:
                    self._longer[word[:_PAIR]].append((word, f"<{name}>"))
                else:
                    self._short[word].append(f"<{name}>")

    def of(self, text: str) -> set[str]:
        """Return the pieces of a text, each once."""
        found: set[str] = set()
        for run in _HAN.findall(text):
            found.update(run)
            found.update(map(add, run, run[1:]))
        begun = found & self._longer.keys()
        for word in found & self._short.keys():
            found.update(self._short[word])
        for pair in begun:
            found.update(family for word, family in self._longer[pair] if word in text)
        return found

    @staticmethod
    def weight(piece: str) -> float:
        """Return what a piece counts."""
        if len(piece) > _PAIR:
            return _FAMILY
        return _USUAL if len(piece) == _PAIR else _SINGLE


def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbours among the Chinese characters of a text."""
    return frozenset(pair for run in _HAN.findall(text) for pair in map(add, run, run[1:]))
