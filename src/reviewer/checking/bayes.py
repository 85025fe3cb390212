"""A naive Bayes classifier: which of several classes of passages a text sounds like.

What it returns are shares of one: they mean the same however many passages a class is taught by.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from reviewer.checking.pieces import Pieces

_DOUBT = 25  # characters and pairs that a class is held to have as all classes have them
_SHORT = 10  # added to a passage's length, lest a few characters say too much

Class = TypeVar("Class", bound=Hashable)
Leaning = tuple[float, ...]  # how a passage leans to each class, comparable within one passage


class NaiveBayes(Generic[Class]):
    """Weighs classes against each other by the pieces of the folded texts that teach them."""

    def __init__(self, taught: Mapping[Class, Iterable[str]], pieces: Pieces) -> None:
        """`taught` has the folded passages of each class."""
        self._classes = tuple(taught)
        self._pieces = pieces
        self._rows = _rows(taught.values(), pieces)
        self._empty = (0.0,) * (1 + len(self._classes))

    def lean(self, text: str) -> Leaning:
        """Return how a folded text leans to each class.

        A leaning is the logarithm of how likely the text's pieces are among those of a class,
        divided by the root of their number: neighbours are no independent witnesses.
        """
        # In order: a set comes in another one in every process, and sums differ by a last digit.
        rows = filter(None, map(self._rows.get, sorted(self._pieces.of(text))))
        known, *sums = map(sum, zip(self._empty, *rows, strict=True))
        size = math.sqrt(known + _SHORT)
        return tuple(added / size for added in sums)

    def shares(self, leaning: Leaning) -> Mapping[Class, float]:
        """Return how likely a passage is of each class; they add up to 1."""
        most = max(leaning)
        odds = [math.exp(one - most) for one in leaning]
        whole = sum(odds)
        return {class_: one / whole for class_, one in zip(self._classes, odds, strict=True)}


def _rows(taught: Iterable[Iterable[str]], pieces: Pieces) -> Mapping[str, list[float]]:
    """Return, by piece, what it weighs and its logarithm among the pieces of each class."""
    counts = [Counter(piece for text in texts for piece in pieces.of(text)) for texts in taught]
    everywhere: Counter[str] = Counter()
    for one in counts:
        everywhere.update(one)
    whole = everywhere.total()
    unheard = [math.log(_DOUBT / (one.total() + _DOUBT)) for one in counts]
    weights = {piece: pieces.weight(piece) for piece in everywhere}
    empty = {
        weight: [weight, *(weight * one for one in unheard)] for weight in set(weights.values())
    }
    rows = {piece: empty[weight].copy() for piece, weight in weights.items()}
    for place, one in enumerate(counts, start=1):
        for piece, count in one.items():
            row = rows[piece]
            row[place] += row[0] * math.log1p(count * whole / everywhere[piece] / _DOUBT)
    return rows
