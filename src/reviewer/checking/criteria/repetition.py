"""Repetition: the same passage twice in one report.

kind: repetition
sentence: 15          # code points; shorter sentences do not count
similarity: 0.7       # 0 to 1; sentences this much alike are a pair
pairs: 2              # pairs that make the verdict weak
passage: 60           # code points of an identical passage that make it weak at once
paragraphs: 3         # identical paragraphs that make it missing
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import chain

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.parts import OPENING
from reviewer.checklist.source import Node
from reviewer.report import Span

_UNCOMPARED = re.compile(r"《[^》]*》|\W+")
_SHINGLE = 4  # code points; two sentences this alike share several of them
_HEADING_LEVELS = 2
# One in four characters of a report, more or less: enough to find sentences alike by 70 %.
_PICKED = re.compile(r"[\u4e00-\u54ff]")
_SAMPLE = 4
_SHARE = 4  # alike sentences share at least this part, a quarter, of their runs


@dataclass(frozen=True, slots=True)
class _Sentence:
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Repetition:
    """Present without repetition, weak with pairs or one passage, missing with paragraphs."""

    home: str
    sentence: int
    similarity: float
    pairs: int
    passage: int
    paragraphs: int

    @classmethod
    def read(cls, node: Node) -> Repetition:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(
            OPENING,
            int(node.require("sentence").number()),
            node.require("similarity").number(),
            int(node.require("pairs").number()),
            int(node.require("passage").number()),
            int(node.require("paragraphs").number()),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Compare paragraphs, then sentences that share shingles."""
        title = case.outline.front.title
        body = (line for line in case.body() if not title or not title.span.overlaps(line))
        lines = [[_sentence(case, s) for s in case.segments.sentences_in(line)] for line in body]
        whole = Counter("".join(sentence.text for sentence in line) for line in lines)
        if sum(n > 1 and len(t) >= self.sentence for t, n in whole.items()) >= self.paragraphs:
            return missing("same-paragraphs")
        headings = _bare_headings(case)
        alike = self._alike(
            [
                sentence
                for sentence in chain.from_iterable(lines)
                if len(sentence.text) >= self.sentence and sentence.span.start not in headings
            ]
        )
        long = [b.span for a, b in alike if a.text == b.text and len(a.text) >= self.passage]
        if long:
            return weak("same-passage", long[:3])
        if len(alike) >= self.pairs:
            return weak("alike-sentences", [b.span for _, b in alike][:3], count=len(alike))
        return present("no-repetition")

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


def _shared_shingles(sentences: list[_Sentence]) -> Counter[tuple[int, int]]:
    """Count the runs of characters that a sentence shares with the one that had them last.

    Only the runs that begin with a picked character are looked at.
    """
    shared: Counter[tuple[int, int]] = Counter()
    last: dict[str, int] = {}
    for number, sentence in enumerate(sentences):
        text = sentence.text
        for match in _PICKED.finditer(text):
            shingle = text[match.start() : match.start() + _SHINGLE]
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
