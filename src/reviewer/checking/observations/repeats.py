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

# Titles of documents and punctuation, within a line and a sentence.
_SENTENCE_GAP = "\x1e"
_UNCOMPARED = re.compile(rf"《[^》\n{_SENTENCE_GAP}]*》|[^\w\n{_SENTENCE_GAP}]+")
_SHINGLE = 4  # code points; two sentences this alike share several of them
_HEADING_LEVELS = 2
# One in four characters of a report, more or less: enough to find sentences alike by 70 %.
_PICKED = re.compile(rf"(?=([\u4e00-\u54ff].{{0,{_SHINGLE - 1}}}))")
_SAMPLE = 4
_SHARE = 4  # alike sentences share at least this part, a quarter, of their runs


_Sentence = tuple[Span, str]  # its text without what is not compared


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
        cut = ((line, case.sentences_of(line)) for line in case.body())
        lines = [(line, sentences) for line, sentences in cut if sentences]
        if not lines:
            return
        # One text for all, as one search is faster than one for every sentence.
        told = (_SENTENCE_GAP.join(map(case.part_text, sentences)) for _, sentences in lines)
        compared = _UNCOMPARED.sub("", "\n".join(told))
        yield from self._paragraphs(lines, compared.replace(_SENTENCE_GAP, "").split("\n"))
        headings = _bare_headings(case)
        spans = chain.from_iterable(sentences for _, sentences in lines)
        texts = compared.replace(_SENTENCE_GAP, "\n").split("\n")
        alike = self._alike(
            [
                (span, text)
                for span, text in zip(spans, texts, strict=True)
                if len(text) >= self.sentence and span.start not in headings
            ]
        )
        for (one, text), (other, again) in alike:
            long = text == again and len(text) >= self.passage
            code = "same-passage" if long else "alike-sentences"
            yield Remark(REPETITION, code, (one, other))

    def _paragraphs(
        self, lines: list[tuple[Span, list[Span]]], texts: list[str]
    ) -> Iterator[Remark]:
        whole: defaultdict[str, list[Span]] = defaultdict(list)
        for (line, _), text in zip(lines, texts, strict=True):
            if len(text) >= self.sentence:
                whole[text].append(line)
        for places in whole.values():
            if len(places) > 1:
                yield Remark(REPETITION, PARAGRAPH, tuple(places))

    def _alike(self, sentences: list[_Sentence]) -> list[tuple[_Sentence, _Sentence]]:
        """Return the pairs whose similarity reaches the bound, each sentence paired once."""
        from rapidfuzz.fuzz import ratio  # slow to import, needed here only

        paired: dict[int, int] = {}
        for (earlier, later), count in _shared_shingles(sentences).items():
            one, other = sentences[earlier][1], sentences[later][1]
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
    for number, (_, text) in enumerate(sentences):
        shingles = dict.fromkeys(_PICKED.findall(text), number)
        for shingle in filter(last.__contains__, shingles):
            shared[last[shingle], number] += 1
        last |= shingles
    return shared


def _bare_headings(case: Case) -> set[int]:
    """Return where headings stand that only announce text; a numbered sentence says something."""
    return {
        section.heading.start
        for section, _ in case.outline.walk()
        if section.level <= _HEADING_LEVELS and section.span.end > section.heading.end + 1
    }
