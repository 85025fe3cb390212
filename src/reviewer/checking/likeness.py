"""How much a passage sounds like what a checklist's examples tell of each element.

Words are not asked for: passages are compared by characters and pairs of characters, so that a
fact told in words no pattern knows is still nearest to its own element.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from operator import add

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SINGLE = 0.4  # what a character weighs beside a pair of characters
_DOUBT = 25  # characters and pairs that an element is held to have as all elements have them
_SHORT = 20  # added to a passage's length, lest a few characters say too much


@dataclass(frozen=True, slots=True)
class Lesson:
    """The folded examples of one element: those with a fact, those without, those on another."""

    present: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The examples that report on the element."""
        return (*self.present, *self.weak)


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """The pieces of a text that tell of any element; compared by identity.

    `size` is the root of the number of all its pieces.
    """

    telling: tuple[str, ...]
    size: float


class Likeness:
    """Compares passages with the examples of every element."""

    def __init__(self, lessons: Mapping[str, Lesson], same: float) -> None:
        """`lessons` are the examples by element id.

        `same` is the share of pairs that passages told alike have in common.
        """
        self._same = same
        self._lessons = lessons
        self._pairs_of: dict[str, frozenset[str]] = {}
        self._weights = _weights(
            {id_: Counter(_pieces(" ".join(lesson.told))) for id_, lesson in lessons.items()}
        )
        self._telling = {piece: piece for own in self._weights.values() for piece in own}

    def read(self, text: str) -> Passage:
        """Return a folded text ready to be graded, for many elements as a rule."""
        found = _pieces(text)
        # The table's own strings: a long report has each of them a thousand times.
        telling = tuple(filter(None, map(self._telling.get, found)))
        return Passage(telling, math.sqrt(len(found) + _SHORT))

    def grade(self, element_id: str, passage: Passage) -> float:
        """Return how much a passage is like an element, 0 where they share nothing.

        A grade is the sum of logarithms of how much more often the element's examples have its
        pieces than all examples do, divided by the root of their number.
        """
        weights = filter(None, map(self._weights[element_id].get, passage.telling))
        return sum(weights) / passage.size

    def is_counterexample(self, element_id: str, text: str) -> bool:
        """Tell whether folded `text` is most like an example that does not report on an element."""
        lesson, ones = self._lessons[element_id], _pairs(text)
        against = self._nearest(ones, lesson.missing)
        return against > self._same and against > self._nearest(ones, lesson.told)

    def is_fact(self, element_id: str, text: str) -> bool:
        """Tell whether folded `text` is told rather as the examples with a fact than without."""
        lesson, ones = self._lessons[element_id], _pairs(text)
        return self._nearest(ones, lesson.present) >= self._nearest(ones, lesson.weak)

    def _nearest(self, ones: frozenset[str], examples: Iterable[str]) -> float:
        """Return the share of pairs in common with the nearest example, 1 for the same."""
        return max((_shared(ones, self._pairs(example)) for example in examples), default=0.0)

    def _pairs(self, example: str) -> frozenset[str]:
        if example not in self._pairs_of:
            self._pairs_of[example] = _pairs(example)
        return self._pairs_of[example]


def _weights(counts: Mapping[str, Counter[str]]) -> Mapping[str, Mapping[str, float]]:
    """Return, by element, the pieces it has more often than all together, and by how much."""
    everywhere: Counter[str] = Counter()
    for one in counts.values():
        everywhere.update(one)
    whole = everywhere.total()
    weights: dict[str, dict[str, float]] = {}
    for element_id, one in counts.items():
        size = one.total() + _DOUBT
        own = weights[element_id] = {}
        for piece, count in one.items():
            usual = everywhere[piece] / whole
            ratio = (count + _DOUBT * usual) / size / usual
            if ratio > 1:
                share = _SINGLE if len(piece) == 1 else 1.0
                own[piece] = share * math.log(ratio)
    return weights


def _pieces(text: str) -> list[str]:
    """Return the Chinese characters of a text and the pairs of neighbours among them."""
    found: list[str] = []
    for run in _HAN.findall(text):
        found += run
        found += map(add, run, run[1:])
    return found


def _pairs(text: str) -> frozenset[str]:
    return frozenset(piece for piece in _pieces(text) if len(piece) > 1)


def _shared(ones: frozenset[str], others: frozenset[str]) -> float:
    sizes = len(ones) * len(others)
    return len(ones & others) / math.sqrt(sizes) if sizes else 0.0
