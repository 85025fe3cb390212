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
from itertools import pairwise

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_SINGLE = 0.4  # what a character weighs beside a pair of characters
_DOUBT = 25  # characters and pairs that an element is held to have as all elements have them
_SHORT = 20  # added to a passage's length, lest a few characters say too much
_SAME = 0.35  # from here on a passage is told as an example is


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


class Likeness:
    """Compares passages with the examples of every element."""

    def __init__(self, lessons: Mapping[str, Lesson]) -> None:
        """`lessons` are the examples by element id."""
        self._lessons = lessons
        self._weights = _weights(
            {id_: Counter(_pieces(" ".join(lesson.told))) for id_, lesson in lessons.items()}
        )

    def grades(self, text: str) -> Mapping[str, float]:
        """Return how much folded `text` is like each element, 0 for those it shares nothing with.

        A grade is the sum of logarithms of how much more often the element's examples have what
        `text` has than all examples do, divided by the root of its length.
        """
        grades: dict[str, float] = {}
        pieces = _pieces(text)
        for piece in pieces:
            for element_id, weight in self._weights.get(piece, ()):
                grades[element_id] = grades.get(element_id, 0.0) + weight
        size = math.sqrt(len(pieces) + _SHORT)
        return {element_id: grade / size for element_id, grade in grades.items()}

    def is_counterexample(self, element_id: str, text: str) -> bool:
        """Tell whether folded `text` is most like an example that does not report on an element."""
        lesson = self._lessons[element_id]
        against = _nearest(text, lesson.missing)
        return against > _SAME and against > _nearest(text, lesson.told)

    def is_fact(self, element_id: str, text: str) -> bool:
        """Tell whether folded `text` is told rather as the examples with a fact than without."""
        lesson = self._lessons[element_id]
        return _nearest(text, lesson.present) >= _nearest(text, lesson.weak)


def _weights(counts: Mapping[str, Counter[str]]) -> Mapping[str, tuple[tuple[str, float], ...]]:
    """Return, by piece, the elements that have it more often than all together, and by how much."""
    everywhere: Counter[str] = Counter()
    for one in counts.values():
        everywhere.update(one)
    whole = everywhere.total()
    weights: dict[str, list[tuple[str, float]]] = {}
    for element_id, one in counts.items():
        size = one.total() + _DOUBT
        for piece, count in one.items():
            usual = everywhere[piece] / whole
            ratio = (count + _DOUBT * usual) / size / usual
            if ratio > 1:
                share = _SINGLE if len(piece) == 1 else 1.0
                weights.setdefault(piece, []).append((element_id, share * math.log(ratio)))
    return {piece: tuple(by_element) for piece, by_element in weights.items()}


def _pieces(text: str) -> list[str]:
    """Return the Chinese characters of a text and the pairs of neighbours among them."""
    pieces: list[str] = []
    for run in _HAN.findall(text):
        pieces += run
        pieces += map("".join, pairwise(run))
    return pieces


def _nearest(text: str, examples: Iterable[str]) -> float:
    """Return the share of pairs a text has in common with the nearest example, 1 for the same."""
    ones = _pairs(text)
    return max((_shared(ones, _pairs(example)) for example in examples), default=0.0)


def _pairs(text: str) -> frozenset[str]:
    return frozenset(piece for piece in _pieces(text) if len(piece) > 1)


def _shared(ones: frozenset[str], others: frozenset[str]) -> float:
    sizes = len(ones) * len(others)
    return len(ones & others) / math.sqrt(sizes) if sizes else 0.0
