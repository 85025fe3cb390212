"""A naive Bayes classifier: which of several classes of passages a text sounds like.

What it returns are shares of one: they mean the same however many passages a class is taught by.
"""

from __future__ import annotations

import math
import struct
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, TypeVar

from reviewer.checking.pieces import Pieces

_DOUBT = 25  # characters and pairs that a class is held to have as all classes have them
_SHORT = 10  # added to a passage's length, lest a few characters say too much
_BITS = 64  # of a number in a row, many more than the sum of all rows takes
_ONE = 1 << 32  # what stands for 1.0 there

Class = TypeVar("Class", bound=Hashable)
Leaning = tuple[float, ...]  # how a passage leans to each class, comparable within one passage


class NaiveBayes(Generic[Class]):
    """Weighs classes against each other by the pieces of the folded texts that teach them."""

    def __init__(self, taught: Mapping[Class, Iterable[str]], pieces: Pieces) -> None:
        """`taught` has the folded passages of each class."""
        self._classes = tuple(taught)
        self._pieces = pieces
        counts = [Counter(chain.from_iterable(map(pieces.of, taught[one]))) for one in taught]
        self._unheard = [math.log(_DOUBT / (one.total() + _DOUBT)) for one in counts]
        self._rows = _rows(counts, pieces)
        self._numbers = struct.Struct(f"<{1 + len(counts)}Q")

    def lean(self, text: str) -> Leaning:
        """Return how a folded text leans to each class.

        A leaning is the logarithm of how likely the text's pieces are among those of a class,
        divided by the root of their number: neighbours are no independent witnesses.
        """
        rows = sum(filter(None, map(self._rows.get, self._pieces.of(text))))
        known, *heard = self._numbers.unpack(rows.to_bytes(self._numbers.size, "little"))
        size = _ONE * math.sqrt(known / _ONE + _SHORT)
        return tuple(
            (known * unheard + more) / size
            for unheard, more in zip(self._unheard, heard, strict=True)
        )

    def shares(self, leaning: Leaning) -> Mapping[Class, float]:
        """Return how likely a passage is of each class; they add up to 1."""
        most = max(leaning)
        odds = [math.exp(one - most) for one in leaning]
        whole = sum(odds)
        return {class_: one / whole for class_, one in zip(self._classes, odds, strict=True)}


def _rows(counts: Sequence[Counter[str]], pieces: Pieces) -> Mapping[str, int]:
    """Return, by piece, what it weighs and how much likelier each class makes it than unheard.

    These numbers stand side by side in one whole number, from its lowest bits on: so all classes
    are added up at once, and in whatever order the sum is the same.
    """
    everywhere: Counter[str] = Counter()
    for one in counts:
        everywhere.update(one)
    whole = everywhere.total()
    weights = {piece: pieces.weight(piece) for piece in everywhere}
    rows = {piece: round(_ONE * weight) for piece, weight in weights.items()}
    for place, one in enumerate(counts, start=1):
        for piece, count in one.items():
            likelier = math.log1p(count * whole / everywhere[piece] / _DOUBT)
            rows[piece] += round(_ONE * weights[piece] * likelier) << place * _BITS
    return rows
