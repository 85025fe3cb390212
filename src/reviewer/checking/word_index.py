"""Where the words of a checklist stand in a text, at the cost of reading the text once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from ahocorasick_rs import AhoCorasick

from reviewer.checking.segments import Segments


class Vocabulary:
    """Words that are looked for together, by the method of Aho and Corasick."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(sorted({word for word in words if word}))
        self._automaton = AhoCorasick(self.words, store_patterns=False)

    def clauses(self, text: str, numbers: Sequence[int]) -> dict[str, set[int]]:
        """Return the clauses of every word that stands in `text`.

        `numbers` has the clause of each code point; a word belongs to the clause it begins in.
        """
        found: defaultdict[str, set[int]] = defaultdict(set)
        for word, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            found[self.words[word]].add(numbers[start])
        return found


class WordClauses(dict[str, Set[int]]):
    """The clauses every word stands in; one that is not in the vocabulary is searched for."""

    def __init__(self, vocabulary: Vocabulary, text: str, segments: Segments) -> None:
        super().__init__(dict.fromkeys(vocabulary.words, frozenset()))
        self._text = text
        self._numbers = segments.clause_numbers
        self.update(vocabulary.clauses(text, self._numbers))

    def __missing__(self, word: str) -> Set[int]:
        places = find_all(self._text, word, 0, len(self._text))
        self[word] = {self._numbers[place] for place in places}
        return self[word]


def find_all(text: str, word: str, start: int, end: int) -> Iterator[int]:
    """Yield where `word` begins between `start` and `end`, overlaps left out."""
    place = text.find(word, start, end)
    while place != -1:
        yield place
        place = text.find(word, place + len(word), end)
