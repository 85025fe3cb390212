"""Which rulings change the outline, and the places in the text that rulings speak of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from reviewer.checking import is_remark_key
from reviewer.outline import Continuation, Corrections, FieldValue, HeadingLevel, SectionPart
from reviewer.report import Anchor
from reviewer.review.ruling import EvidenceIs, Kind, Ruling, Said, Slot

CORRECTING = frozenset({Kind.FIELD, Kind.HEADING, Kind.CONTINUATION, Kind.PART})

_Correction = TypeVar("_Correction", HeadingLevel, Continuation, SectionPart, FieldValue)


def corrects(slot: Slot) -> bool:
    """Tell whether what is said in `slot` changes what the machine makes of the report."""
    return slot.kind in CORRECTING or _sets_remark_aside(slot)


def _sets_remark_aside(slot: Slot) -> bool:
    return slot.kind is Kind.IGNORED and is_remark_key(slot.about)


def corrections_of(rulings: Mapping[Slot, Ruling]) -> Corrections:
    """Return the corrections among `rulings`, the oldest first."""
    made = [ruling for slot, ruling in rulings.items() if slot.kind in CORRECTING]
    # A slot filled anew keeps its old place among the rulings.
    made.sort(key=lambda ruling: ruling.at.timestamp() if ruling.at else 0.0)
    return Corrections(
        headings=_those(made, HeadingLevel),
        continuations=_those(made, Continuation),
        parts=_those(made, SectionPart),
        fields=_those(made, FieldValue),
        set_aside=tuple(sorted(slot.about for slot in rulings if _sets_remark_aside(slot))),
    )


def _those(rulings: list[Ruling], kind: type[_Correction]) -> tuple[_Correction, ...]:
    return tuple(ruling.said for ruling in rulings if isinstance(ruling.said, kind))


def places_of(said: Said) -> tuple[Anchor, ...]:
    """Return the places in the text that are spoken of."""
    match said:
        case EvidenceIs(_, passages):
            return passages
        case HeadingLevel(place) | Continuation(place) | SectionPart(place):
            return (place,)
    return ()
