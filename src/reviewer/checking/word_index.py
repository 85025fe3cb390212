"""Where the words of a checklist stand in a text, at the cost of reading the text once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from ahocorasick_rs import AhoCorasick

from reviewer.checking.segments import Segments

_NONE: frozenset[int] = frozenset()


class Vocabulary:
    """Lists of words that are looked for together, by the method of Aho and Corasick."""

    def __init__(self, lists: Iterable[tuple[str, ...]]) -> None:
        self.numbers = {words: number for number, words in enumerate(dict.fromkeys(lists))}
        having: defaultdict[str, list[int]] = defaultdict(list)
        for words, number in self.numbers.items():
            for word in filter(None, words):
                having[word].append(number)
        self._automaton = AhoCorasick(having, store_patterns=False)
        self._having = tuple(having.values())

    def clauses(self, text: str, numbers: Sequence[int]) -> Mapping[int, Set[int]]:
        """Return, by the number of a list, the clauses in which one of its words stands.

        `numbers` has the clause of each code point; a word belongs to the clause it begins in.
        """
        by_word: defaultdict[int, set[int]] = defaultdict(set)
        for word, start, _ in self._automaton.find_matches_as_indexes(text, overlapping=True):
            by_word[word].add(numbers[start])
        found: defaultdict[int, set[int]] = defaultdict(set)
        for word, clauses in by_word.items():
            for number in self._having[word]:
                found[number] |= clauses
        return dict(found)


class WordClauses:
    """The clauses in which words stand."""

    def __init__(self, vocabulary: Vocabulary, text: str, segments: Segments) -> None:
        self._vocabulary = vocabulary
        self._text = text
        self._clauses_at = segments.clause_numbers
        self._found = vocabulary.clauses(text, self._clauses_at)
        self._further: dict[tuple[str, ...], Set[int]] = {}

    def of(self, words: tuple[str, ...]) -> Set[int]:
        """Return the clauses in which one of `words` stands, be they in the vocabulary or not."""
        number = self._vocabulary.numbers.get(words)
        if number is not None:
            return self._found.get(number, _NONE)
        if words not in self._further:
            places = (place for word in words for place in find_all(self._text, word))
            self._further[words] = {self._clauses_at[place] for place in places}
        return self._further[words]


def find_all(text: str, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `word` begins between `start` and `end`, overlaps left out."""
    place = text.find(word, start, end)
    while place != -1:
        yield place
        place = text.find(word, place + len(word), end)
