"""Totals of a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.checklist import Verdict

if TYPE_CHECKING:
    from reviewer.review.standing import Standing


@dataclass(frozen=True, slots=True)
class GroupScore:
    """Points given and possible in one group, with counts of weak and missing elements."""

    id: str
    name: str
    given: float
    possible: float
    weak: int
    missing: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The totals.

    Undetermined elements without points from the reviewer count in neither sum, nor do those that
    do not apply to the report; the latter are counted in `not_applicable` alone.
    """

    groups: tuple[GroupScore, ...]
    given: float
    possible: float
    grade: str
    weak: int
    missing: int
    undetermined: int
    undecided: int
    not_applicable: int = 0

    @property
    def percent(self) -> float:
        """Points given of those possible, 0 to 100."""
        return 100.0 * self.given / self.possible if self.possible else 0.0


def points_text(points: float) -> str:
    """Return points without needless decimals: 2, 1.5."""
    return f"{round(points, 2):g}"


def add_up(review: Standing) -> Scores:
    """Return the totals of `review`."""
    groups = tuple(_group(review, group.id, group.name) for group in review.checklist.groups)
    given = sum(group.given for group in groups)
    possible = sum(group.possible for group in groups)
    applying = [e.id for e in review.checklist.elements if review.applies(e.id)]
    verdicts = [review.verdict(element_id) for element_id in applying]
    return Scores(
        groups=groups,
        given=given,
        possible=possible,
        grade=review.checklist.grade(100.0 * given / possible if possible else 0.0),
        weak=verdicts.count(Verdict.WEAK),
        missing=verdicts.count(Verdict.MISSING),
        undetermined=verdicts.count(Verdict.UNDETERMINED),
        undecided=sum(not review.decision(element_id).confirmed for element_id in applying),
        not_applicable=len(review.checklist.elements) - len(applying),
    )


def _group(review: Standing, group_id: str, name: str) -> GroupScore:
    own = [e for e in review.checklist.elements if e.group == group_id and review.applies(e.id)]
    scored = [(e, points) for e in own if (points := review.points(e)) is not None]
    verdicts = [review.verdict(e.id) for e in own]
    return GroupScore(
        id=group_id,
        name=name,
        given=sum(points for _, points in scored),
        possible=sum(e.points for e, _ in scored),
        weak=verdicts.count(Verdict.WEAK),
        missing=verdicts.count(Verdict.MISSING),
    )
