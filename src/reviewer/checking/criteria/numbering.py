"""Numbering: every sequence starts at one, without gap, repeat or half bracket (GB/T 9704 7.3.3).

kind: numbering
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Because, Judgement, because, present
from reviewer.checking.parts import OPENING
from reviewer.checklist import Verdict
from reviewer.checklist.source import Node

_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Numbering:
    """Present when all sequences are whole, weak with any fault; never missing."""

    home: str

    @classmethod
    def read(cls, node: Node) -> Numbering:
        """Compile the criterion; it has no options. Raises ChecklistError."""
        node.finish()
        return cls(OPENING)

    def judge(self, case: Case) -> Judgement:
        """Look at the broken sequences noted."""
        faults = case.notes.sequences
        if not faults:
            return present("numbered-through")
        codes: dict[str, Because] = {fault.code: because(fault.code) for fault in faults}
        spans = tuple(span for fault in faults[:_SHOWN] for span in fault.spans)
        return Judgement(Verdict.WEAK, tuple(codes.values()), spans)
