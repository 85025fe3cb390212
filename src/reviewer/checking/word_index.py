"""Where the words of a checklist stand in a text, at the cost of reading the text once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from ahocorasick_rs import AhoCorasick

from reviewer.checking.segments import Segments


class Vocabulary:
    """Words that are looked for together, by the method of Aho and Corasick."""

    def __init__(self, words: Iterable[str]) -> None:
        self._ordered = tuple(dict.fromkeys(filter(None, words)))
        self._automaton = AhoCorasick(self._ordered, store_patterns=False)
        self.words = frozenset(self._ordered)

    def clauses(self, text: str, numbers: Sequence[int]) -> dict[str, set[int]]:
        """Return the clauses of every word that stands in `text`.

        `numbers` has the clause of each code point; a word belongs to the clause it begins in.
        """
        found: defaultdict[int, set[int]] = defaultdict(set)
        for word, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found[word].add(numbers[start])
        return {self._ordered[word]: clauses for word, clauses in found.items()}


class WordClauses:
    """The clauses in which words stand; a list of words is put together once."""

    def __init__(self, vocabulary: Vocabulary, text: str, segments: Segments) -> None:
        self._text = text
        self._numbers = segments.clause_numbers
        self._found = vocabulary.clauses(text, self._numbers)
        self._searched = vocabulary.words
        self._lists: dict[tuple[str, ...], Set[int]] = {}

    def of(self, words: tuple[str, ...]) -> Set[int]:
        """Return the clauses in which one of `words` stands, be they in the vocabulary or not."""
        if words not in self._lists:
            found = list(filter(None, map(self._found.get, words)))
            if not self._searched.issuperset(words):
                others = (word for word in words if word not in self._searched)
                places = (place for word in others for place in find_all(self._text, word))
                found.append({self._numbers[place] for place in places})
            self._lists[words] = frozenset().union(*found)
        return self._lists[words]


def find_all(text: str, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `word` begins between `start` and `end`, overlaps left out."""
    place = text.find(word, start, end)
    while place != -1:
        yield place
        place = text.find(word, place + len(word), end)
