"""Facts that no element claims, and the missing elements they may be about.

unclaimed:
  heading: 1.5      # what the heading above counts beside the sentence
  near: 0.1         # from this likelihood on, a fact may be about an element; so near must come the
                    # words of one that makes it present, without the heading
  alike: 0.3        # from here on, one with a figure is taken for the element in unusual words
  sure: 0.8         # from here on, beyond doubt, and weak at least with a figure of another kind
  same: 0.35        # from here on, one is told as an example of missing is, and tells nothing
  shown: 3          # facts shown for one element at the most
  nothing: |        # passages, a line each, that tell of no element
    …
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, islice

from reviewer.checking.bayes import Leaning
from reviewer.checking.case import Case
from reviewer.checking.judgement import Claimant
from reviewer.checking.kept import Kept
from reviewer.checking.likeness import Likeness, under
from reviewer.checking.notation import Pattern, Sort, sort_pattern
from reviewer.checking.parts import LEADERS, RESULTS
from reviewer.checklist.source import Node
from reviewer.report import Span

# Reasons: of a topic named without a fact, of a fact and of a topic told in unusual words.
NAMED_ONLY = frozenset({"no-fact", "slogan-only"})
UNUSUAL_FACT, UNUSUAL = "unusual-fact", "unusual-words"

_PARTS = frozenset({RESULTS, LEADERS})
# In whatever glyphs it is printed, a heading's number tells nothing.
_NUMBER = re.compile(r"^\W*(?:[㈠-㈩]|[一二三四五六七八九十]{1,3}(?=\W))")
_FACTS = tuple(sort_pattern(sort) for sort in Sort if sort is not Sort.WORDS)


@dataclass(frozen=True, slots=True)
class Nearness:
    """Which sentences come near to naming a missing element.

    nearest:
      alike: 0.5   # the share of its words, by weight, that they have more than
      shown: 3     # sentences shown at the most
    """

    alike: float
    shown: int

    @classmethod
    def read(cls, node: Node) -> Nearness:
        """Read the bounds. Raises ChecklistError."""
        bounds = cls(node.require("alike").number(), int(node.require("shown").number()))
        node.finish()
        return bounds


@dataclass(frozen=True, slots=True)
class Bounds:
    """From where on a fact is like an element; see the head of this file."""

    heading: float
    near: float
    alike: float
    sure: float
    same: float
    shown: int
    nothing: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Bounds:
        """Read the bounds. Raises ChecklistError."""
        bounds = cls(
            heading=node.require("heading").number(),
            near=node.require("near").number(),
            alike=node.require("alike").number(),
            sure=node.require("sure").number(),
            same=node.require("same").number(),
            shown=int(node.require("shown").number()),
            nothing=node.require("nothing").lines(),
        )
        node.finish()
        return bounds


@dataclass(frozen=True, slots=True)
class _Fact:
    """A sentence that tells a fact, ready to be graded with what it stands under."""

    number: int
    text: str
    publicity: bool
    own: Leaning
    shares: Mapping[str, float]


class Unclaimed:
    """The facts of one report that tell of no element; they are looked for when asked for."""

    def __init__(
        self,
        case: Case,
        bounds: Bounds,
        likeness: Likeness,
        claimants: Mapping[str, Claimant],
        told: Mapping[str, tuple[Span, ...]],
    ) -> None:
        """`claimants` are the rules that have facts, by element id.

        `told` has the evidence of every element that is not missing.
        """
        self._case = case
        self._bounds = bounds
        self._likeness = likeness
        self._claimants = claimants
        self._told = told
        self._facts = Kept(self._fact)
        self._free: dict[int, bool] = {}
        self._above = cache(likeness.lean)  # many sentences stand under one heading

    def near(self, element_id: str) -> tuple[Span, ...]:
        """Return the facts that may tell of a missing element, the likeliest first."""
        return self._places(self._like(element_id, self._bounds.near, self._telling))

    def alike(self, element_id: str) -> tuple[Span, ...]:
        """Return the facts with a figure of its own kind that likely tell of it.

        Where there is none, those with any figure that tell of it beyond doubt.
        """
        claimant, bounds = self._claimants.get(element_id), self._bounds
        if not claimant or not claimant.figures:
            return ()
        likely = self._places(self._like(element_id, bounds.alike, self._figures(element_id)))
        return likely or self._places(self._like(element_id, bounds.sure, self._telling))

    def sure(self, element_id: str) -> tuple[Span, ...]:
        """Return those that tell of it beyond doubt."""
        figures = self._figures(element_id)
        return self._places(self._proving(element_id, self._bounds.sure, figures))

    def facts_beside(self, element_id: str) -> tuple[Span, ...]:
        """Return those in a sub-section that names the element and told as its examples are."""
        named = (self._case.around(place.start) for place in self._told[element_id])
        beside = {number for span in {*chain.from_iterable(named)} for number in self._in(span)}
        figures = self._figures(element_id) & beside
        return self._places(self._proving(element_id, self._bounds.alike, figures))

    def _figures(self, element_id: str) -> Set[int]:
        claimant = self._claimants.get(element_id)
        return self._sentences_with(claimant.figures) if claimant and claimant.figures else set()

    def _places(self, facts: list[_Fact]) -> tuple[Span, ...]:
        """Return the places of the first facts that no element claims."""
        self._settle({fact.number for fact in facts} - self._free.keys())
        places = (self._case.sentence(fact.number) for fact in facts if self._free[fact.number])
        return tuple(islice(places, self._bounds.shown))

    def _proving(self, element_id: str, least: float, numbers: Set[int]) -> list[_Fact]:
        """Return those told as facts are that do not owe their likeness to the heading alone."""
        likeness, near = self._likeness, self._bounds.near
        return [
            fact
            for fact in self._like(element_id, least, numbers)
            if likeness.shares(fact.own)[element_id] >= near
            and likeness.is_fact(element_id, fact.text)
        ]

    def _like(self, element_id: str, least: float, numbers: Set[int]) -> list[_Fact]:
        """Return the facts this likely at least; an element's own counterexamples are none."""
        claimant = self._claimants.get(element_id)
        if claimant is None or claimant.home not in _PARTS:
            return []
        others = (self._shown[other] for other in self._told if other != element_id)
        facts = map(self._facts.__getitem__, numbers - frozenset().union(*others))
        like = (
            fact
            for fact in facts
            if fact
            and fact.shares[element_id] >= least
            and (claimant.publicity or not fact.publicity)
            and not self._likeness.is_counterexample(element_id, fact.text)
        )
        return sorted(like, key=lambda fact: (-fact.shares[element_id], fact.number))

    @cached_property
    def _shown(self) -> Mapping[str, Set[int]]:
        """The sentences quoted as evidence, by element."""
        return {
            element_id: {number for span in spans for number in self._in(span)}
            for element_id, spans in self._told.items()
        }

    def _fact(self, number: int) -> _Fact | None:
        """Return a sentence of the results or the first-responsible part, unless it demands."""
        case, span = self._case, self._case.segments.sentence(number)
        clauses = case.segments.clauses_in(span)
        if not case.parts.at(span.start) & _PARTS or any(map(case.asks, clauses)):
            return None
        text = case.masked.of(span)
        heads = (head for head in case.heads(span.start) if span.start not in head)
        above = self._above(" ".join(_NUMBER.sub("", case.masked.of(head)) for head in heads))
        own = self._likeness.lean(text)
        shares = self._likeness.shares(under(own, above, self._bounds.heading))
        publicity = not case.segments.set_in(span) & ~case.masked.publicity
        return _Fact(number, text, publicity, own, shares)

    @cached_property
    def _telling(self) -> Set[int]:
        return self._sentences_with(_FACTS)

    def _sentences_with(self, patterns: tuple[Pattern, ...]) -> Set[int]:
        return self._case.segments.sentences_with(self._case.clauses_of(patterns))

    def _settle(self, numbers: Set[int]) -> None:
        """Find out which sentences tell no fact of an element that is not missing."""
        if not numbers:
            return
        within = self._case.segments.set_of_sentences(numbers)
        claims = (
            claimant.claims(self._case, within)
            for element_id, claimant in self._claimants.items()
            if element_id in self._told
        )
        claimed = {n for spans in claims for span in spans for n in self._in(span)}
        self._free.update((number, number not in claimed) for number in numbers)

    def _in(self, span: Span) -> range:
        """Return the numbers of the sentences that a span reaches into."""
        segments = self._case.segments
        clauses = segments.clauses_in(span)
        first, last = (segments.sentence_of[clauses[edge]] for edge in (0, -1))
        return range(first, last + 1)
