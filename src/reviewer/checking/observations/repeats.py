"""The same passage twice in one report.

repetition:
  sentence: 15          # code points; shorter sentences do not count
  similarity: 0.7       # 0 to 1; sentences this much alike are a pair
  passage: 60           # code points of an identical sentence that make it a passage
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from reviewer.checking.case import Case
from reviewer.checking.observations.values import Remark
from reviewer.checklist.source import Node
from reviewer.report import Span

REPETITION = "repetition"
PARAGRAPH = "same-paragraphs"

_UNCOMPARED = re.compile(r"《[^》]*》|\W+")
_SHINGLE = 4  # code points; two sentences this alike share several of them
_HEADING_LEVELS = 2
# One in four characters of a report, more or less: enough to find sentences alike by 70 %.
_PICKED = re.compile(rf"(?=([\u4e00-\u54ff].{{0,{_SHINGLE - 1}}}))")
_SAMPLE = 4
_SHARE = 4  # alike sentences share at least this part, a quarter, of their runs


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class RepeatFinder:
    """Finds equal paragraphs, and sentences that are alike."""

    sentence: int
    similarity: float
    passage: int

    @classmethod
    def read(cls, node: Node) -> RepeatFinder:
        """Compile the bounds. Raises ChecklistError."""
        finder = cls(
            int(node.require("sentence").number()),
            node.require("similarity").number(),
            int(node.require("passage").number()),
        )
        node.finish()
        return finder

    def find(self, case: Case) -> Iterator[Remark]:
        """Yield equal paragraphs first, then pairs of sentences that are equal or alike."""
        body = list(case.body())
        lines = [[_sentence(case, span) for span in case.sentences_of(line)] for line in body]
        yield from self._paragraphs(body, lines)
        headings = _bare_headings(case)
        alike = self._alike(
            [
                sentence
                for sentence in chain.from_iterable(lines)
                if len(sentence.text) >= self.sentence and sentence.span.start not in headings
            ]
        )
        for one, other in alike:
            long = one.text == other.text and len(one.text) >= self.passage
            code = "same-passage" if long else "alike-sentences"
            yield Remark(REPETITION, code, (one.span, other.span))

    def _paragraphs(self, body: list[Span], lines: list[list[_Sentence]]) -> Iterator[Remark]:
        whole: defaultdict[str, list[Span]] = defaultdict(list)
        for span, line in zip(body, lines, strict=True):
            whole["".join(sentence.text for sentence in line)].append(span)
        for text, places in whole.items():
            if len(places) > 1 and len(text) >= self.sentence:
                yield Remark(REPETITION, PARAGRAPH, tuple(places))

    def _alike(self, sentences: list[_Sentence]) -> list[tuple[_Sentence, _Sentence]]:
        """Return the pairs whose similarity reaches the bound, each sentence paired once."""
        from rapidfuzz.fuzz import ratio  # slow to import, needed here only

        paired: dict[int, int] = {}
        for (earlier, later), count in _shared_shingles(sentences).items():
            one, other = sentences[earlier].text, sentences[later].text
            few = count * _SAMPLE * _SHARE < len(other)
            if not few and later not in paired and ratio(one, other) >= 100 * self.similarity:
                paired[later] = earlier
        return [(sentences[paired[later]], sentences[later]) for later in sorted(paired)]


def _shared_shingles(sentences: list[_Sentence]) -> dict[tuple[int, int], int]:
    """Count the runs of characters that a sentence shares with the one that had them last.

    Only the runs that begin with a picked character are looked at.
    """
    shared: defaultdict[tuple[int, int], int] = defaultdict(int)
    last: dict[str, int] = {}
    for number, sentence in enumerate(sentences):
        for shingle in _PICKED.findall(sentence.text):
            earlier = last.get(shingle, number)
            if earlier != number:
                shared[earlier, number] += 1
            last[shingle] = number
    return shared


def _bare_headings(case: Case) -> set[int]:
    """Return where headings stand that only announce text; a numbered sentence says something."""
    return {
        section.heading.start
        for section, _ in case.outline.walk()
        if section.level <= _HEADING_LEVELS and section.span.end > section.heading.end + 1
    }


def _sentence(case: Case, span: Span) -> _Sentence:
    """Return a sentence with its text without titles of documents and punctuation."""
    return _Sentence(span, _UNCOMPARED.sub("", case.part_text(span)))
