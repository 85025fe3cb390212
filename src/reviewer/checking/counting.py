"""In which clauses the figures of a report count."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from reviewer.checking.figures import Figure
from reviewer.checking.language import Language
from reviewer.checking.notation import Words
from reviewer.checking.segments import ClauseSet, Segments

_TRIM = " \n,;:。、"
_LONGEST_BARE = 12  # code points beside the figure in a clause that only continues another


class CountingClauses:
    """The clauses with figures, by unit.

    A figure counts in its clause; one that stands there alone (…, 全年共8期) also in the clause
    before, to which `lenders` are the clauses that lend it theirs.
    """

    def __init__(
        self, figures: Iterable[Figure], folded: str, segments: Segments, language: Language
    ) -> None:
        self.lenders: set[int] = set()
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        for figure in figures:
            unit, number = figure.unit, segments.clause_numbers[figure.span.start]
            clauses = [number]
            if _continues(figure, number, folded, segments, language):
                self.lenders.add(number)
                clauses.append(number - 1)
            numbers[unit] += clauses
            if unit in language.like_units:
                numbers[language.like_units[unit]] += clauses
        self._by_unit = {unit: segments.set_of(found) for unit, found in numbers.items()}

    def of(self, units: Words) -> ClauseSet:
        """Return the clauses with a figure of one of `units`, or of any."""
        clauses = 0
        for unit in self._by_unit.keys() & units if units else self._by_unit:
            clauses |= self._by_unit[unit]
        return clauses


def _continues(
    figure: Figure, number: int, folded: str, segments: Segments, language: Language
) -> bool:
    """Tell whether a figure's clause says nothing beside it and goes on with the one before."""
    start, end = segments.clause_starts[number], segments.clause_ends[number]
    own = folded[start : figure.span.start] + folded[figure.span.end : end]
    if len(own) > _LONGEST_BARE:
        return False
    same = number and segments.sentence_of[number - 1] == segments.sentence_of[number]
    if not same and folded[start - 1 : start] != ";":
        return False
    return not language.bare_words.sub("", own).strip(_TRIM)
