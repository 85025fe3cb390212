"""Where the words of a checklist stand in a text, at the cost of reading the text once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import chain

from ahocorasick_rs import AhoCorasick

from reviewer.checking.notation import Atom, Sort, Words
from reviewer.checking.segments import ClauseSet, Segments

_STRETCH = 5_000  # code points searched at once, lest the matches of a long text fill the memory


class Vocabulary:
    """Lists of words that are looked for together, by the method of Aho and Corasick."""

    def __init__(self, lists: Iterable[Words]) -> None:
        self.numbers = {words: number for number, words in enumerate(frozenset(lists))}
        having: defaultdict[str, list[int]] = defaultdict(list)
        for words, number in self.numbers.items():
            for word in set(words):
                having[word].append(number)
        self._automaton = AhoCorasick(tuple(having), store_patterns=False)
        self._having = tuple(having.values())

    def clauses(self, text: str, segments: Segments) -> Sequence[ClauseSet]:
        """Return, by the number of each list, the clauses in which one of its words begins."""
        found = [0] * len(self.numbers)
        for begin, end in _stretches(text):
            # Sets are put together stretch by stretch, as those of few clauses cost least.
            numbers = segments.clause_numbers[begin:end]
            first = numbers[0]
            sets = [1 << number for number in range(numbers[-1] - first + 1)]
            near: dict[int, ClauseSet] = {}
            matches = self._automaton.find_matches_as_indexes(text[begin:end], overlapping=True)
            for word, start, _ in matches:
                near[word] = near.get(word, 0) | sets[numbers[start] - first]
            for word, clauses in near.items():
                for number in self._having[word]:
                    found[number] |= clauses << first
        return found


class WordClauses:
    """The clauses in which words begin, by list."""

    def __init__(self, vocabulary: Vocabulary, text: str, segments: Segments) -> None:
        self._text = text
        self._segments = segments
        self._numbers = vocabulary.numbers
        self._found = vocabulary.clauses(text, segments)

    def of(self, words: Words) -> ClauseSet:
        """Return the clauses in which one of `words` begins, be they in the vocabulary or not."""
        number = self._numbers.get(words)
        return self._search(words) if number is None else self._found[number]

    def _search(self, words: Words) -> ClauseSet:
        places = (find_all(self._text, word) for word in words)
        return self._segments.set_at(chain.from_iterable(places))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where stretches of whole lines begin and end; no word reaches over a line's end."""
    begin = 0
    while begin < len(text):
        end = text.find("\n", begin + _STRETCH) + 1 or len(text)
        yield begin, end
        begin = end


def word_lists(rule: object) -> Iterator[Words]:
    """Yield the lists of words in the patterns, scopes and fields of a compiled rule."""
    if isinstance(rule, Atom):
        if rule.sort is Sort.WORDS:
            yield rule.words
    elif is_dataclass(rule):
        for field in fields(rule):
            yield from word_lists(getattr(rule, field.name))
    elif isinstance(rule, Mapping):
        for value in rule.values():
            yield from word_lists(value)
    elif isinstance(rule, tuple) and rule:
        if all(isinstance(item, str) and item for item in rule):
            yield rule
        else:
            for item in rule:
                yield from word_lists(item)


def find_all(text: str, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `word` begins between `start` and `end`, overlaps left out."""
    place = text.find(word, start, end)
    while place != -1:
        yield place
        place = text.find(word, place + len(word), end)
