"""Where words stand in a text: looks up thousands of words at the cost of reading it once."""

from __future__ import annotations

import operator
from array import array
from collections.abc import Iterator, Sequence

from reviewer.checking.segments import Segments


class WordIndex:
    """The places of every pair of neighbouring characters, from which words are found.

    Of the words of a checklist hardly one in ten stands in a report; all others cost one look
    into a dictionary instead of a search through the text. Equal pairs are chained from the last
    to the first, which takes two flat tables instead of thousands of lists.
    """

    def __init__(self, text: str) -> None:
        self._last: dict[str, int] = {}
        self._earlier = array("i", [-1]) * len(text)
        for place, pair in enumerate(map(operator.add, text, text[1:])):
            if pair in self._last:
                self._earlier[place] = self._last[pair]
            self._last[pair] = place

    def places(self, word: str, text: str) -> Sequence[int]:
        """Return where `word` begins in `text`, which is the indexed text, perhaps with masks."""
        if len(word) == 1:
            return list(find_all(text, word, 0, len(text)))
        place = self._last.get(word[:2], -1)
        found: list[int] = []
        while place != -1:
            if text.startswith(word, place):
                found.append(place)
            place = self._earlier[place]
        return found


class WordClauses(dict[str, frozenset[int]]):
    """The clauses every word stands in, looked up when a word is first asked for."""

    def __init__(self, index: WordIndex, text: str, segments: Segments) -> None:
        super().__init__()
        self._index = index
        self._text = text
        self._segments = segments

    def __missing__(self, word: str) -> frozenset[int]:
        numbers = self._segments.clause_numbers
        clauses = frozenset([numbers[place] for place in self._index.places(word, self._text)])
        self[word] = clauses
        return clauses


def find_all(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Yield where `word` begins between `start` and `end`, overlaps left out."""
    place = text.find(word, start, end)
    while place != -1:
        yield place
        place = text.find(word, place + len(word), end)
