"""Wording: overreach, defunct bodies, wrong names, from a closed and editable list.

kind: wording
least_missing: 2     # distinct kinds of fault that make the verdict missing

What is found is noted as signs of copying (language: observations: wording).
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.parts import OPENING
from reviewer.checklist.source import Node


@dataclass(frozen=True, slots=True)
class Wording:
    """Present without a fault, weak with one kind of fault, missing with several."""

    home: str
    least_missing: int

    @classmethod
    def read(cls, node: Node) -> Wording:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(OPENING, int(node.require("least_missing").number()))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Count the faults noted."""
        found = case.notes.wordings
        if not found:
            return present("no-wrong-wording")
        places = sorted(span for fault in found for span in fault.spans)
        names = "、".join(str(fault.details["name"]) for fault in found)
        if len(found) >= self.least_missing:
            return missing("wrong-wording", places, names=names, count=len(found))
        return weak("wrong-wording", places, names=names, count=len(found))
