"""One report laid open for the criteria: its parts, clauses, figures, and where words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from reviewer.checking.figures import Figure, FigureFinder
from reviewer.checking.finding import Evidence
from reviewer.checking.folding import fold
from reviewer.checking.language import Language
from reviewer.checking.masks import MaskedText, mask
from reviewer.checking.notation import Atom, Group, Pattern, Sort
from reviewer.checking.parts import FRAME, TAIL, PartFinder, Parts, PartSpan
from reviewer.checking.segments import Segments, segment
from reviewer.outline import Outline
from reviewer.report import Report, Section, Span

_NAMED = re.compile(r"[“\"]([^”\"\n、]{2,14})[”\"]")
_LIST = re.compile(r"[\u4e00-\u9fff\w”》)]{2,}、[\u4e00-\u9fff\w“《(]{2,}")
_TRIM = " \n,;:。、"


@dataclass(frozen=True, slots=True)
class Scope:
    """Where and how to look: in which parts, past which phrases, with publicity in sight or not.

    `facts_only` leaves out clauses that ask for something (应当, 确保, 力争) instead of telling it.
    """

    parts: frozenset[str] | None
    exceptions: tuple[str, ...] = ()
    publicity: bool = False
    facts_only: bool = False


class Case:
    """What the criteria ask about one report; answers are kept, so asking twice costs once."""

    def __init__(
        self,
        report: Report,
        outline: Outline,
        language: Language,
        part_finder: PartFinder,
        figure_finder: FigureFinder,
    ) -> None:
        self.report = report
        self.outline = outline
        self.language = language
        self.folded = fold(report.text)
        self.parts: Parts = part_finder.find(report, outline, self.folded)
        self.figures: tuple[Figure, ...] = tuple(figure_finder.find(self.folded))
        self.segments: Segments = segment(
            self.folded, self._list_breaks(), self._item_starts(outline)
        )
        self.masked: MaskedText = mask(self.folded, self.segments, language)
        self._regions = _Regions(outline)
        self._clause_parts = [self.parts.at(start) for start in self.segments.clause_starts]
        self._asking: dict[int, bool] = {}
        self._hits: dict[tuple[Atom, bool], dict[int, list[Span]]] = {}

    def find(self, pattern: Pattern, scope: Scope) -> list[Span]:
        """Return where `pattern` holds, one span per sentence, in text order."""
        first, *others = pattern.groups
        found = self._group_places(first, pattern.around, scope)
        for group in others:
            if not found:
                return []
            places = self._group_places(group, pattern.around, scope)
            found = {n: _cover(found[n], places[n]) for n in found.keys() & places.keys()}
        return [self._trimmed(found[number]) for number in sorted(found)]

    def find_any(self, patterns: Collection[Pattern], scope: Scope) -> list[Span]:
        """Return where any of `patterns` holds, in text order, each place once."""
        return sorted({span for pattern in patterns for span in self.find(pattern, scope)})

    def evidence(self, span: Span) -> Evidence:
        """Return `span` as evidence: exact quote and the headings it stands under."""
        path = tuple(section.label for section in self.outline.path(span.start))
        return Evidence(span, span.of(self.report.text), path)

    def part_text(self, span: Span) -> str:
        """Return the folded text of a span."""
        return self.folded[span.start : span.end]

    def body(self) -> Iterator[Span]:
        """Yield the lines of the report that are neither web frame nor signature."""
        for block in self.report.blocks:
            if not self.parts.at(block.start) & {FRAME, TAIL}:
                yield block.span

    def figures_in(self, span: Span) -> list[Figure]:
        """Return the figures inside `span`."""
        first = bisect_right(self.figures, span.start - 1, key=lambda f: f.span.start)
        inside: list[Figure] = []
        for figure in self.figures[first:]:
            if figure.span.start >= span.end:
                break
            inside.append(figure)
        return inside

    def stretches(self, *parts: str) -> list[PartSpan]:
        """Return the stretches of the given parts in text order."""
        return sorted(
            (s for part in parts for s in self.parts.of(part)), key=lambda s: s.span.start
        )

    def asks(self, clause: int) -> bool:
        """Tell whether a clause demands or aims at something instead of reporting it."""
        if clause not in self._asking:
            span = self.segments.clause(clause)
            found = self.language.requirement.search(self.folded, span.start, span.end)
            self._asking[clause] = found is not None
        return self._asking[clause]

    def _group_places(
        self, group: Group, around: tuple[Atom, ...], scope: Scope
    ) -> dict[int, Span]:
        """Return, by sentence, the clause span in which all atoms of `group` stand."""
        by_atom = [self._atom_hits(atom, scope.publicity) for atom in group]
        clauses = set(by_atom[0]).intersection(*by_atom[1:])
        places: dict[int, Span] = {}
        for clause in sorted(clauses):
            sentence = self.segments.sentence_of[clause]
            if sentence in places or not self._in_scope(clause, by_atom, scope):
                continue
            if all(self._stands_around(clause, atom, scope) for atom in around):
                places[sentence] = self.segments.clause(clause)
        return places

    def _in_scope(self, clause: int, by_atom: list[dict[int, list[Span]]], scope: Scope) -> bool:
        if scope.parts is not None and not self._clause_parts[clause] & scope.parts:
            return False
        if scope.facts_only and self.asks(clause):
            return False
        if not scope.exceptions:
            return True
        return all(
            any(not self._excepted(hit, clause, scope.exceptions) for hit in hits[clause])
            for hits in by_atom
        )

    def _excepted(self, hit: Span, clause: int, exceptions: tuple[str, ...]) -> bool:
        """Tell whether a hit is only a piece of a longer phrase that does not count."""
        span = self.segments.clause(clause)
        for phrase in exceptions:
            start = max(span.start, hit.end - len(phrase))
            found = self.folded.find(phrase, start, min(span.end, hit.start + len(phrase)))
            if found != -1 and found <= hit.start and hit.end <= found + len(phrase):
                return True
        return False

    def _stands_around(self, clause: int, atom: Atom, scope: Scope) -> bool:
        """Tell whether the sub-section of a clause, or its heading, holds the atom."""
        place = self.segments.clause_starts[clause]
        hits = self._atom_hits(atom, scope.publicity)
        return any(
            hits.get(number)
            for span in self._regions.around(place)
            for number in self.segments.clauses_in(span)
        )

    def _atom_hits(self, atom: Atom, publicity: bool) -> dict[int, list[Span]]:
        """Return the places of an atom by clause."""
        key = (atom, publicity)
        if key not in self._hits:
            by_clause: dict[int, list[Span]] = {}
            for span in self._look_up(atom, self.masked.plain if publicity else self.masked.work):
                by_clause.setdefault(self.segments.clause_at(span.start), []).append(span)
            self._hits[key] = by_clause
        return self._hits[key]

    def _look_up(self, atom: Atom, text: str) -> Iterator[Span]:
        match atom.sort:
            case Sort.WORDS:
                yield from _find_words(text, atom.words)
            case Sort.FREQUENCY:
                yield from _find_words(text, self.language.frequency)
            case Sort.NONE:
                yield from _find_words(text, self.language.none)
            case Sort.FIGURE:
                yield from (f.span for f in self.figures if not atom.words or f.unit in atom.words)
            case Sort.OWN_DOCUMENT:
                yield from self.masked.own_documents
            case Sort.NAMED:
                generic = self.language.generic_names
                yield from (
                    Span(m.start(), m.end())
                    for m in _NAMED.finditer(text)
                    if not generic.search(m[1])
                )
            case Sort.LIST:
                yield from (Span(m.start(), m.end()) for m in _LIST.finditer(text))

    def _trimmed(self, span: Span) -> Span:
        text = self.folded[span.start : span.end]
        start = span.start + len(text) - len(text.lstrip(_TRIM))
        return Span(start, span.end - (len(text) - len(text.rstrip(_TRIM))))

    def _list_breaks(self) -> Iterator[int]:
        for figure in self.figures:
            if self.folded[figure.span.end : figure.span.end + 1] == "、":
                yield figure.span.end + 1

    @staticmethod
    def _item_starts(outline: Outline) -> Iterator[int]:
        for section, _ in outline.walk():
            yield section.heading.start
            yield from (item.marker.start for item in section.items)


class _Regions:
    """The numbered sub-sections around a place: its item, else its section, with the heading."""

    def __init__(self, outline: Outline) -> None:
        edges: dict[int, tuple[Span, ...]] = {}
        for section, _ in outline.walk():
            edges[section.heading.start] = (_own_text(section),)
            for item in section.items:
                edges[item.span.start] = (item.span, section.heading)
        self._starts = sorted(edges)
        self._spans = [edges[start] for start in self._starts]

    def around(self, place: int) -> tuple[Span, ...]:
        index = bisect_right(self._starts, place) - 1
        return self._spans[index] if index >= 0 else ()


def _own_text(section: Section) -> Span:
    end = section.children[0].heading.start if section.children else section.span.end
    return Span(section.heading.start, end)


def _cover(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _find_words(text: str, words: Collection[str]) -> Iterator[Span]:
    for word in words:
        start = text.find(word)
        while start != -1:
            yield Span(start, start + len(word))
            start = text.find(word, start + len(word))
