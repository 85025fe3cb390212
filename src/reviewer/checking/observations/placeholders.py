"""Placeholders that were never filled in.

placeholders:
  signs: [×, X, …]         # signs that stand for something to be filled in
  nouns: [镇, 次, …]        # what follows such a sign
  own_name: [镇, 乡]        # a placeholder before one of these is one of the own name
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.alternatives import alternatives
from reviewer.checking.case import Case
from reviewer.checking.language import words_of
from reviewer.checking.observations.values import Remark
from reviewer.checking.parts import FRAME, TAIL
from reviewer.checklist.source import Node
from reviewer.report import Span

PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class PlaceholderFinder:
    """Finds signs such as ×× before a noun, and 20×× for a year."""

    signs: tuple[str, ...]
    placeholder: re.Pattern[str]
    own_name: re.Pattern[str]

    @classmethod
    def read(cls, node: Node) -> PlaceholderFinder:
        """Compile the signs. Raises ChecklistError."""
        signs = words_of(node, "signs")
        any_sign = alternatives(signs)
        nouns = alternatives(words_of(node, "nouns"))
        own = alternatives(words_of(node, "own_name"))
        node.finish()
        run = rf"(?<![A-Za-z0-9])(?:{any_sign})+ ?"
        return cls(
            signs=signs,
            placeholder=re.compile(rf"20(?:{any_sign}){{1,2}} ?年?|{run}(?:{nouns})"),
            own_name=re.compile(rf"{run}(?:{own})"),
        )

    def find(self, case: Case) -> Iterator[Remark]:
        """Yield them outside web frame and signature."""
        if not any(sign in case.folded for sign in self.signs):
            return
        for match in self.placeholder.finditer(case.folded):
            if not case.parts.at(match.start()) & {FRAME, TAIL}:
                own = self.own_name.match(case.folded, match.start())
                code = "own-name-placeholder" if own else "placeholder"
                span = Span(match.start(), match.end())
                yield Remark(PLACEHOLDER, code, (span,), {"found": span.of(case.report.text)})
