"""Pairing: does every shortcoming have a measure in the plan?

kind: pairing

What answers what is noted in pairs (language: observations: pairs).
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.parts import PLAN
from reviewer.checklist.source import Node


@dataclass(frozen=True, slots=True)
class Pairing:
    """Present when all shortcomings have a measure, weak when at least one has none."""

    home: str

    @classmethod
    def read(cls, node: Node) -> Pairing:
        """Compile the criterion; it has no options. Raises ChecklistError."""
        node.finish()
        return cls(PLAN)

    def judge(self, case: Case) -> Judgement:
        """Look for shortcomings without a measure."""
        pairs = case.notes.pairs
        if not pairs.pairs or not pairs.measures:
            return missing("nothing-to-pair")
        if pairs.unanswered:
            unanswered = [pair.shortcoming for pair in pairs.unanswered]
            return weak("unpaired", unanswered, count=len(unanswered))
        return present("paired", [pair.shortcoming for pair in pairs.pairs], count=len(pairs.pairs))
