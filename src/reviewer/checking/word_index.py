"""Where the words of a checklist stand in a text, at the cost of reading the text once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass

from ahocorasick_rs import AhoCorasick

from reviewer.checking.notation import Atom, Pattern, Sort, Words
from reviewer.checking.segments import Segments

_STRETCH = 1_000  # code points searched at once, lest the matches of a long text fill the memory


class Vocabulary:
    """Lists of words that are looked for together, by the method of Aho and Corasick."""

    def __init__(self, lists: Iterable[Words]) -> None:
        # Lists are met thousands of times in a report, and a number is quicker to look up.
        self.numbers = {words: number for number, words in enumerate(frozenset(lists))}
        having: defaultdict[str, list[int]] = defaultdict(list)
        for words, number in self.numbers.items():
            for word in set(words):
                having[word].append(number)
        self._automaton = AhoCorasick(tuple(having), store_patterns=False)
        self._having = tuple(having.values())

    def clauses(self, text: str, numbers: Sequence[int]) -> Mapping[int, list[frozenset[int]]]:
        """Return, by the number of each list that has words in `text`, the clauses of every one.

        `numbers` has the clause of each code point; a word belongs to the clause it begins in.
        """
        by_word: defaultdict[int, set[int]] = defaultdict(set)
        for begin, end in _stretches(text):
            stretch = text[begin:end]
            matches = self._automaton.find_matches_as_indexes(stretch, overlapping=True)
            for word, start, _ in matches:
                by_word[word].add(numbers[begin + start])
        found: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
        for word, grown in by_word.items():
            clauses = frozenset(grown)  # half the size of a set that grew
            for number in self._having[word]:
                found[number].append(clauses)
        return found


class WordClauses:
    """The clauses in which words begin, by list; a list is put together once."""

    def __init__(self, vocabulary: Vocabulary, text: str, segments: Segments) -> None:
        self._text = text
        self._numbers = segments.clause_numbers
        self._found = vocabulary.clauses(text, self._numbers)
        self._known = vocabulary.numbers
        self._lacking = frozenset(
            words for words, number in self._known.items() if number not in self._found
        )
        self._lists: dict[Words, frozenset[int]] = dict.fromkeys(self._lacking, frozenset())

    def of(self, words: Words) -> frozenset[int]:
        """Return the clauses in which one of `words` stands, be they in the vocabulary or not."""
        clauses = self._lists.get(words)
        if clauses is None:
            number = self._known.get(words)
            found = self._search(words) if number is None else self._found[number]
            clauses = found[0] if len(found) == 1 else frozenset().union(*found)
            self._lists[words] = clauses
        return clauses

    def may_hold(self, pattern: Pattern) -> bool:
        """Tell whether a pattern can hold anywhere: most cannot, as words they need are lacking."""
        return self._lacking.isdisjoint(pattern.needs)

    def _search(self, words: Words) -> list[frozenset[int]]:
        places = (find_all(self._text, word) for word in words)
        return [frozenset(map(self._numbers.__getitem__, found)) for found in places]


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
