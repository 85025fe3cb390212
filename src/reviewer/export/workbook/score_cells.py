"""Where the scores of a report stand, for the sheets that sum them up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScoreCells:
    """One report's figures as parts of formulas on other sheets.

    `group_given` is keyed by the group's id, `verdict` by the element's; the latter is empty where
    the workbook has no sheet of the report's own. `home` is the cell a link to the report leads to.
    """

    home: str
    group_given: Mapping[str, str]
    given: str
    possible: str
    percent: str
    grade: str
    verdict: Mapping[str, str]
