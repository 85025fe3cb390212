"""One report laid open for the criteria: its parts, clauses, figures, and where words stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from reviewer.checking.atom_clauses import AtomClauses
from reviewer.checking.counting import CountingClauses
from reviewer.checking.figures import Figure, FigureFinder
from reviewer.checking.finding import Evidence
from reviewer.checking.language import Language
from reviewer.checking.masks import MaskedText, mask
from reviewer.checking.notation import FIGURE, NO_WORDS, WORDS, Atom, Group, Pattern
from reviewer.checking.part_finder import PartFinder
from reviewer.checking.parts import FRAME, TAIL, Parts, PartSpan
from reviewer.checking.segments import EVERYWHERE, ClauseSet, Segments, numbers_in, segment
from reviewer.checking.steps import Steps
from reviewer.checking.word_index import Vocabulary, find_all
from reviewer.outline import Outline
from reviewer.report import Report, Section, Span
from reviewer.support.folding import fold

if TYPE_CHECKING:
    from reviewer.checking.observations.observer import Notes, Observer

_TRIM = " \n,;:。、"

_Place = tuple[int, int]  # the first and the last clause of what was found


class Scope(NamedTuple):
    """Where and how to look: in which parts, past which phrases, with publicity in sight or not.

    `facts_only` leaves out clauses that ask for something (应当, 确保, 力争) instead of telling it,
    and those that deny it (没有开展);
    clauses in `void` are about something else altogether. Clauses not `within` are not looked at.
    """

    parts: frozenset[str] | None
    exceptions: Atom = NO_WORDS
    publicity: bool = False
    facts_only: bool = False
    void: ClauseSet = 0
    within: ClauseSet = EVERYWHERE


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
        vocabulary: Vocabulary,
        set_aside: Collection[str] = (),
    ) -> None:
        self.report = report
        self.set_aside = frozenset(set_aside)
        self.outline = outline
        self.language = language
        self._observer = observer
        self.folded = _without(report.folded, outline.joins)
        self.parts: Parts = part_finder.find(report, outline, self.folded)
        self.figures: tuple[Figure, ...] = tuple(figure_finder.find(self.folded))
        self._figure_starts = [figure.span.start for figure in self.figures]
        self.segments: Segments = segment(
            self.folded, self._list_breaks(), self._item_starts(outline)
        )
        unit = fold(outline.front.unit.value) if outline.front.unit else None
        self.masked: MaskedText = mask(self.folded, self.segments, language, unit)
        self._counting = CountingClauses(self.figures, self.folded, self.segments, language)
        self._atoms = AtomClauses(vocabulary, self._counting, self.masked, self.segments, language)
        self._regions = Steps(_regions(outline), ())
        self._headings = Steps(_headings(outline), ())
        self._clauses_of_part = self._clauses_by_part()
        self._that_count: dict[tuple[frozenset[str] | None, bool], ClauseSet] = {}

    def find(self, pattern: Pattern, scope: Scope) -> list[Span]:
        """Return where `pattern` holds, one span per sentence, in text order."""
        return self.find_any((pattern,), scope)

    def find_any(self, patterns: Iterable[Pattern], scope: Scope) -> list[Span]:
        """Return where any of `patterns` holds, in text order, each place once."""
        found = self._sentences_with(patterns, scope)
        return self._spans(chain.from_iterable(places.values() for places in found))

    def find_some(self, patterns: Iterable[Pattern], scope: Scope, enough: int) -> list[Span]:
        """Return where the first of `patterns` hold that together give `enough` places."""
        found: set[_Place] = set()
        for places in self._sentences_with(patterns, scope):
            found.update(places.values())
            if len(found) >= enough:
                break
        return self._spans(found)

    def find_both(
        self, ones: Iterable[Pattern], others: Iterable[Pattern], scope: Scope
    ) -> list[Span]:
        """Return the sentences in which any of `ones` and any of `others` hold, in text order."""
        first = _merged(self._sentences_with(ones, scope))
        within = scope.within & self.segments.set_of_sentences(first)
        second = _merged(self._sentences_with(others, scope._replace(within=within)))
        return self._spans(_joined(first, second).values())

    def _sentences_with(
        self, patterns: Iterable[Pattern], scope: Scope
    ) -> Iterator[dict[int, _Place]]:
        """Yield, for each of `patterns` that may hold, where it does, by sentence."""
        within = self._clauses_that_count(scope)
        for pattern in self._atoms.that_may_hold(patterns):
            clauses = self._atoms.of_all(pattern.groups[0], within, publicity=scope.publicity)
            if clauses:
                yield self._places(pattern, scope, clauses, within)

    def _places(
        self, pattern: Pattern, scope: Scope, clauses: ClauseSet, within: ClauseSet
    ) -> dict[int, _Place]:
        """Return, by sentence, where `pattern` holds; its first group stands in `clauses`."""
        first, *others = pattern.groups
        found = self._group_places(first, pattern.around, scope, clauses)
        for group in others:
            near = within & self.segments.set_of_sentences(found)
            clauses = self._atoms.of_all(group, near, publicity=scope.publicity)
            found = _joined(found, self._group_places(group, pattern.around, scope, clauses))
        if found and pattern.without is not NO_WORDS:
            barred = self.segments.sentences_with(self._atoms.of(pattern.without))
            found = {n: place for n, place in found.items() if n not in barred}
        return found

    def _spans(self, places: Iterable[_Place]) -> list[Span]:
        """Return places in text order, each once, without the marks around them."""
        return [Span(*ends) for ends in sorted({self._trimmed(place) for place in places})]

    def clauses_of(self, patterns: Collection[Pattern]) -> ClauseSet:
        """Return the clauses in which the first group of a pattern stands."""
        clauses = 0
        for pattern in self._atoms.that_may_hold(patterns):
            clauses |= self._atoms.of_all(pattern.groups[0], EVERYWHERE, publicity=True)
        return clauses

    def evidence(self, span: Span) -> Evidence:
        """Return `span` as evidence: exact quote and the headings it stands under."""
        return Evidence(span, span.of(self.report.text), self._headings.at(span.start))

    def around(self, place: int) -> tuple[Span, ...]:
        """Return the numbered sub-section around a place, and its heading where that is apart."""
        return self._regions.at(place)

    def sentence(self, number: int) -> Span:
        """Return the place of a sentence without the marks around it."""
        clauses = self.segments.clauses_in(self.segments.sentence(number))
        return Span(*self._trimmed((clauses[0], clauses[-1])))

    def part_text(self, span: Span) -> str:
        """Return the folded text of a span."""
        return self.folded[span.start : span.end]

    def body(self) -> Iterator[Span]:
        """Yield the lines of the report that are neither web frame nor signature."""
        for block in self.report.blocks:
            if not self.parts.at(block.start) & {FRAME, TAIL}:
                yield block.span

    def sentences_of(self, line: Span) -> list[Span]:
        """Return the sentences of a line without the title, which may share it with the text."""
        title = self.outline.front.title
        sentences = self.segments.sentences_in(line)
        return [s for s in sentences if not title or not title.span.overlaps(s)]

    def figures_in(self, span: Span) -> list[Figure]:
        """Return the figures inside `span`."""
        first = bisect_left(self._figure_starts, span.start)
        return list(self.figures[first : bisect_left(self._figure_starts, span.end)])

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
        return bool(self._asking >> clause & 1)

    @cached_property
    def _asking(self) -> ClauseSet:
        counted = self._counting.of(())
        return self.language.demands.find(self.folded, self.segments, counted)

    @cached_property
    def agendas(self) -> ClauseSet:
        """The clauses whose figure counts what was on a list of topics, not work on one of them."""
        return self.clauses_of(self.language.agendas)

    @cached_property
    def _denying(self) -> ClauseSet:
        found = self.language.denial.finditer(self.folded)
        return self.segments.set_at(match.start() for match in found)

    def _clauses_that_count(self, scope: Scope) -> ClauseSet:
        """Return the clauses of a scope's parts, without what is no fact where it wants facts."""
        key = scope.parts, scope.facts_only
        if key not in self._that_count:
            clauses = EVERYWHERE if scope.parts is None else self._of_parts(scope.parts)
            told = clauses & ~self._asking & ~self._denying if scope.facts_only else clauses
            self._that_count[key] = told
        return self._that_count[key] & ~scope.void & scope.within

    def _of_parts(self, parts: Iterable[str]) -> ClauseSet:
        clauses = 0
        for part in parts:
            clauses |= self._clauses_of_part.get(part, 0)
        return clauses

    def _group_places(
        self, group: Group, around: tuple[Atom, ...], scope: Scope, clauses: ClauseSet
    ) -> dict[int, _Place]:
        """Return, by sentence, the first of `clauses`, which have `group`, that counts."""
        numbers = numbers_in(clauses)
        doubtful = clauses & self._atoms.of(scope.exceptions)
        if doubtful:
            numbers = [n for n in numbers if not doubtful >> n & 1 or self._counts(n, group, scope)]
        for atom in around:
            wanted = self._clauses_around(atom, scope)
            numbers = [n for n in numbers if self._stands_around(n, wanted, atom.ahead)]
        counted = FIGURE in [atom.sort for atom in group]
        lenders = self._counting.lenders if counted else ()
        sentence_of = self.segments.sentence_of
        # The next clause may lend its figure. Of two clauses of a sentence the first remains.
        return {sentence_of[n]: (n, n + (n + 1 in lenders)) for n in reversed(numbers)}

    def _counts(self, clause: int, group: Group, scope: Scope) -> bool:
        """Tell whether the words of a group stand in a clause outside phrases that do not count."""
        span = self.segments.clause(clause)
        text = self.part_text(span)
        covered = [
            (start, start + len(phrase))
            for phrase in scope.exceptions.words
            if phrase in text
            for start in find_all(self.folded, phrase, span.start, span.end)
        ]
        return all(self._stands_free(clause, atom, covered) for atom in group)

    def _stands_free(self, clause: int, atom: Atom, covered: list[tuple[int, int]]) -> bool:
        """Tell whether an atom stands in a clause outside the phrases that do not count."""
        if atom.sort is not WORDS or atom.absent:
            return True
        span = self.segments.clause(clause)
        return any(
            not any(first < start + len(word) and start < last for first, last in covered)
            for word in atom.words
            for start in find_all(self.masked.text, word, span.start, span.end)
        )

    def _clauses_around(self, atom: Atom, scope: Scope) -> ClauseSet:
        """Return the clauses of which one must be in the sub-section, or at its head."""
        clauses = self._atoms.of_all((atom,), EVERYWHERE, publicity=scope.publicity)
        return clauses & ~self._denying if scope.facts_only else clauses

    def _stands_around(self, clause: int, wanted: ClauseSet, ahead: bool) -> bool:
        """Tell whether the sub-section of a clause, or its head, has one of the clauses wanted."""
        place = self.segments.clause_starts[clause]
        spans = self.heads(place) if ahead else self._regions.at(place)
        return any(wanted & self.segments.set_in(span) for span in spans)

    def heads(self, place: int) -> list[Span]:
        """Return the first sentences of the item and the section around a place.

        Text right below a heading of the top level has no other head than its own sentence.
        """
        starts = [span.start for span in self._regions.at(place)]
        if len(self._headings.at(place)) <= 1:
            starts.append(place)
        numbers = [self.segments.sentence_of[self.segments.clause_at(start)] for start in starts]
        return [self.segments.sentence(number) for number in numbers]

    def _trimmed(self, place: _Place) -> tuple[int, int]:
        """Return start and end of a place without the marks around it."""
        first, last = place
        start, end = self.segments.clause_starts[first], self.segments.clause_ends[last]
        text = self.folded[start:end]
        return start + len(text) - len(text.lstrip(_TRIM)), start + len(text.rstrip(_TRIM))

    def _clauses_by_part(self) -> Mapping[str, ClauseSet]:
        found: defaultdict[str, ClauseSet] = defaultdict(int)
        starts = self.segments.clause_starts
        for stretch, owners in self.parts.cut():
            first, end = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
            for part in owners:
                found[part] |= (1 << end) - (1 << first)
        return found

    def _list_breaks(self) -> Iterator[int]:
        for figure in self.figures:
            if self.folded.startswith("、", figure.span.end):
                yield figure.span.end + 1

    @staticmethod
    def _item_starts(outline: Outline) -> Iterator[int]:
        for section, _ in outline.walk():
            yield section.heading.start
            yield from (item.marker.start for item in section.items)


def _without(folded: str, joins: Iterable[Span]) -> str:
    """Return folded text with blanks in the place of line feeds that part nothing."""
    for join in joins:
        folded = folded[: join.start] + " " * len(join) + folded[join.end :]
    return folded


def _regions(outline: Outline) -> dict[int, tuple[Span, ...]]:
    """Return, by their start, the items with their headings and the own texts of sections."""
    regions: dict[int, tuple[Span, ...]] = {}
    for section, _ in outline.walk():
        regions[section.heading.start] = (_own_text(section),)
        for item in section.items:
            regions[item.span.start] = (item.span, section.heading)
    return regions


def _headings(outline: Outline) -> dict[int, tuple[str, ...]]:
    """Return the headings that stand above the text, by the place from which they do."""
    paths: dict[int, tuple[str, ...]] = {}
    for section, above in outline.walk():
        path = (*(outer.label for outer in above), section.label)
        paths[section.span.start] = path
        paths.setdefault(section.span.end, path[:-1])
    return paths


def _own_text(section: Section) -> Span:
    end = section.children[0].heading.start if section.children else section.span.end
    return Span(section.heading.start, end)


def _merged(found: Iterable[Mapping[int, _Place]]) -> dict[int, _Place]:
    """Return the places by sentence, the last in each."""
    return {n: place for places in found for n, place in places.items()}


def _joined(ones: Mapping[int, _Place], others: Mapping[int, _Place]) -> dict[int, _Place]:
    """Return, by sentence, what covers the places of both; other sentences are left out."""
    return {
        n: (min(ones[n][0], others[n][0]), max(ones[n][1], others[n][1]))
        for n in ones.keys() & others.keys()
    }
