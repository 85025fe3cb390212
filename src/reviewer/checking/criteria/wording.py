"""Wording: overreach, defunct bodies, wrong names, from a closed and editable list.

kind: wording
faults:
  - {name: 越权表述, any: ["规章 & 制定|修订"], not: [规章制度]}
least_missing: 2     # distinct kinds of fault that make the verdict missing
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case, Scope
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.notation import Pattern, read_patterns
from reviewer.checking.parts import LEADERS, OPENING, PLAN, RESULTS, SHORTCOMINGS
from reviewer.checklist.source import Node

_PARTS = frozenset({OPENING, RESULTS, SHORTCOMINGS, LEADERS, PLAN})


@dataclass(frozen=True, slots=True)
class _Fault:
    name: str
    patterns: tuple[Pattern, ...]
    scope: Scope


@dataclass(frozen=True, slots=True)
class Wording:
    """Present without a fault, weak with one kind of fault, missing with several."""

    home: str
    faults: tuple[_Fault, ...]
    least_missing: int

    @classmethod
    def read(cls, node: Node) -> Wording:
        """Compile the criterion. Raises ChecklistError."""
        faults: list[_Fault] = []
        for item in node.require("faults").items():
            scope = Scope(_PARTS, words_of(item, "not"), publicity=True)
            faults.append(_Fault(item.require("name").text(), read_patterns(item, "any"), scope))
            item.finish()
        criterion = cls(OPENING, tuple(faults), int(node.require("least_missing").number()))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Look for every fault of the list."""
        found = {
            f.name: spans for f in self.faults if (spans := case.find_any(f.patterns, f.scope))
        }
        if not found:
            return present("no-wrong-wording")
        places = sorted(span for spans in found.values() for span in spans)
        names = "、".join(found)
        if len(found) >= self.least_missing:
            return missing("wrong-wording", places, names=names, count=len(found))
        return weak("wrong-wording", places, names=names, count=len(found))
