"""Which element a passage sounds like, learnt from the examples and told passages of a checklist.

No pattern is asked for: a naive Bayes classifier over characters, pairs of characters and families
of words weighs every element, and what is about none of them, against the others, so that a fact
told in words no pattern knows still leans to its own element.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewer.checking.bayes import Leaning, NaiveBayes
from reviewer.checking.kept import Kept
from reviewer.checking.parts import LEADERS, RESULTS
from reviewer.checking.pieces import Pieces, pairs
from reviewer.checklist import Element, Verdict
from reviewer.support.folding import fold

_NOTHING = ""  # stands for what is about no element


@dataclass(frozen=True, slots=True)
class Lesson:
    """The folded passages that teach one element: with a fact, without, and on another matter."""

    present: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()

    @classmethod
    def of(cls, element: Element) -> Lesson:
        """Return what an element's examples and told passages teach, where it counts."""
        passages: defaultdict[Verdict, list[str]] = defaultdict(list)
        for example in element.examples:
            said = " ".join(example.parts.get(part, "") for part in ("", RESULTS, LEADERS))
            passages[example.verdict].append(fold(said))
        passages[Verdict.PRESENT] += map(fold, element.told)
        verdicts = (Verdict.PRESENT, Verdict.WEAK, Verdict.MISSING)
        return cls(*(tuple(passages[verdict]) for verdict in verdicts))

    @property
    def told(self) -> tuple[str, ...]:
        """The passages that report on the element."""
        return (*self.present, *self.weak)


class Likeness:
    """Compares passages with what teaches every element."""

    def __init__(
        self,
        lessons: Mapping[str, Lesson],
        same: float,
        nothing: Iterable[str] = (),
        families: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """`lessons` are what teaches each element, by its id; `nothing` is about none of them.

        `same` is the share of pairs that passages told alike have in common.
        """
        self._same = same
        self._lessons = lessons
        self._pairs_of = Kept(pairs)
        taught = {id_: lesson.told for id_, lesson in lessons.items()}
        others = (text for lesson in lessons.values() for text in lesson.missing)
        self._bayes = NaiveBayes({**taught, _NOTHING: (*others, *nothing)}, Pieces(families or {}))

    def lean(self, text: str) -> Leaning:
        """Return how a folded text leans to each element."""
        return self._bayes.lean(text)

    def shares(self, leaning: Leaning) -> Mapping[str, float]:
        """Return how likely a passage is about each element; with about none they add up to 1."""
        shares = self._bayes.shares(leaning)
        return {id_: share for id_, share in shares.items() if id_ != _NOTHING}

    def is_counterexample(self, element_id: str, text: str) -> bool:
        """Tell whether folded `text` is most like an example that does not report on an element."""
        lesson, ones = self._lessons[element_id], pairs(text)
        against = self._nearest(ones, lesson.missing)
        return against > self._same and against > self._nearest(ones, lesson.told)

    def is_fact(self, element_id: str, text: str) -> bool:
        """Tell whether folded `text` is told rather as the examples with a fact than without."""
        lesson, ones = self._lessons[element_id], pairs(text)
        return self._nearest(ones, lesson.present) >= self._nearest(ones, lesson.weak)

    def _nearest(self, ones: frozenset[str], examples: Iterable[str]) -> float:
        """Return the share of pairs in common with the nearest example, 1 for the same."""
        return max((_shared(ones, self._pairs_of[example]) for example in examples), default=0.0)


def under(own: Leaning, above: Leaning, heading: float) -> Leaning:
    """Return how a passage leans with what it stands under, which counts `heading` times."""
    return tuple(one + heading * other for one, other in zip(own, above, strict=True))


def _shared(ones: frozenset[str], others: frozenset[str]) -> float:
    sizes = len(ones) * len(others)
    return len(ones & others) / math.sqrt(sizes) if sizes else 0.0
