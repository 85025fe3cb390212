"""Facts that no element claims, and the missing elements they may be about.

unclaimed:
  heading: 1.5    # what the likeness of the heading above counts beside that of the sentence
  near: 1         # from here on, a fact may be about an element
  alike: 2        # from here on, one with a figure is taken for the element in unusual words
  rivals: 1       # elements it may be more like and still be so taken
  shown: 3        # facts shown for one element at the most
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from reviewer.checking.case import Case
from reviewer.checking.judgement import Claimant, Criterion
from reviewer.checking.likeness import Likeness
from reviewer.checking.notation import Pattern, Sort, sort_pattern
from reviewer.checking.parts import LEADERS, RESULTS
from reviewer.checklist.source import Node
from reviewer.report import Span

# Reasons: of a topic named without a fact, of a fact and of a topic told in unusual words.
NAMED_ONLY = frozenset({"no-fact", "slogan-only"})
UNUSUAL_FACT, UNUSUAL = "unusual-fact", "unusual-words"

_PARTS = frozenset({RESULTS, LEADERS})
_FACTS = tuple(sort_pattern(sort) for sort in Sort if sort is not Sort.WORDS)


@dataclass(frozen=True, slots=True)
class Bounds:
    """From where on a fact is like an element; see the head of this file."""

    heading: float
    near: float
    alike: float
    rivals: int
    shown: int

    @classmethod
    def read(cls, node: Node) -> Bounds:
        """Read the bounds. Raises ChecklistError."""
        bounds = cls(
            heading=node.require("heading").number(),
            near=node.require("near").number(),
            alike=node.require("alike").number(),
            rivals=int(node.require("rivals").number()),
            shown=int(node.require("shown").number()),
        )
        node.finish()
        return bounds


@dataclass(frozen=True, slots=True)
class _Fact:
    """A sentence that tells a fact, and how much it is like each element."""

    number: int
    start: int
    text: str
    publicity: bool
    grades: Mapping[str, float]

    def rivals(self, element_id: str) -> int:
        """Return how many elements this is more like."""
        grade = self.grades.get(element_id, 0.0)
        return sum(other > grade for other in self.grades.values())


class Unclaimed:
    """The facts of one report that tell of no element; they are looked for when asked for."""

    def __init__(
        self,
        case: Case,
        bounds: Bounds,
        likeness: Likeness,
        criteria: Mapping[str, Criterion],
        told: Mapping[str, tuple[Span, ...]],
    ) -> None:
        """`told` has the evidence of every element that is not missing."""
        self._case = case
        self._bounds = bounds
        self._likeness = likeness
        self._criteria = criteria
        self._told = told
        self._facts: dict[int, _Fact | None] = {}

    def near(self, element_id: str) -> tuple[Span, ...]:
        """Return the facts that may tell of a missing element, the likeliest first."""
        return self._places(self._like(element_id, self._bounds.near, self._telling))

    def alike(self, element_id: str) -> tuple[Span, ...]:
        """Return the facts with a figure of its own kind that hardly tell of anything else."""
        return self._places(self._alike(element_id))

    def facts_beside(self, element_id: str) -> tuple[Span, ...]:
        """Return those in a sub-section that names the element and told as its examples are."""
        places = {
            (span.start, span.end)
            for named in self._told[element_id]
            for span in self._case.around(named.start)
        }
        return self._places(
            fact
            for fact in self._alike(element_id)
            if any(start <= fact.start < end for start, end in places)
            and self._likeness.is_fact(element_id, fact.text)
        )

    def _alike(self, element_id: str) -> list[_Fact]:
        criterion = self._criteria[element_id]
        figures = criterion.figures if isinstance(criterion, Claimant) else ()
        if not figures:
            return []
        like = self._like(element_id, self._bounds.alike, self._sentences_with(figures))
        return [fact for fact in like if fact.rivals(element_id) <= self._bounds.rivals]

    def _places(self, facts: Iterable[_Fact]) -> tuple[Span, ...]:
        free = (fact for fact in facts if fact.number not in self._claimed)
        places = (self._case.sentence(fact.number) for fact in free)
        return tuple(islice(places, self._bounds.shown))

    def _like(self, element_id: str, least: float, numbers: Set[int]) -> list[_Fact]:
        """Return the facts of this grade at least; an element's own counterexamples are none."""
        criterion = self._criteria[element_id]
        if not isinstance(criterion, Claimant) or criterion.home not in _PARTS:
            return []
        others = (self._shown[other] for other in self._told if other != element_id)
        facts = map(self._fact, sorted(numbers - frozenset().union(*others)))
        like = [
            fact
            for fact in facts
            if fact
            and fact.grades.get(element_id, 0.0) >= least
            and (criterion.publicity or not fact.publicity)
            and not self._likeness.is_counterexample(element_id, fact.text)
        ]
        return sorted(like, key=lambda fact: -fact.grades[element_id])

    @cached_property
    def _shown(self) -> Mapping[str, Set[int]]:
        """The sentences quoted as evidence, by element."""
        return {
            element_id: {number for span in spans for number in self._in(span)}
            for element_id, spans in self._told.items()
        }

    def _fact(self, number: int) -> _Fact | None:
        """Return a sentence of the results or the first-responsible part, unless it demands."""
        if number not in self._facts:
            self._facts[number] = self._weighed(number)
        return self._facts[number]

    def _weighed(self, number: int) -> _Fact | None:
        case, span = self._case, self._case.segments.sentence(number)
        clauses = case.segments.clauses_in(span)
        if not case.parts.at(span.start) & _PARTS or any(map(case.asks, clauses)):
            return None
        publicity = case.masked.publicity.issuperset(clauses)
        text = case.masked.of(span)
        return _Fact(number, span.start, text, publicity, self._grades(span, text))

    @cached_property
    def _telling(self) -> Set[int]:
        return self._sentences_with(_FACTS)

    def _sentences_with(self, patterns: tuple[Pattern, ...]) -> Set[int]:
        sentence_of = self._case.segments.sentence_of
        return {sentence_of[clause] for clause in self._case.clauses_of(patterns)}

    def _grades(self, sentence: Span, text: str) -> Mapping[str, float]:
        """Return the grades of a sentence together with those of what it stands under."""
        heads = [head for head in self._case.heads(sentence.start) if sentence.start not in head]
        above = self._likeness.grades(" ".join(map(self._case.masked.of, heads)))
        own = self._likeness.grades(text)
        weight = self._bounds.heading
        return {
            element_id: own.get(element_id, 0.0) + weight * above.get(element_id, 0.0)
            for element_id in own.keys() | above.keys()
        }

    @cached_property
    def _claimed(self) -> Set[int]:
        """The sentences that tell a fact of an element that is not missing."""
        claims = (
            criterion.claims(self._case)
            for element_id, criterion in self._criteria.items()
            if element_id in self._told and isinstance(criterion, Claimant)
        )
        return {place for spans in claims for span in spans for place in self._in(span)}

    def _in(self, span: Span) -> Iterator[int]:
        """Yield the numbers of the sentences that a span reaches into."""
        segments = self._case.segments
        yield from {segments.sentence_of[clause] for clause in segments.clauses_in(span)}
