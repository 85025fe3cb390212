"""Self-name: does the report call its unit what it is, and no other unit's name?

kind: self-name

What is found is noted as signs of copying (language: observations: unit_names).
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, present, weak
from reviewer.checking.parts import OPENING
from reviewer.checklist.source import Node

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class SelfName:
    """Present when self-names fit, weak with a foreign one; never missing."""

    home: str

    @classmethod
    def read(cls, node: Node) -> SelfName:
        """Compile the criterion; it has no options. Raises ChecklistError."""
        node.finish()
        return cls(OPENING)

    def judge(self, case: Case) -> Judgement:
        """Look at the names noted."""
        faults = sorted(span for fault in case.notes.names for span in fault.spans)
        return weak("foreign-name", faults[:_SHOWN]) if faults else present("own-name")
