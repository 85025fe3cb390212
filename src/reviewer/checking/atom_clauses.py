"""In which clauses of a report the atoms of patterns stand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from itertools import chain

from reviewer.checking.counting import CountingClauses
from reviewer.checking.kept import Kept
from reviewer.checking.language import Language
from reviewer.checking.masks import MaskedText
from reviewer.checking.notation import FIGURE, Atom, Group, Pattern, Sort
from reviewer.checking.segments import EVERYWHERE, ClauseSet, Segments
from reviewer.checking.word_index import Vocabulary, find_all

_NAMED = re.compile(r"[“\"]([^”\"\n、]{2,14})[”\"]")
_LETTER = re.compile(r"[^\W\d_]")
# Of names, not of figures. The mark comes first, so that the search goes from mark to mark.
_LIST = re.compile(r"、(?<=(?:[^\W\d_]|[”》)]){2}、)(?:[^\W\d_]|[“《(]){2}|》(?=《)")


class AtomClauses:
    """The clauses of one report by atom; each atom is looked up once."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        counting: CountingClauses,
        masked: MaskedText,
        segments: Segments,
        language: Language,
    ) -> None:
        self._counting = counting
        self._masked = masked
        self._segments = segments
        self._language = language
        words = vocabulary.clauses(masked.text, segments)
        self._lacking = vocabulary.atoms - words.keys()
        self._found = Kept(self._find)
        self._found.update(words)
        self._found.update(dict.fromkeys(self._lacking, 0))

    def of(self, atom: Atom) -> ClauseSet:
        """Return the clauses an atom stands in."""
        return self._found[atom]

    def of_all(self, atoms: Group, within: ClauseSet, *, publicity: bool) -> ClauseSet:
        """Return the clauses `within` some in which all `atoms` stand, and none that is absent.

        What stands in clauses about publicity stands there only where that counts; but a figure
        belongs to its topic, whatever else its clause is about.
        """
        shown = EVERYWHERE if publicity else ~self._masked.publicity
        clauses = within
        for atom in atoms:
            found = self._found[atom]
            if atom.sort is not FIGURE:
                found &= shown
            clauses &= ~found if atom.absent else found
            if not clauses:
                break
        return clauses

    def that_may_hold(self, patterns: Iterable[Pattern]) -> list[Pattern]:
        """Leave out the patterns that need words which stand nowhere: most do."""
        may_hold = self._lacking.isdisjoint
        return [pattern for pattern in patterns if may_hold(pattern.needs)]

    @cached_property
    def _named(self) -> list[re.Match[str]]:
        """The names in quotation marks; figures alone (“4·15”) are a day or a set phrase."""
        generic = self._language.generic_names
        return [
            m
            for m in _NAMED.finditer(self._masked.text)
            if _LETTER.search(m[1]) and not generic.search(m[1])
        ]

    def _find(self, atom: Atom) -> ClauseSet:
        match atom.sort:
            case Sort.FIGURE:
                return self._counting.of(atom.words)
            case Sort.FREQUENCY:
                return self._found[self._language.frequency]
            case Sort.NONE:
                return self._found[self._language.none]
            case _:
                return self._segments.set_at(self._places(atom))

    def _places(self, atom: Atom) -> Iterable[int]:
        """Return where the words of an atom or the things of its sort stand, in no order."""
        text = self._masked.text
        match atom.sort:
            case Sort.WORDS:  # that are not in the vocabulary
                return chain.from_iterable(find_all(text, word) for word in atom.words)
            case Sort.OWN_DOCUMENT:
                return [span.start for span in self._masked.own_documents]
            case Sort.NAMED:
                named = self._named
                fit = (m for m in named if not atom.words or atom.names(text, m.end(1), m.end()))
                return [name.start() for name in fit]
            case Sort.LIST:
                return [match.start() for match in _LIST.finditer(text)]
            case Sort.MATTER:
                return self._language.names.find_matters(text)
            case Sort.PLACE:
                return self._language.names.find_places(text)
        raise AssertionError(atom.sort)
