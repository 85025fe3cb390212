"""Notes everything in a report that is no verdict; criteria and readers ask the same notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from reviewer.checking.case import Case
from reviewer.checking.figures import Figure
from reviewer.checking.language import Language
from reviewer.checking.observations.conflicts import ConflictFinder
from reviewer.checking.observations.counted import Counted, CountedFinder
from reviewer.checking.observations.pairing import PairFinder
from reviewer.checking.observations.placeholders import PlaceholderFinder
from reviewer.checking.observations.repeats import PARAGRAPH, RepeatFinder
from reviewer.checking.observations.sequences import find_broken_sequences
from reviewer.checking.observations.unclaimed import Bounds, Nearness
from reviewer.checking.observations.unit_names import UnitNameFinder
from reviewer.checking.observations.values import Entry, Ledger, Observations, Pairs, Remark
from reviewer.checking.observations.wording import WordingFinder
from reviewer.checking.observations.years import YEAR, YearFinder
from reviewer.checking.parts import FRAME, TAIL
from reviewer.checklist.source import Node


@dataclass(frozen=True, slots=True)
class Observer:
    """The `observations` block of a checklist's language, compiled."""

    figures: ConflictFinder
    counted: CountedFinder
    placeholders: PlaceholderFinder
    years: YearFinder
    pairing: PairFinder
    nearest: Nearness
    unclaimed: Bounds
    unit_names: UnitNameFinder
    repetition: RepeatFinder
    wording: WordingFinder

    @classmethod
    def read(cls, node: Node, language: Language) -> Observer:
        """Compile the block. Raises ChecklistError."""
        observer = cls(
            figures=ConflictFinder.read(node.require("figures")),
            counted=CountedFinder.read(node.require("counted")),
            placeholders=PlaceholderFinder.read(node.require("placeholders")),
            years=YearFinder.read(node.require("years")),
            pairing=PairFinder.read(node.require("pairs"), language),
            nearest=Nearness.read(node.require("nearest")),
            unclaimed=Bounds.read(node.require("unclaimed")),
            unit_names=UnitNameFinder.read(node.require("unit_names")),
            repetition=RepeatFinder.read(node.require("repetition")),
            wording=WordingFinder.read(node.require("wording")),
        )
        node.finish()
        return observer

    def notes(self, case: Case) -> Notes:
        """Return the notes on one report."""
        return Notes(self, case)


class Notes:
    """The notes on one report; each kind is found when it is first asked for.

    Remarks that the case has set aside are not among them.
    """

    def __init__(self, observer: Observer, case: Case) -> None:
        self._observer = observer
        self._case = case

    @cached_property
    def conflicts(self) -> tuple[Remark, ...]:
        """What is wrong with figures, placeholders and years, in text order."""
        finders = (self._observer.figures, self._observer.placeholders, self._observer.years)
        return self._kept(remark for finder in finders for remark in finder.find(self._case))

    @cached_property
    def pairs(self) -> Pairs:
        """The shortcomings with their causes and measures."""
        return self._observer.pairing.find(self._case)

    @cached_property
    def names(self) -> tuple[Remark, ...]:
        """Where another unit's name is used as the report's own, in text order."""
        return self._kept(self._observer.unit_names.find(self._case))

    @cached_property
    def repeats(self) -> tuple[Remark, ...]:
        """What stands twice, in text order."""
        return self._kept(self._observer.repetition.find(self._case))

    @cached_property
    def sequences(self) -> tuple[Remark, ...]:
        """Where numbers are out of sequence, in text order."""
        return self._kept(find_broken_sequences(self._case))

    @cached_property
    def wordings(self) -> tuple[Remark, ...]:
        """The wrong wordings, in the order of the checklist's list."""
        return tuple(self._counting(self._observer.wording.find(self._case)))

    def all(self) -> Observations:
        """Return everything there is to note."""
        years = [remark for remark in self.conflicts if remark.kind == YEAR]
        signs = (*self.names, *years, *_unheld(self.repeats), *self.sequences, *self.wordings)
        ledger = Ledger(tuple(self._entries()), self.conflicts)
        return Observations(ledger, self.pairs, _in_order(signs))

    def _kept(self, remarks: Iterable[Remark]) -> tuple[Remark, ...]:
        return _in_order(self._counting(remarks))

    def _counting(self, remarks: Iterable[Remark]) -> Iterator[Remark]:
        aside, text = self._case.set_aside, self._case.report.text
        return (remark for remark in remarks if not aside or remark.key(text) not in aside)

    def _entries(self) -> Iterator[Entry]:
        case = self._case
        before: tuple[int, tuple[Figure, Counted]] | None = None
        for figure in case.figures:
            parts = case.parts.at(figure.span.start)
            if parts & {FRAME, TAIL}:
                continue
            sentence = case.segments.sentence_of[case.segments.clause_at(figure.span.start)]
            earlier = before[1] if before and before[0] == sentence else None
            counted = self._observer.counted.find(case, figure, earlier)
            before = sentence, (figure, counted)
            yield Entry(
                span=figure.span,
                value=figure.value,
                unit=figure.unit,
                vague=figure.vague,
                counted=counted.thing.of(case.report.text) if counted.thing else "",
                action=counted.action.of(case.report.text) if counted.action else "",
                thing=counted.thing,
                part=min(parts, default=""),
                section=tuple(s.label for s in case.outline.path(figure.span.start)),
            )


def _in_order(remarks: Iterable[Remark]) -> tuple[Remark, ...]:
    return tuple(sorted(remarks, key=_place))


def _place(remark: Remark) -> tuple[list[tuple[int, int]], str]:
    """Return what remarks are ordered by; whole numbers compare faster than spans."""
    return [(span.start, span.end) for span in remark.spans], remark.code


def _unheld(repeats: Iterable[Remark]) -> list[Remark]:
    """Leave out the sentences of a paragraph that stands there twice itself."""
    told = list(repeats)
    paragraphs = [span for repeat in told if repeat.code == PARAGRAPH for span in repeat.spans]
    return [
        repeat
        for repeat in told
        if repeat.code == PARAGRAPH
        or not all(any(span.start in whole for whole in paragraphs) for span in repeat.spans)
    ]
