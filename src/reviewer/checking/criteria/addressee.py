"""Addressee: the Party committee and the government one level up.

kind: addressee
committee: [县委, 区委]
government: [人民政府, 县政府]
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.parts import OPENING
from reviewer.checklist.source import Node
from reviewer.support.folding import fold


@dataclass(frozen=True, slots=True)
class Addressee:
    """Present with both bodies, weak with one or another one, missing without a line."""

    home: str
    committee: tuple[str, ...]
    government: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Addressee:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(OPENING, words_of(node, "committee"), words_of(node, "government"))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look at the addressee line."""
        addressee = case.outline.front.addressee
        if addressee is None:
            return missing("no-addressee")
        text = fold(addressee.value)
        if any(w in text for w in self.committee) and any(w in text for w in self.government):
            return present("addressee", [addressee.span])
        return weak("addressee-incomplete", [addressee.span])
