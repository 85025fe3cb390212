"""Overreach, defunct bodies, wrong names and typing errors, from a closed and editable list.

wording:
  - {name: 越权表述, kind: overreach, any: ["规章 & 制定|修订"], not: [规章制度]}
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.case import Case, Scope
from reviewer.checking.notation import Pattern, read_patterns, read_words
from reviewer.checking.observations.values import Remark
from reviewer.checking.parts import LEADERS, OPENING, PLAN, RESULTS, SHORTCOMINGS
from reviewer.checklist.source import Node

WORDING_KINDS = ("overreach", "defunct", "meeting", "spelling", "wording")

_PARTS = frozenset({OPENING, RESULTS, SHORTCOMINGS, LEADERS, PLAN})


@dataclass(frozen=True, slots=True)
class _Fault:
    name: str
    kind: str
    patterns: tuple[Pattern, ...]
    scope: Scope


@dataclass(frozen=True, slots=True)
class WordingFinder:
    """Finds every fault of the list, in the list's order."""

    faults: tuple[_Fault, ...]

    @classmethod
    def read(cls, node: Node) -> WordingFinder:
        """Compile the list. Raises ChecklistError."""
        faults: list[_Fault] = []
        for item in node.items():
            scope = Scope(_PARTS, read_words(item, "not"), publicity=True)
            fault = _Fault(
                name=item.require("name").text(),
                kind=item.require("kind").choice(WORDING_KINDS),
                patterns=read_patterns(item, "any"),
                scope=scope,
            )
            faults.append(fault)
            item.finish()
        return cls(tuple(faults))

    def find(self, case: Case) -> Iterator[Remark]:
        """Yield a remark for every fault that occurs, with all its places."""
        for fault in self.faults:
            places = case.find_any(fault.patterns, fault.scope)
            if places:
                yield Remark(fault.kind, "wording", tuple(places), {"name": fault.name})
