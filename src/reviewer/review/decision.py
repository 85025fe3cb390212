"""What the reviewer said about one element, put together from the rulings on it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.checklist import Verdict
from reviewer.report import Anchor
from reviewer.review.ruling import (
    CommentIs,
    Confirmed,
    EvidenceIs,
    Ignored,
    Kind,
    NotApplicable,
    PointsAre,
    Ruling,
    Said,
    Slot,
    VerdictIs,
)

ELEMENT_KINDS = (
    Kind.VERDICT,
    Kind.POINTS,
    Kind.EVIDENCE,
    Kind.COMMENT,
    Kind.NOT_APPLICABLE,
    Kind.IGNORED,
    Kind.CONFIRMED,
)


@dataclass(frozen=True, slots=True)
class Decision:
    """The reviewer's word on an element beside the machine's, which is kept in the finding.

    `verdict`, `points` and `evidence` are None where the machine's stand. `ignored` is why the
    finding was set aside, empty where it was not. `confirmed` says that the reviewer has looked
    and settled the element. `by` and `at` are those of the newest ruling.
    """

    verdict: Verdict | None = None
    points: float | None = None
    evidence: tuple[Anchor, ...] | None = None
    comment: str = ""
    not_applicable: bool = False
    ignored: str = ""
    confirmed: bool = False
    by: str = ""
    at: datetime.datetime | None = None

    @property
    def overrules(self) -> bool:
        """Whether the reviewer set a verdict, points or evidence of their own."""
        return not (self.verdict is None and self.points is None and self.evidence is None)


UNDECIDED = Decision()


def decision_on(element_id: str, rulings: Mapping[Slot, Ruling]) -> Decision:
    """Put together what `rulings` say about an element; UNDECIDED where they say nothing."""
    found = [rulings.get(Slot(kind, element_id)) for kind in ELEMENT_KINDS]
    made = [ruling for ruling in found if ruling is not None]
    if not made:
        return UNDECIDED
    values: dict[str, object] = {}
    for ruling in made:
        values.update(_values(ruling.said))
    newest = max(made, key=_when)
    return Decision(**values, by=newest.by, at=newest.at)  # type: ignore[arg-type]


def _values(said: Said) -> dict[str, object]:
    match said:
        case VerdictIs(_, verdict):
            return {"verdict": verdict}
        case PointsAre(_, points):
            return {"points": points}
        case EvidenceIs(_, passages):
            return {"evidence": passages}
        case CommentIs(_, text):
            return {"comment": text}
        case NotApplicable():
            return {"not_applicable": True}
        case Ignored(_, because):
            return {"ignored": because}
        case _:
            return {"confirmed": True}


def _when(ruling: Ruling) -> float:
    return ruling.at.timestamp() if ruling.at else 0.0


def statements(
    element_id: str, values: Mapping[str, object]
) -> tuple[tuple[Said, ...], tuple[Slot, ...]]:
    """Return what is said and which slots are emptied where fields of a Decision get `values`.

    Raises KeyError for a name that is no field.
    """
    said: list[Said] = []
    emptied: list[Slot] = []
    for name, value in values.items():
        kind = Kind(name.replace("_", "-"))
        if value is None or value is False or value == "":
            emptied.append(Slot(kind, element_id))
        else:
            said.append(_statement(kind, element_id, value))
    return tuple(said), tuple(emptied)


def _statement(kind: Kind, element_id: str, value: object) -> Said:
    match kind, value:
        case Kind.VERDICT, Verdict():
            return VerdictIs(element_id, value)
        case Kind.POINTS, int() | float():
            return PointsAre(element_id, float(value))
        case Kind.EVIDENCE, tuple():
            return EvidenceIs(element_id, value)
        case Kind.COMMENT, str():
            return CommentIs(element_id, value)
        case Kind.IGNORED, str():
            return Ignored(element_id, value)
        case Kind.NOT_APPLICABLE, True:
            return NotApplicable(element_id)
        case Kind.CONFIRMED, True:
            return Confirmed(element_id)
    raise ValueError(f"{kind.value} cannot be {value!r}")
