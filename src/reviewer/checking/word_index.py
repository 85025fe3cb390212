"""Where words stand in a text: looks up thousands of words at the cost of reading it once."""

from __future__ import annotations

import operator
from collections import defaultdict
from collections.abc import Iterator


class WordIndex:
    """The places of every pair of neighbouring characters, from which words are found.

    Of the words of a checklist hardly one in ten stands in a report; all others cost one look
    into a dictionary instead of a search through the text.
    """

    def __init__(self, text: str) -> None:
        self._pairs: defaultdict[str, list[int]] = defaultdict(list)
        for place, pair in enumerate(map(operator.add, text, text[1:])):
            self._pairs[pair].append(place)

    def places(self, word: str, text: str) -> list[int]:
        """Return where `word` begins in `text`, which is the indexed text, perhaps with masks."""
        if len(word) == 1:
            return list(find_all(text, word, 0, len(text)))
        return [p for p in self._pairs.get(word[:2], ()) if text.startswith(word, p)]


def find_all(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Yield where `word` begins between `start` and `end`, overlaps left out."""
    place = text.find(word, start, end)
    while place != -1:
        yield place
        place = text.find(word, place + len(word), end)
