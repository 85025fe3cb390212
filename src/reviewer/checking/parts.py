"""The parts of a report: opening, results, shortcomings, first-responsible part, plan, closing."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reviewer.report import Section, Span

RESULTS, SHORTCOMINGS, LEADERS, PLAN = "results", "shortcomings", "leaders", "plan"
FRAME, OPENING, CLOSING, TAIL = "frame", "opening", "closing", "tail"


@dataclass(frozen=True, slots=True)
class PartSpan:
    """A stretch that belongs to one part.

    `heading` is the section whose heading names the part, None where the stretch was recognised
    by its opening words, by what it tells or by its place. `shared` says that the heading names
    another part too, `mixed` that both parts stand there and could not be told apart, `told` that
    not the heading names the part but the text below it tells it.
    """

    part: str
    span: Span
    heading: Section | None = None
    shared: bool = False
    mixed: bool = False
    told: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one report. `spans` may repeat a part; later spans lie over earlier ones."""

    spans: tuple[PartSpan, ...]
    edges: tuple[int, ...]
    owners: tuple[frozenset[str], ...]

    def of(self, part: str) -> tuple[PartSpan, ...]:
        """Return the stretches of `part` in text order."""
        return tuple(span for span in self.spans if span.part == part)

    def cut(self) -> Iterator[tuple[Span, frozenset[str]]]:
        """Yield the whole report cut where its parts change, with the parts of each piece."""
        for (start, end), owners in zip(pairwise(self.edges), self.owners, strict=False):
            yield Span(start, end), owners

    def at(self, place: int) -> frozenset[str]:
        """Return the parts that code point `place` belongs to."""
        index = bisect_right(self.edges, place) - 1
        return self.owners[index] if index >= 0 else frozenset()


def lay_over(spans: Sequence[PartSpan], length: int) -> Parts:
    """Turn spans into edges with owners: the smallest span around a place owns it."""
    edges = sorted({0, length, *(s.span.start for s in spans), *(s.span.end for s in spans)})
    owners: list[frozenset[str]] = [frozenset()] * len(edges)
    places = {edge: index for index, edge in enumerate(edges)}
    for span in sorted(spans, key=lambda s: -len(s.span)):
        for index in range(places[span.span.start], places[span.span.end]):
            owners[index] = frozenset({span.part})
    for span in spans:
        if span.mixed:
            for index in range(places[span.span.start], places[span.span.end]):
                owners[index] = owners[index] | {SHORTCOMINGS, PLAN}
    return Parts(tuple(sorted(spans, key=lambda s: s.span.start)), tuple(edges), tuple(owners))
