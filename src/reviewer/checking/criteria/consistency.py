"""Consistency: no placeholder, no impossible or contradictory figure.

kind: consistency
severe: 2        # contradictory figures that make the verdict missing

What is found is the ledger's (language: observations: figures, placeholders).
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Because, Judgement, because, present
from reviewer.checking.observations.conflicts import FIGURE
from reviewer.checking.observations.placeholders import PLACEHOLDER
from reviewer.checking.parts import OPENING
from reviewer.checklist import Verdict
from reviewer.checklist.source import Node

_CONTRADICTIONS = frozenset({"two-values", "wrong-sum", "rate-over-100", "wrong-rate"})


@dataclass(frozen=True, slots=True)
class Consistency:
    """Present without faults, weak with some, missing with severe ones.

    Severe are a placeholder of the own name and several contradictory figures.
    """

    home: str
    severe: int

    @classmethod
    def read(cls, node: Node) -> Consistency:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(OPENING, int(node.require("severe").number()))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Weigh the conflicts of the ledger."""
        faults = [c for c in case.notes.conflicts if c.kind in {FIGURE, PLACEHOLDER}]
        if not faults:
            return present("consistent")
        codes: dict[str, Because] = {fault.code: because(fault.code) for fault in faults}
        contradictory = sum(fault.code in _CONTRADICTIONS for fault in faults)
        severe = contradictory >= self.severe or "own-name-placeholder" in codes
        verdict = Verdict.MISSING if severe else Verdict.WEAK
        spans = tuple(dict.fromkeys(span for fault in faults for span in fault.spans))
        return Judgement(verdict, tuple(codes.values()), spans)
