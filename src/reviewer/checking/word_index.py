"""Where the words of a checklist stand in a text, at the cost of reading the text once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from ahocorasick_rs import AhoCorasick

from reviewer.checking.notation import Atom, Sort
from reviewer.checking.segments import ClauseSet, Segments

_PAGE = 20_000  # code points whose sets are put together first: those of few clauses cost least
_STRETCH = 500  # code points searched at once, lest Python look for garbage among the matches


class Vocabulary:
    """The words of atoms, which are looked for together by the method of Aho and Corasick."""

    def __init__(self, atoms: Iterable[Atom]) -> None:
        self.atoms = frozenset(atoms)
        having: defaultdict[str, list[Atom]] = defaultdict(list)
        for atom in self.atoms:
            for word in set(atom.words):
                having[word].append(atom)
        self._automaton = AhoCorasick(tuple(having), store_patterns=False)
        self._having = tuple(having.values())

    def clauses(self, text: str, segments: Segments) -> Mapping[Atom, ClauseSet]:
        """Return the clauses in which a word of an atom begins, by atom, for those found."""
        found: defaultdict[Atom, ClauseSet] = defaultdict(int)
        for begin, end in _stretches(text, 0, len(text), _PAGE):
            first, last = (segments.clause_numbers[place] for place in (begin, end - 1))
            single = {number: 1 << number - first for number in range(first, last + 1)}
            near: defaultdict[int, ClauseSet] = defaultdict(int)
            for start, stop in _stretches(text, begin, end, _STRETCH):
                numbers = segments.clause_numbers[start:stop]
                matches = self._automaton.find_matches_as_indexes(
                    text[start:stop], overlapping=True
                )
                for word, place, _ in matches:
                    near[word] |= single[numbers[place]]
            for word, clauses in near.items():
                there = clauses << first
                for atom in self._having[word]:
                    found[atom] |= there
        return found


def _stretches(text: str, begin: int, end: int, length: int) -> Iterator[tuple[int, int]]:
    """Yield where stretches of whole lines begin and end; no word reaches over a line's end."""
    while begin < end:
        behind = text.find("\n", begin + length, end) + 1 or end
        yield begin, behind
        begin = behind


def word_atoms(rule: object) -> Iterator[Atom]:
    """Yield the atoms of words in the patterns, scopes and fields of a compiled rule."""
    if isinstance(rule, Atom):
        if rule.sort is Sort.WORDS:
            yield rule
    elif is_dataclass(rule):
        for field in fields(rule):
            yield from word_atoms(getattr(rule, field.name))
    elif isinstance(rule, Mapping):
        yield from word_atoms(tuple(rule.values()))
    elif isinstance(rule, tuple):
        for item in rule:
            yield from word_atoms(item)


def find_all(text: str, word: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield where `word` begins between `start` and `end`, overlaps left out."""
    place = text.find(word, start, end)
    while place != -1:
        yield place
        place = text.find(word, place + len(word), end)
