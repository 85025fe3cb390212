"""A place in a text that finds itself again when the text is replaced by a corrected one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from rapidfuzz import fuzz

from reviewer.report.span import Span

_CONTEXT = 24  # code points kept on either side
_HINGE = 8  # code points of context that are enough to know a place by
_ALIKE = 80.0  # per cent; a quote that was edited is still as like as this
_ALIKE_BETWEEN = 40.0  # per cent; enough where the text on both sides stayed the same
_GROWN = 40  # code points a passage may have grown beyond twice its length


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage by its words, the words around it and its offset (a code point, only a hint)."""

    quote: str
    before: str
    after: str
    start: int

    @classmethod
    def of(cls, text: str, span: Span) -> Self:
        """Return the anchor of `span` in `text`; an empty span is known by its surroundings."""
        before = text[max(0, span.start - _CONTEXT) : span.start]
        return cls(span.of(text), before, text[span.end : span.end + _CONTEXT], span.start)

    def find(self, text: str) -> Span | None:
        """Return where the passage stands in `text`, None where it is gone.

        Of several equal passages the one counts whose surroundings are most alike, then the
        nearest. A passage that was edited is found by its surroundings or its likeness.
        """
        here = Span(self.start, self.start + len(self.quote))
        around = text[max(0, self.start - len(self.before)) : here.end + len(self.after)]
        if around == self.before + self.quote + self.after and len(text) >= here.end:
            return here
        if not self.quote:
            return self._gap(text)
        starts = list(_occurrences(self.quote, text))
        if starts:
            best = max(starts, key=lambda start: self._fit(text, start))
            return Span(best, best + len(self.quote))
        return self._between(text) or self._alike(text)

    def _fit(self, text: str, start: int) -> tuple[int, int]:
        """Return how well the surroundings of an occurrence fit, and how near it is."""
        end = start + len(self.quote)
        left = _common(reversed(self.before), reversed(text[max(0, start - _CONTEXT) : start]))
        right = _common(iter(self.after), iter(text[end : end + _CONTEXT]))
        return left + right, -abs(start - self.start)

    def _gap(self, text: str) -> Span | None:
        """Return the empty place between the words before and after."""
        seams = [start + len(self.before) for start in _occurrences(self.before + self.after, text)]
        if not (self.before + self.after) or not seams:
            return None
        place = min(seams, key=lambda seam: abs(seam - self.start))
        return Span(place, place)

    def _between(self, text: str) -> Span | None:
        """Return what stands now between the old surroundings, if it is like the quote at all."""
        left, right = self.before[-_HINGE:], self.after[:_HINGE]
        if len(left) < _HINGE or len(right) < _HINGE:
            return None
        found: list[tuple[float, Span]] = []
        for start in (place + len(left) for place in _occurrences(left, text)):
            end = text.find(right, start, start + 2 * len(self.quote) + _GROWN + len(right))
            if end > start:
                found.append((fuzz.ratio(self.quote, text[start:end]), Span(start, end)))
        likeness, span = max(found, key=lambda pair: pair[0], default=(0.0, None))
        return span if likeness >= _ALIKE_BETWEEN else None

    def _alike(self, text: str) -> Span | None:
        if len(self.quote) < _HINGE or len(text) < len(self.quote):
            return None
        found = fuzz.partial_ratio_alignment(self.quote, text, score_cutoff=_ALIKE)
        if found is None or found.dest_end <= found.dest_start:
            return None
        return Span(found.dest_start, found.dest_end)


def _occurrences(words: str, text: str) -> Iterator[int]:
    start = text.find(words) if words else -1
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    """Return how many glyphs two rows have in common from their start."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count
