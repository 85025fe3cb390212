"""One report laid open for the criteria: its parts, clauses, figures, and where words stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from reviewer.checking.counting import CountingClauses
from reviewer.checking.figures import Figure, FigureFinder
from reviewer.checking.finding import Evidence
from reviewer.checking.language import Language
from reviewer.checking.masks import MaskedText, mask
from reviewer.checking.notation import Atom, Group, Pattern, Sort
from reviewer.checking.parts import FRAME, TAIL, PartFinder, Parts, PartSpan
from reviewer.checking.segments import Segments, segment
from reviewer.checking.word_index import WordClauses, WordIndex, find_all
from reviewer.outline import Outline
from reviewer.report import Report, Section, Span
from reviewer.support.folding import fold

if TYPE_CHECKING:
    from reviewer.checking.observations.observer import Notes, Observer

_NAMED = re.compile(r"[“\"]([^”\"\n、]{2,14})[”\"]")
_LIST = re.compile(r"[\u4e00-\u9fff\w”》)]{2,}、[\u4e00-\u9fff\w“《(]{2,}")
_TRIM = " \n,;:。、"


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """Where and how to look: in which parts, past which phrases, with publicity in sight or not.

    `facts_only` leaves out clauses that ask for something (应当, 确保, 力争) instead of telling it;
    clauses numbered in `void` are about something else altogether. Scopes are compared by identity:
    they are keys of a report's answers.
    """

    parts: frozenset[str] | None
    exceptions: tuple[str, ...] = ()
    publicity: bool = False
    facts_only: bool = False
    void: Set[int] = frozenset()


class Case:
    """What the criteria ask about one report; answers are kept, so asking twice costs once."""

    def __init__(
        self,
        report: Report,
        outline: Outline,
        language: Language,
        part_finder: PartFinder,
        figure_finder: FigureFinder,
        observer: Observer,
    ) -> None:
        self.report = report
        self.outline = outline
        self.language = language
        self._observer = observer
        self.folded = fold(report.text)
        self.parts: Parts = part_finder.find(report, outline, self.folded)
        self.figures: tuple[Figure, ...] = tuple(figure_finder.find(self.folded))
        self.segments: Segments = segment(
            self.folded, self._list_breaks(), self._item_starts(outline)
        )
        self.masked: MaskedText = mask(self.folded, self.segments, language)
        self._counting = CountingClauses(self.figures, self.folded, self.segments, language)
        index = WordIndex(self.masked.plain)
        self._work_words = WordClauses(index, self.masked.work, self.segments)
        self._all_words = WordClauses(index, self.masked.plain, self.segments)
        self._regions = _Regions(outline)
        self._clause_parts = [self.parts.at(start) for start in self.segments.clause_starts]
        self._in_parts: dict[frozenset[str], Set[int]] = {}
        self._atoms: dict[tuple[Atom, bool], Set[int]] = {}
        self._unions: dict[tuple[tuple[str, ...], bool], Set[int]] = {}

    def find(self, pattern: Pattern, scope: Scope) -> list[Span]:
        """Return where `pattern` holds, one span per sentence, in text order."""
        return self._in_order([self._sentences_with(pattern, scope)])

    def find_any(self, patterns: Collection[Pattern], scope: Scope) -> list[Span]:
        """Return where any of `patterns` holds, in text order, each place once."""
        return self._in_order([self._sentences_with(pattern, scope) for pattern in patterns])

    def find_some(self, patterns: Iterable[Pattern], scope: Scope, enough: int) -> list[Span]:
        """Return where the first of `patterns` hold that together give `enough` places."""
        found: set[Span] = set()
        for pattern in patterns:
            found.update(self.find(pattern, scope))
            if len(found) >= enough:
                break
        return sorted(found)

    def find_both(
        self, ones: Collection[Pattern], others: Collection[Pattern], scope: Scope
    ) -> list[Span]:
        """Return the sentences in which any of `ones` and any of `others` hold, in text order."""
        first, second = (
            {n: span for p in patterns for n, span in self._sentences_with(p, scope).items()}
            for patterns in (ones, others)
        )
        return self._in_order(
            [{n: _cover(first[n], second[n]) for n in first.keys() & second.keys()}]
        )

    def _sentences_with(self, pattern: Pattern, scope: Scope) -> dict[int, Span]:
        """Return, by sentence, where all groups of `pattern` stand."""
        first, *others = pattern.groups
        found = self._group_places(first, pattern.around, scope)
        for group in others:
            if not found:
                break
            places = self._group_places(group, pattern.around, scope)
            found = {n: _cover(found[n], places[n]) for n in found.keys() & places.keys()}
        return found

    def _in_order(self, found: Iterable[Mapping[int, Span]]) -> list[Span]:
        return sorted({self._trimmed(span) for places in found for span in places.values()})

    def clauses_of(self, patterns: Collection[Pattern]) -> Set[int]:
        """Return the numbers of the clauses in which the first group of a pattern stands."""
        everywhere = Scope(None, publicity=True)
        return {n for p in patterns for n in self._group_clauses(p.groups[0], everywhere)}

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

    @cached_property
    def notes(self) -> Notes:
        """What is noted beside the verdicts, each kind when it is first asked for."""
        return self._observer.notes(self)

    def asks(self, clause: int) -> bool:
        """Tell whether a clause demands or aims at something instead of reporting it."""
        return clause in self._asking

    @cached_property
    def _asking(self) -> Set[int]:
        demands = self.language.requirement
        found = self.language.requirement_or_not.finditer(self.folded)
        return {self.segments.clause_at(m.start()) for m in found if m[0] in demands}

    def _clauses_in_parts(self, parts: frozenset[str]) -> Set[int]:
        if parts not in self._in_parts:
            owners = enumerate(self._clause_parts)
            self._in_parts[parts] = {n for n, own in owners if not parts.isdisjoint(own)}
        return self._in_parts[parts]

    def _group_places(
        self, group: Group, around: tuple[Atom, ...], scope: Scope
    ) -> dict[int, Span]:
        """Return, by sentence, the clause span in which all atoms of `group` stand."""
        clauses = self._group_clauses(group, scope)
        if clauses and scope.parts is not None:
            clauses = clauses & self._clauses_in_parts(scope.parts)
        if clauses and scope.facts_only:
            clauses = clauses - self._asking
        if not clauses:
            return {}
        doubtful = self._clauses_with(scope.exceptions, publicity=True)
        places: dict[int, Span] = {}
        for clause in sorted(clauses - scope.void):
            sentence = self.segments.sentence_of[clause]
            if sentence in places:
                continue
            if clause in doubtful and not self._counts(clause, group, scope):
                continue
            if all(self._stands_around(clause, atom, scope) for atom in around):
                places[sentence] = self._with_lender(clause, group)
        return places

    def _group_clauses(self, group: Group, scope: Scope) -> Set[int]:
        """Return the clauses in which all atoms of `group` stand, wherever they are."""
        clauses = self._atom_clauses(group[0], scope.publicity)
        for atom in group[1:]:
            if not clauses:
                break
            found = self._atom_clauses(atom, scope.publicity)
            clauses = clauses - found if atom.absent else clauses & found
        return clauses

    def _with_lender(self, clause: int, group: Group) -> Span:
        """Return a clause, together with the next one if that lends it its figure."""
        span = self.segments.clause(clause)
        if clause + 1 in self._counting.lenders and any(atom.sort is Sort.FIGURE for atom in group):
            return _cover(span, self.segments.clause(clause + 1))
        return span

    def _counts(self, clause: int, group: Group, scope: Scope) -> bool:
        """Tell whether the words of a group stand in a clause outside phrases that do not count."""
        span = self.segments.clause(clause)
        covered = [
            (start, start + len(phrase))
            for phrase in scope.exceptions
            for start in find_all(self.folded, phrase, span.start, span.end)
        ]
        return all(self._stands_free(clause, atom, covered, scope.publicity) for atom in group)

    def _stands_free(
        self, clause: int, atom: Atom, covered: list[tuple[int, int]], publicity: bool
    ) -> bool:
        """Tell whether an atom stands in a clause outside the phrases that do not count."""
        if atom.sort is not Sort.WORDS or atom.absent:
            return True
        text, span = self._text(publicity), self.segments.clause(clause)
        return any(
            not any(first < start + len(word) and start < last for first, last in covered)
            for word in atom.words
            for start in find_all(text, word, span.start, span.end)
        )

    def _stands_around(self, clause: int, atom: Atom, scope: Scope) -> bool:
        """Tell whether the sub-section of a clause, or its heading, holds the atom."""
        place = self.segments.clause_starts[clause]
        clauses = self._atom_clauses(atom, scope.publicity)
        return any(
            number in clauses
            for span in self._regions.around(place)
            for number in self.segments.clauses_in(span)
        )

    def _atom_clauses(self, atom: Atom, publicity: bool) -> Set[int]:
        """Return the clauses an atom stands in; each atom is looked up once per report."""
        key = (atom, publicity)
        if key not in self._atoms:
            self._atoms[key] = self._look_up(atom, publicity)
        return self._atoms[key]

    def _look_up(self, atom: Atom, publicity: bool) -> Set[int]:
        match atom.sort:
            case Sort.WORDS:
                return self._clauses_with(atom.words, publicity)
            case Sort.FREQUENCY:
                return self._clauses_with(self.language.frequency, publicity)
            case Sort.NONE:
                return self._clauses_with(self.language.none, publicity)
            case Sort.FIGURE:
                return self._counting.of(atom.words)
        return set(map(self.segments.clause_at, self._places(atom.sort, self._text(publicity))))

    def _clauses_with(self, words: tuple[str, ...], publicity: bool) -> Set[int]:
        key = (words, publicity)
        if key not in self._unions:
            clauses = self._all_words if publicity else self._work_words
            self._unions[key] = frozenset().union(*map(clauses.__getitem__, words))
        return self._unions[key]

    def _places(self, sort: Sort, text: str) -> Iterable[int]:
        """Return where the named things of a sort stand, in no order."""
        match sort:
            case Sort.OWN_DOCUMENT:
                return [span.start for span in self.masked.own_documents]
            case Sort.NAMED:
                generic = self.language.generic_names
                return [m.start() for m in _NAMED.finditer(text) if not generic.search(m[1])]
            case Sort.LIST:
                return [match.start() for match in _LIST.finditer(text)]
            case Sort.MATTER:
                return self.language.names.find_matters(text)
            case Sort.PLACE:
                return self.language.names.find_places(text)
        raise AssertionError(sort)

    def _text(self, publicity: bool) -> str:
        return self.masked.plain if publicity else self.masked.work

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
