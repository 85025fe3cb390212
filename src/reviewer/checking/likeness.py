"""Which element a passage sounds like, learnt from the examples and told passages of a checklist.

No pattern is asked for: a naive Bayes classifier over characters, pairs of characters and families
of words weighs every element, and what is about none of them, against the others, so that a fact
told in words no pattern knows still leans to its own element. What it returns are shares of one:
they mean the same however many examples a checklist has.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewer.checking.kept import Kept
from reviewer.checking.parts import LEADERS, RESULTS
from reviewer.checking.pieces import Pieces, pairs
from reviewer.checklist import Element, Verdict
from reviewer.support.folding import fold

_DOUBT = 25  # characters and pairs that an element is held to have as all elements have them
_SHORT = 10  # added to a passage's length, lest a few characters say too much
_NOTHING = ""  # stands for what is about no element

Leaning = tuple[float, ...]  # how a passage leans to each element, comparable within one passage


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
        self._ids = (*taught, _NOTHING)
        self._pieces = Pieces(families or {})
        self._rows = _rows((*taught.values(), (*others, *nothing)), self._pieces)
        self._empty = (0.0,) * (1 + len(self._ids))

    def lean(self, text: str) -> Leaning:
        """Return how a folded text leans to each element.

        A leaning is the logarithm of how likely the text's pieces are among those of an element,
        divided by the root of their number: neighbours are no independent witnesses.
        """
        # In order: a set comes in another one in every process, and sums differ by a last digit.
        rows = filter(None, map(self._rows.get, sorted(self._pieces.of(text))))
        known, *sums = map(sum, zip(self._empty, *rows, strict=True))
        size = math.sqrt(known + _SHORT)
        return tuple(added / size for added in sums)

    def shares(self, leaning: Leaning) -> Mapping[str, float]:
        """Return how likely a passage is about each element; with about none they add up to 1."""
        most = max(leaning)
        odds = [math.exp(one - most) for one in leaning]
        whole = sum(odds)
        return {id_: one / whole for id_, one in zip(self._ids, odds, strict=True) if id_}

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


def _rows(taught: Iterable[Iterable[str]], pieces: Pieces) -> Mapping[str, list[float]]:
    """Return, by piece, what it weighs and its logarithm among the pieces of each class."""
    counts = [Counter(piece for text in texts for piece in pieces.of(text)) for texts in taught]
    everywhere: Counter[str] = Counter()
    for one in counts:
        everywhere.update(one)
    whole = everywhere.total()
    unheard = [math.log(_DOUBT / (one.total() + _DOUBT)) for one in counts]
    empty = {weight: [weight, *(weight * one for one in unheard)] for weight in pieces.weights}
    rows = {piece: empty[pieces.weight(piece)].copy() for piece in everywhere}
    for place, one in enumerate(counts, start=1):
        for piece, count in one.items():
            row = rows[piece]
            row[place] += row[0] * math.log1p(count * whole / everywhere[piece] / _DOUBT)
    return rows


def _shared(ones: frozenset[str], others: frozenset[str]) -> float:
    sizes = len(ones) * len(others)
    return len(ones & others) / math.sqrt(sizes) if sizes else 0.0
