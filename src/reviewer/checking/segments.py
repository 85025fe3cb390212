"""Clauses and sentences of a text, by number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, compress, pairwise, repeat
from operator import sub

from reviewer.report import Span

# A comma with a digit before and three behind belongs to a figure.
_CLAUSE_END = re.compile(r"[。!?;\n:,](?<!\d,(?=\d{3}(?!\d)))")
_SENTENCE_MARKS = "。!?;\n"

# A set of clauses is a whole number in which bit n stands for clause n: `&` and `|` of two cost
# next to nothing in a report of any length.
ClauseSet = int
EVERYWHERE: ClauseSet = -1  # has every bit
# Written as binary digits a set is made and gone through at the cost of one step a member.
_ONE = ord("1")
_MEMBER = re.compile("1")


@dataclass(frozen=True, slots=True)
class Segments:
    """Where clauses start and end, and which sentence each belongs to.

    `clause_starts` begins with 0; clause i ends where clause i+1 starts. `sentence_of[i]`
    is the number of clause i's sentence; `sentence_starts` are the clause numbers that begin one,
    and last the number of all clauses.
    `clause_numbers` has the clause of every code point, since that is asked most of all.
    """

    clause_starts: tuple[int, ...]
    clause_ends: tuple[int, ...]
    sentence_of: tuple[int, ...]
    sentence_starts: tuple[int, ...]
    clause_numbers: Sequence[int]

    def clause_at(self, place: int) -> int:
        """Return the number of the clause around code point `place`, at most the text's length."""
        return self.clause_numbers[place]

    def set_of(self, numbers: Iterable[int]) -> ClauseSet:
        """Return the set of the clauses with these numbers."""
        digits = bytearray(b"0") * len(self.clause_starts)
        for number in numbers:
            digits[~number] = _ONE
        return int(digits, 2)

    def set_at(self, places: Iterable[int]) -> ClauseSet:
        """Return the set of the clauses around code points."""
        return self.set_of(map(self.clause_numbers.__getitem__, places))

    def set_in(self, span: Span) -> ClauseSet:
        """Return the set of the clauses that begin inside `span` or reach into it."""
        clauses = self.clauses_in(span)
        return (1 << clauses.stop) - (1 << clauses.start)

    def set_of_sentences(self, numbers: Iterable[int]) -> ClauseSet:
        """Return the set of the clauses of sentences."""
        return self.set_of(chain.from_iterable(map(self._clauses_of, numbers)))

    def sentences_with(self, clauses: ClauseSet) -> set[int]:
        """Return the numbers of the sentences that have one of `clauses`."""
        return set(map(self.sentence_of.__getitem__, numbers_in(clauses)))

    def clause(self, number: int) -> Span:
        """Return the place of a clause, its closing mark included."""
        return Span(self.clause_starts[number], self.clause_ends[number])

    def clauses_in(self, span: Span) -> range:
        """Return the numbers of the clauses that begin inside `span` or reach into it."""
        numbers = self.clause_numbers
        return range(numbers[span.start], numbers[max(span.start, span.end - 1)] + 1)

    def sentence(self, number: int) -> Span:
        """Return the place of a sentence."""
        clauses = self._clauses_of(number)
        return Span(self.clause_starts[clauses.start], self.clause_ends[clauses.stop - 1])

    def _clauses_of(self, sentence: int) -> range:
        return range(*self.sentence_starts[sentence : sentence + 2])

    def sentences_in(self, span: Span) -> list[Span]:
        """Return the sentences inside `span`, cut to it, blank ones left out."""
        clauses = self.clauses_in(span)
        first, last = self.sentence_of[clauses[0]], self.sentence_of[clauses[-1]]
        begins = self.sentence_starts[first + 1 : last + 1]
        edges = [span.start, *(self.clause_starts[clause] for clause in begins), span.end]
        return [Span(start, end) for start, end in pairwise(edges) if end > start + 1]


def numbers_in(clauses: ClauseSet) -> list[int]:
    """Return the numbers of the clauses of a set, in order."""
    return [match.start() for match in _MEMBER.finditer(bin(clauses)[:1:-1])]


def segment(
    folded: str, clause_breaks: Iterable[int] = (), sentence_breaks: Iterable[int] = ()
) -> Segments:
    """Split folded text at its marks and at the given places.

    A clause break stands behind a figure of a list (发放资料300份、调解纠纷5件), which would
    otherwise lend its number to its neighbour; a sentence break stands before each 一是, 二是.
    """
    ends = {m.end(): m[0] in _SENTENCE_MARKS for m in _CLAUSE_END.finditer(folded)}
    for place in clause_breaks:
        ends.setdefault(place, False)
    for place in sentence_breaks:
        ends[place] = True
    inside = sorted(ends.keys() - {0, len(folded)})
    starts = [0, *inside]
    begins_next = [ends[start] for start in inside]
    lengths = map(sub, [*inside, len(folded) + 1], starts)
    return Segments(
        clause_starts=tuple(starts),
        clause_ends=(*inside, len(folded)),
        sentence_of=tuple(accumulate(begins_next, initial=0)),
        sentence_starts=(0, *compress(range(1, len(starts)), begins_next), len(starts)),
        clause_numbers=list(chain.from_iterable(map(repeat, range(len(starts)), lengths))),
    )
