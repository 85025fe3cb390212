"""Pairing: does every shortcoming have a measure in the plan?

kind: pairing
common: 4       # code points a shortcoming without a theme must share with a measure
slogans: [...]  # measures that count for nothing
"""

from __future__ import annotations

from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.criteria.shortcomings import stock_striker
from reviewer.checking.items import measures, passage, shortcomings
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import any_of, words_of
from reviewer.checking.parts import PLAN
from reviewer.checklist.source import Node
from reviewer.report import Span


@dataclass(frozen=True, slots=True)
class Pairing:
    """Present when all shortcomings have a measure, weak when at least one has none."""

    home: str
    common: int
    slogans: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Pairing:
        """Compile the criterion. Raises ChecklistError."""
        criterion = cls(PLAN, int(node.require("common").number()), words_of(node, "slogans"))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Compare the themes of each shortcoming with the text of the plan."""
        spans = passage(case)
        plan = [case.part_text(measure.span) for measure in measures(case)]
        if not spans or not plan:
            return missing("nothing-to-pair")
        text = any_of(self.slogans).sub(" ", "\n".join(plan))
        items = shortcomings(case) or spans
        unpaired = [item for item in items if not self._has_measure(case, item, text)]
        if unpaired:
            return weak("unpaired", unpaired, count=len(unpaired))
        return present("paired", items, count=len(items))

    def _has_measure(self, case: Case, item: Span, plan: str) -> bool:
        text = case.part_text(item)
        themes = [w for w in case.language.themes.values() if any(word in text for word in w)]
        if any(word in plan for words in themes for word in words):
            return True
        rest = stock_striker(case.language).remains(text)
        return any(
            run[start : start + self.common] in plan
            for run in rest
            for start in range(len(run) - self.common + 1)
        )
