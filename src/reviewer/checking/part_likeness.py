"""Which part of a report a text reads like, whatever its heading says or without any.

Learnt from the examples of a checklist and from the passages that tell its parts. It is asked only
for a part that no heading names.

part_likeness:
  heading: 2        # what a section's heading counts beside one sentence below it
  characters: 24    # how long a section must be, its heading included
  section: {shortcomings: -0.4, leaders: 1, plan: -0.5}  # by how much it must lead, on average
  sentence: 3       # what a single sentence can speak for or against a passage
  passage: {shortcomings: 4, plan: 7}  # by how much the sentences of a passage must lead, added up

All are natural logarithms of how many times likelier one part is than the likeliest other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.checking.bayes import Leaning, NaiveBayes
from reviewer.checking.pieces import Pieces
from reviewer.checklist import Element
from reviewer.checklist.source import Node
from reviewer.report import Span
from reviewer.support.folding import fold

_SENTENCE = re.compile(r"[^。!?;\n]+[。!?;\n]*")
_TOLD = ("shortcomings", "leaders", "plan")  # the parts that a section may be by what it tells
_UNHEADED = ("shortcomings", "plan")  # those that may stand without a heading
_HEADING = "_heading"  # ends the key of an example that replaces a part's heading


@dataclass(frozen=True, slots=True)
class PartBounds:
    """From where on a text is a part; see the head of this file."""

    heading: float
    characters: int
    section: Mapping[str, float]
    sentence: float
    passage: Mapping[str, float]

    @classmethod
    def read(cls, node: Node) -> PartBounds:
        """Read the bounds. Raises ChecklistError."""
        section, passage = node.require("section"), node.require("passage")
        bounds = cls(
            heading=node.require("heading").number(),
            characters=int(node.require("characters").number()),
            section={part: section.require(part).number() for part in _TOLD},
            sentence=node.require("sentence").number(),
            passage={part: passage.require(part).number() for part in _UNHEADED},
        )
        section.finish()
        passage.finish()
        node.finish()
        return bounds


class PartLikeness:
    """Compares texts with what teaches every part."""

    def __init__(
        self,
        taught: Mapping[str, Iterable[str]],
        families: Mapping[str, Iterable[str]],
        bounds: PartBounds,
    ) -> None:
        """`taught` has the folded passages of each part."""
        self._bounds = bounds
        self._places = {part: place for place, part in enumerate(taught)}
        sentences = {
            part: [found[0] for text in texts for found in _SENTENCE.finditer(text)]
            for part, texts in taught.items()
        }
        self._bayes = NaiveBayes(sentences, Pieces(families))

    def section(self, heading: str, body: str) -> Mapping[str, float]:
        """Return by how much parts lead in a section, by its folded heading and text.

        Those that do not lead by enough are left out, all where the section tells too little.
        """
        if len(heading) + len(body.strip()) < self._bounds.characters:
            return {}
        leanings = [self._bayes.lean(found[0]) for found in _SENTENCE.finditer(body)]
        weight = self._bounds.heading
        size = weight + len(leanings)
        if not size:
            return {}  # headings count nothing, and below this one there is nothing
        above = self._bayes.lean(heading)
        mean = tuple(
            (weight * one + sum(others)) / size
            for one, *others in zip(above, *leanings, strict=True)
        )
        leads = {part: self._lead(part, mean) for part in self._bounds.section}
        return {part: lead for part, lead in leads.items() if lead >= self._bounds.section[part]}

    def passage(self, part: str, text: str) -> Span | None:
        """Return the stretch of a folded text that reads most like a part, None without one."""
        most, least = self._bounds.sentence, self._bounds.passage[part]
        best, start, added = None, 0, 0.0
        for found in _SENTENCE.finditer(text):
            if added <= 0:
                start, added = found.start(), 0.0
            added += max(-most, min(most, self._lead(part, self._bayes.lean(found[0]))))
            if added >= least:
                best, least = Span(start, found.end()), added
        return best

    def _lead(self, part: str, leaning: Leaning) -> float:
        place = self._places[part]
        return leaning[place] - max(leaning[:place] + leaning[place + 1 :])


def part_lessons(
    elements: Iterable[tuple[Element, str]], told: Mapping[str, Sequence[str]]
) -> Mapping[str, list[str]]:
    """Return the folded passages that teach each part of `told`.

    `elements` come with the part in which each is expected, `told` are further passages.
    """
    taught = {part: list(map(fold, passages)) for part, passages in told.items()}
    for element, home in elements:
        for part, text in _of_parts(element, home):
            if part in taught:
                taught[part].append(fold(text))
    return taught


def _of_parts(element: Element, home: str) -> Iterator[tuple[str, str]]:
    for example in element.examples:
        for key, text in example.parts.items():
            yield key.removesuffix(_HEADING) or home, text
