"""Shortcomings: enough of them, and particular ones?

kind: shortcomings
least: 3                 # how many there must be
particular: 2            # how many of them must say something particular
characters: 3            # Chinese characters that must remain when stock words are struck out
strike: [群众, 部分]       # further stock words beside degree words and standard nouns
higher_level: [立法]      # words that make it a problem of another level
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.parts import SHORTCOMINGS
from reviewer.checklist.source import Node


@dataclass(frozen=True, slots=True)
class Shortcomings:
    """Present with enough particular shortcomings, weak with fewer or stock phrases only."""

    home: str
    least: int
    particular: int
    characters: int
    strike: tuple[str, ...]
    higher_level: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Shortcomings:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(
            home=SHORTCOMINGS,
            least=int(node.require("least").number()),
            particular=int(node.require("particular").number()),
            characters=int(node.require("characters").number()),
            strike=words_of(node, "strike"),
            higher_level=words_of(node, "higher_level"),
        )
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Count the shortcomings and those that are more than stock phrases."""
        items = [pair.shortcoming for pair in case.notes.pairs.pairs]
        if not items:
            return missing("no-shortcomings")
        texts = [case.part_text(item) for item in items]
        foreign = [i for i, t in zip(items, texts, strict=True) if self._is_higher_level(t)]
        if foreign:
            return weak("higher-level", foreign)
        if len(items) < self.least:
            return weak("too-few", items, count=len(items), least=self.least)
        striker = case.language.stock_striker(self.strike)
        special = [
            i
            for i, t in zip(items, texts, strict=True)
            if striker.left(t) >= self.characters or case.figures_in(i)
        ]
        if len(special) < self.particular:
            return weak("stock-phrases", items, count=len(special), least=self.particular)
        return present("particular", special, count=len(items))

    def _is_higher_level(self, text: str) -> bool:
        return any(word in text for word in self.higher_level)
