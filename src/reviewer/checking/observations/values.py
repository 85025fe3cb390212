"""What a careful reader notes beside the verdicts: figures, pairs, remarks. Plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.report import Span

_AROUND = 6  # code points on each side of a passage that tell it from its like
_BETWEEN = " | "  # in the key of a remark; no id of an element holds it


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that should not stand there, or not so.

    `kind` groups remarks: figure, placeholder, year, name, repetition, numbering, overreach,
    defunct, meeting, spelling, wording. `remark-` and `code` name the sentence in
    resources/messages, whose placeholders `details` fill. `spans` has every place that takes part:
    both figures of a contradiction, both passages of a repetition, in text order.
    """

    kind: str
    code: str
    spans: tuple[Span, ...]
    details: Mapping[str, object] = field(default_factory=dict)

    def key(self, text: str) -> str:
        """Return what a ruling on this remark is filed under; `text` is that of the report.

        It goes by the words and those around them, so that it outlives changes elsewhere.
        """
        places = (text[max(0, s.start - _AROUND) : s.end + _AROUND] for s in self.spans)
        return _BETWEEN.join((self.code, *(" ".join(place.split()) for place in places)))


def is_remark_key(key: str) -> bool:
    """Tell whether a ruling filed under `key` is on a remark, and not on an element."""
    return _BETWEEN in key


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure of the ledger.

    `value` is in `unit`s (3.2万元 is 32,000 of 元); `vague` the word that makes it one of "more
    than", else empty. `counted` is what is counted and `action` what was done with it, both in the
    words of the text and empty where it does not say; `thing` is where the counted thing stands.
    `part` is the part of the report and `section` the headings above, from the top.
    """

    span: Span
    value: float
    unit: str
    vague: str
    counted: str
    action: str
    thing: Span | None
    part: str
    section: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every figure of a report in text order, and what is wrong with figures and years."""

    entries: tuple[Entry, ...]
    conflicts: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure of the plan: what it is called, and all of it."""

    heading: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Cause:
    """What a connector joins to a shortcoming; not `sound` where it only says it once more."""

    span: Span
    sound: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """A shortcoming with its causes and the measure that answers it.

    `shared` are the words that tie the two together.
    """

    shortcoming: Span
    causes: tuple[Cause, ...]
    measure: Measure | None
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The shortcomings of a report, each with cause and measure.

    `passages` are the stretches that speak of shortcomings; `common` the causes that stand outside
    the single shortcomings and speak for all; `measures` all measures of the plan.
    """

    passages: tuple[Span, ...]
    pairs: tuple[Pair, ...]
    common: tuple[Cause, ...]
    measures: tuple[Measure, ...]

    @property
    def causes(self) -> tuple[Cause, ...]:
        """All causes in text order."""
        inside = (cause for pair in self.pairs for cause in pair.causes)
        return tuple(sorted((*inside, *self.common), key=lambda cause: cause.span))

    @property
    def unanswered(self) -> tuple[Pair, ...]:
        """The shortcomings without a measure."""
        return tuple(pair for pair in self.pairs if pair.measure is None)

    @property
    def unexplained(self) -> tuple[Pair, ...]:
        """The shortcomings without a sound cause of their own, where none speaks for all."""
        if any(cause.sound for cause in self.common):
            return ()
        return tuple(p for p in self.pairs if not any(cause.sound for cause in p.causes))


@dataclass(frozen=True, slots=True)
class Observations:
    """What is noted of one report beside the verdicts; `signs` are those of copying."""

    ledger: Ledger
    pairs: Pairs
    signs: tuple[Remark, ...]
