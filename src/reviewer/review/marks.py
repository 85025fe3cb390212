"""Which stretches of the text are marked, and how, once overlapping findings are cut apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from reviewer.checklist import Verdict
from reviewer.report import Span
from reviewer.review import Review

_LOOK_BACK = 8
_START = attrgetter("start")
_SEVERITY = (Verdict.PRESENT, Verdict.UNDETERMINED, Verdict.WEAK, Verdict.MISSING)


@dataclass(frozen=True, slots=True)
class Mark:
    """One evidence passage of one element, with the verdict that counts for it."""

    span: Span
    element_id: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch covered by the same marks all along; `verdict` is the gravest of theirs.

    `verdicts` has one for each of `element_ids`.
    """

    span: Span
    verdict: Verdict
    element_ids: tuple[str, ...]
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where missing elements were expected."""

    place: int
    element_ids: tuple[str, ...]


def evidence_marks(review: Review) -> list[Mark]:
    """Return a mark for every evidence passage of `review`, in checklist order."""
    return [
        Mark(evidence.span, element.id, review.verdict(element.id))
        for element in review.checklist.elements
        if review.applies(element.id)
        for evidence in review.evidence(element.id)
        if len(evidence.span)
    ]


class MarkIndex:
    """All marks of a review, asked for by place: a long report has thousands."""

    def __init__(self, review: Review | None) -> None:
        self._review = review
        self._spans: dict[str, list[Span]] = {}
        elements = review.checklist.elements if review else ()
        for element in elements:
            self._index(element.id)

    def renew(self, element_id: str) -> None:
        """Note that other passages may speak for an element now."""
        if element_id in self._spans:
            self._index(element_id)

    def between(self, start: int, end: int) -> list[Segment]:
        """Return the segments that reach into code points `start` to `end`."""
        review = self._review
        if review is None:
            return []
        marks = [
            Mark(span, element_id, review.verdict(element_id))
            for element_id, spans in self._spans.items()
            for span in _reaching(spans, start, end)
        ]
        return cut_apart(marks)

    def of(self, verdict: Verdict) -> Iterator[Span]:
        """Yield the passages of every element with this verdict."""
        if self._review is not None:
            for element_id, spans in self._spans.items():
                if spans and self._review.verdict(element_id) is verdict:
                    yield from spans

    def _index(self, element_id: str) -> None:
        review = self._review
        if review is None or not review.applies(element_id):
            self._spans[element_id] = []
            return
        spans = [evidence.span for evidence in review.evidence(element_id)]
        self._spans[element_id] = sorted(filter(len, spans), key=_START)


def _reaching(spans: list[Span], start: int, end: int) -> Iterator[Span]:
    # Passages of one element seldom overlap; a few back are enough to find those that reach in.
    first = max(0, bisect_left(spans, start, key=_START) - _LOOK_BACK)
    for span in spans[first : bisect_left(spans, end, key=_START)]:
        if span.end > start and span.start < end:
            yield span


def expected_gaps(review: Review) -> list[Gap]:
    """Return where missing elements were expected, in text order, one gap for each place."""
    places: dict[int, list[str]] = {}
    for element in review.checklist.elements:
        expected = review.findings[element.id].expected
        missing = review.applies(element.id) and review.verdict(element.id) is Verdict.MISSING
        if expected is not None and missing:
            places.setdefault(expected.start, []).append(element.id)
    return [Gap(place, tuple(ids)) for place, ids in sorted(places.items())]


def cut_apart(marks: Iterable[Mark]) -> list[Segment]:
    """Return disjoint segments in text order that cover exactly what `marks` cover."""
    ordered = sorted(marks, key=lambda mark: mark.span)
    bounds = sorted({bound for mark in ordered for bound in (mark.span.start, mark.span.end)})
    segments: list[Segment] = []
    open_marks: list[Mark] = []
    upcoming = 0
    for start, end in pairwise(bounds):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while upcoming < len(ordered) and ordered[upcoming].span.start <= start:
            open_marks.append(ordered[upcoming])
            upcoming += 1
        if open_marks:
            gravest = max((mark.verdict for mark in open_marks), key=_SEVERITY.index)
            of = {mark.element_id: mark.verdict for mark in open_marks}
            segments.append(Segment(Span(start, end), gravest, tuple(of), tuple(of.values())))
    return segments
