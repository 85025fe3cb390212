"""Repetition: the same passage twice in one report.

kind: repetition
pairs: 2              # alike sentences that make the verdict weak
paragraphs: 3         # identical paragraphs that make it missing

What is alike is noted as signs of copying (language: observations: repetition).
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.parts import OPENING
from reviewer.checklist.source import Node
from reviewer.report import Span

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Repetition:
    """Present without repetition, weak with pairs or one passage, missing with paragraphs."""

    home: str
    pairs: int
    paragraphs: int

    @classmethod
    def read(cls, node: Node) -> Repetition:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(
            OPENING,
            int(node.require("pairs").number()),
            int(node.require("paragraphs").number()),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Count the repeats noted."""
        paragraphs = _later(case, "same-paragraphs")
        if len(paragraphs) >= self.paragraphs:
            return missing("same-paragraphs", paragraphs[:_SHOWN])
        passages, alike = _later(case, "same-passage"), _later(case, "alike-sentences")
        if passages:
            return weak("same-passage", passages[:_SHOWN])
        if len(alike) >= self.pairs:
            return weak("alike-sentences", alike[:_SHOWN], count=len(alike))
        return present("no-repetition")


def _later(case: Case, code: str) -> list[Span]:
    """Return where what stood before stands again."""
    return sorted(repeat.spans[1] for repeat in case.notes.repeats if repeat.code == code)
