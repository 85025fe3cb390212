"""What a person says of the outline, as data: each is anchored to a place of the text.

Nothing here changes a text or an outline; `build_outline` takes the corrections and follows them.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum

from reviewer.report import Anchor

LEVELS = range(1, 5)


class FrontField(Enum):
    """A field of the front matter that a person may correct."""

    TITLE = "title"
    UNIT = "unit"
    YEAR = "year"
    DATE = "date"
    SIGNED = "signed"
    ADDRESSEE = "addressee"


FrontValue = str | int | datetime.date | None


@dataclass(frozen=True, slots=True)
class HeadingLevel:
    """The passage is a heading of `level` (1 to 4), or none at all where `level` is None.

    A passage that is no heading yet becomes one: a whole line with its first sentence for a title,
    a part of a line as it is.
    """

    place: Anchor
    level: int | None


@dataclass(frozen=True, slots=True)
class Continuation:
    """The line at this place goes on with the line before it: the break between is none."""

    place: Anchor


@dataclass(frozen=True, slots=True)
class SectionPart:
    """The section whose heading stands here belongs to `part` (results, shortcomings …)."""

    place: Anchor
    part: str


@dataclass(frozen=True, slots=True)
class FieldValue:
    """A field of the front matter has this value; None where the report does not say it.

    The year is an int, the date (of signature) a date, everything else a text.
    """

    field: FrontField
    value: FrontValue


@dataclass(frozen=True, slots=True)
class Corrections:
    """Everything a person corrected in one outline; of two for the same place the later counts.

    `set_aside` are the keys of remarks that are no faults: they change only the verdicts.
    """

    headings: tuple[HeadingLevel, ...] = ()
    continuations: tuple[Continuation, ...] = ()
    parts: tuple[SectionPart, ...] = ()
    fields: tuple[FieldValue, ...] = ()
    set_aside: tuple[str, ...] = ()


NO_CORRECTIONS = Corrections()
