"""In which clauses of a report the atoms of patterns stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from reviewer.checking.counting import CountingClauses
from reviewer.checking.kept import Kept
from reviewer.checking.language import Language
from reviewer.checking.masks import MaskedText
from reviewer.checking.notation import Atom, Sort
from reviewer.checking.segments import ClauseSet, Segments
from reviewer.checking.word_index import WordClauses

_NAMED = re.compile(r"[“\"]([^”\"\n、]{2,14})[”\"]")
# Of names, not of figures. The mark comes first, so that the search goes from mark to mark.
_LIST = re.compile(r"、(?<=(?:[^\W\d_]|[”》)]){2}、)(?:[^\W\d_]|[“《(]){2}")


class AtomClauses:
    """The clauses of one report by atom; each atom is looked up once, when it is asked for."""

    def __init__(
        self,
        words: WordClauses,
        counting: CountingClauses,
        masked: MaskedText,
        segments: Segments,
        language: Language,
    ) -> None:
        self._words = words
        self._counting = counting
        self._masked = masked
        self._segments = segments
        self._language = language
        self._anywhere = Kept(self._find)
        self._at_work = Kept(self._find_at_work)

    def by_atom(self, *, publicity: bool) -> Mapping[Atom, ClauseSet]:
        """Return the clauses atoms stand in, those about publicity only where they count."""
        return self._anywhere if publicity else self._at_work

    def _find_at_work(self, atom: Atom) -> ClauseSet:
        found = self._anywhere[atom]
        # A figure belongs to its topic, whatever else its clause is about.
        return found if atom.sort is Sort.FIGURE else found & ~self._masked.publicity

    def _find(self, atom: Atom) -> ClauseSet:
        match atom.sort:
            case Sort.WORDS:
                return self._words.of(atom.words)
            case Sort.FIGURE:
                return self._counting.of(atom.words)
            case Sort.FREQUENCY:
                return self._words.of(self._language.frequency)
            case Sort.NONE:
                return self._words.of(self._language.none)
            case _:
                return self._segments.set_at(self._places(atom))

    def _places(self, atom: Atom) -> Iterable[int]:
        """Return where the named things of an atom's sort stand, in no order."""
        text = self._masked.text
        match atom.sort:
            case Sort.OWN_DOCUMENT:
                return [span.start for span in self._masked.own_documents]
            case Sort.NAMED:
                generic = self._language.generic_names
                named = (m for m in _NAMED.finditer(text) if not generic.search(m[1]))
                fit = (m for m in named if not atom.words or atom.names(text, m.end(1), m.end()))
                return [m.start() for m in fit]
            case Sort.LIST:
                return [match.start() for match in _LIST.finditer(text)]
            case Sort.MATTER:
                return self._language.names.find_matters(text)
            case Sort.PLACE:
                return self._language.names.find_places(text)
        raise AssertionError(atom.sort)
