"""Years: is this year's work dated with this year?

kind: years

What is found is the ledger's (language: observations: years).
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, present, undetermined, weak
from reviewer.checking.observations.years import YEAR
from reviewer.checking.parts import RESULTS
from reviewer.checklist.source import Node

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Years:
    """Present when all years fit, weak when one does not; never missing."""

    home: str

    @classmethod
    def read(cls, node: Node) -> Years:
        """Compile the criterion; it has no options. Raises ChecklistError."""
        node.finish()
        return cls(RESULTS)

    def judge(self, case: Case) -> Judgement:
        """Look for years among the conflicts of the ledger."""
        if case.outline.front.year is None:
            return undetermined("no-report-year")
        faults = [span for c in case.notes.conflicts if c.kind == YEAR for span in c.spans]
        return weak("wrong-years", faults[:_SHOWN]) if faults else present("years-fit")
