"""Causes: does the passage on shortcomings say why?

kind: causes
heading: [原因]            # words in the heading that promise causes

What joins cause and shortcoming is noted in pairs (language: observations: pairs).
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.parts import SHORTCOMINGS
from reviewer.checklist.source import Node
from reviewer.support.folding import fold

_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Causes:
    """Present with one sound cause, weak with circular ones or only the promise of a heading."""

    home: str
    heading: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Causes:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(SHORTCOMINGS, words_of(node, "heading"))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look at the causes noted."""
        pairs = case.notes.pairs
        if not pairs.passages:
            return missing("no-shortcomings")
        sound = [cause.span for cause in pairs.causes if cause.sound]
        if sound:
            return present("cause", sound[:_SHOWN])
        if pairs.causes:
            return weak("circular-cause", [cause.span for cause in pairs.causes[:_SHOWN]])
        headings = [s.heading for s in case.stretches(SHORTCOMINGS) if s.heading]
        promised = [
            h.heading for h in headings if any(word in fold(h.title) for word in self.heading)
        ]
        return weak("cause-in-heading-only", promised) if promised else missing("no-cause")
