"""What a reviewer can rule on: one family of small values, each signed with who and when.

A ruling fills a slot: its kind and what it is about. The newest ruling in a slot counts; taking it
back leaves the machine's value, which never changes.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from reviewer.checklist import Verdict
from reviewer.outline import Continuation, FieldValue, HeadingLevel, SectionPart
from reviewer.report import Anchor


class Kind(Enum):
    """The kinds of rulings; the values stand in project files and are never renamed."""

    __hash__ = object.__hash__  # that of Enum is slow, and a slot is looked up again and again

    VERDICT = "verdict"
    POINTS = "points"
    EVIDENCE = "evidence"
    COMMENT = "comment"
    NOT_APPLICABLE = "not-applicable"
    IGNORED = "ignored"
    CONFIRMED = "confirmed"
    STATUS = "status"
    FIELD = "field"
    HEADING = "heading"
    CONTINUATION = "continuation"
    PART = "part"
    VERSION = "version"


class Status(Enum):
    """How far the review of a report is."""

    NOT_BEGUN = "not-begun"
    IN_WORK = "in-work"
    DONE = "done"
    SENT_BACK = "sent-back"


@dataclass(frozen=True, slots=True)
class VerdictIs:
    """An element has this verdict."""

    element: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PointsAre:
    """An element earns these points, in steps of half a point."""

    element: str
    points: float


@dataclass(frozen=True, slots=True)
class EvidenceIs:
    """These passages speak for an element; none at all is a ruling too."""

    element: str
    passages: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class CommentIs:
    """A comment on an element, or on the whole report where `element` is empty."""

    element: str
    text: str


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """An element does not apply to this report: it leaves the points that are possible."""

    element: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """A finding is set aside, because of what the reviewer says.

    `finding` is an element's id, or the key of an observation such as a contradiction of figures.
    """

    finding: str
    because: str


@dataclass(frozen=True, slots=True)
class Confirmed:
    """The reviewer has looked at an element and settled it."""

    element: str


@dataclass(frozen=True, slots=True)
class StatusIs:
    """The report is done, or was sent back, on the reviewer's word."""

    status: Status


@dataclass(frozen=True, slots=True)
class VersionIs:
    """The report has this text, known by its digest, in place of an earlier one."""

    digest: str


# Corrections of the outline are rulings as they stand.
Said = (
    VerdictIs
    | PointsAre
    | EvidenceIs
    | CommentIs
    | NotApplicable
    | Ignored
    | Confirmed
    | StatusIs
    | FieldValue
    | HeadingLevel
    | Continuation
    | SectionPart
    | VersionIs
)


class Slot(NamedTuple):
    """What a ruling is about: an element's id, a field's name, a place in the text, or nothing."""

    kind: Kind
    about: str = ""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What was said, by whom and when, and what the machine had said at that time.

    `machine` is None where the machine says nothing on such a thing.
    """

    said: Said
    by: str = ""
    at: datetime.datetime | None = None
    machine: str | float | None = None

    @property
    def slot(self) -> Slot:
        """The slot this ruling fills."""
        return slot_of(self.said)


_ELEMENT_KINDS: dict[type, Kind] = {
    VerdictIs: Kind.VERDICT,
    PointsAre: Kind.POINTS,
    EvidenceIs: Kind.EVIDENCE,
    CommentIs: Kind.COMMENT,
    NotApplicable: Kind.NOT_APPLICABLE,
    Confirmed: Kind.CONFIRMED,
}


def slot_of(said: Said) -> Slot:
    """Return the slot that `said` fills."""
    match said:
        case Ignored(finding):
            return Slot(Kind.IGNORED, finding)
        case StatusIs():
            return Slot(Kind.STATUS)
        case VersionIs():
            return Slot(Kind.VERSION)
        case FieldValue(field):
            return Slot(Kind.FIELD, field.value)
        case HeadingLevel(place):
            return Slot(Kind.HEADING, _about(place))
        case Continuation(place):
            return Slot(Kind.CONTINUATION, _about(place))
        case SectionPart(place):
            return Slot(Kind.PART, _about(place))
        case _:
            return Slot(_ELEMENT_KINDS[type(said)], said.element)


def _about(place: Anchor) -> str:
    return f"{place.start}\n{place.before}\n{place.quote}\n{place.after}"
