"""The machine's word on a report in short: enough to list the report and to add its points up.

A project keeps it, so that a hundred reports can be listed without judging any of them anew.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checklist import Verdict
from reviewer.outline import Corrections
from reviewer.review.following import places_of
from reviewer.review.ruling import Ruling

if TYPE_CHECKING:
    from reviewer.review.standing import Standing


@dataclass(frozen=True, slots=True)
class Brief:
    """Verdicts by element id, front matter, how many notices of reading there are.

    It holds as long as the reviewer's corrections have the digest `corrections`. `lost` counts the
    rulings without their place, of those whose places have the digest `places`.
    """

    verdicts: Mapping[str, Verdict]
    unit: str | None
    year: int | None
    date: datetime.date | None
    notices: int
    lost: int
    corrections: str
    places: str


def brief_of(review: Standing) -> Brief:
    """Return a judged review in short."""
    front = review.outline.front
    return Brief(
        verdicts={finding.id: finding.verdict for finding in review.findings.values()},
        unit=front.unit.value if front.unit else None,
        year=front.year.value if front.year else None,
        date=front.date,
        notices=len(review.report.notices),
        lost=len(review.lost),
        corrections=digest_of_corrections(review.assessment.corrections),
        places=digest_of_places(review.rulings.values()),
    )


def digest_of_corrections(corrections: Corrections) -> str:
    """Return what tells one set of corrections from another."""
    return _digest(corrections)


def digest_of_places(rulings: Iterable[Ruling]) -> str:
    """Return what tells the places spoken of in `rulings` from others."""
    return _digest([places_of(ruling.said) for ruling in rulings if places_of(ruling.said)])


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", errors="surrogatepass")).hexdigest()
