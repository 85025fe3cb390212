"""What the machine makes of a report, with or without a person's corrections of its outline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from reviewer.checking import Finding, Study
from reviewer.outline import NO_CORRECTIONS, Corrections, FrontField, Outline
from reviewer.report import Report


@dataclass(frozen=True, slots=True)
class Assessment:
    """An outline and the findings that follow from it, by element id.

    `corrections` are those it was made by, which may not be the newest.
    """

    outline: Outline
    findings: Mapping[str, Finding]
    corrections: Corrections = NO_CORRECTIONS


Assess = Callable[[Report, Corrections], Assessment]
LayOpen = Callable[[Report, Outline], Study]


def front_text(outline: Outline, field: FrontField) -> str | None:
    """Return a field of the front matter as a person reads it, None where it is not there."""
    front = outline.front
    if field is FrontField.DATE:
        return front.date_text
    found = {
        FrontField.TITLE: front.title,
        FrontField.UNIT: front.unit,
        FrontField.YEAR: front.year,
        FrontField.SIGNED: front.signed,
        FrontField.ADDRESSEE: front.addressee,
    }[field]
    return str(found.value) if found else None
