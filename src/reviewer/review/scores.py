"""Totals of a review."""

from __future__ import annotations

from dataclasses import dataclass


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
    """The totals. Undetermined elements without points from the reviewer count in neither sum."""

    groups: tuple[GroupScore, ...]
    given: float
    possible: float
    grade: str
    weak: int
    missing: int
    undetermined: int
    undecided: int

    @property
    def percent(self) -> float:
        """Points given of those possible, 0 to 100."""
        return 100.0 * self.given / self.possible if self.possible else 0.0
