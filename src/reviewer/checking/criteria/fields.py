"""Fields: does the plan cover enough fields of work, a key one among them?

kind: fields
least: 3
fields: {执法: [执法], …}   # in this order; the first that fits a measure is its field
key: [执法, 决策]
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.checking.case import Case
from reviewer.checking.items import measures
from reviewer.checking.judgement import Judgement, missing, present, weak
from reviewer.checking.language import words_of
from reviewer.checking.observations import Measure
from reviewer.checking.parts import PLAN
from reviewer.checklist.source import Node


@dataclass(frozen=True, slots=True)
class Fields:
    """Present with enough fields and a key one, weak when one fails or commas join all measures."""

    home: str
    least: int
    fields: Mapping[str, tuple[str, ...]]
    key: tuple[str, ...]

    @classmethod
    def read(cls, node: Node) -> Fields:
        """Compile the criterion. Raises ChecklistError."""
        fields = node.require("fields")
        criterion = cls(
            PLAN,
            int(node.require("least").number()),
            {name: words_of(fields, name) for name in fields.mapping()},
            words_of(node, "key"),
        )
        for key in criterion.key:
            if key not in criterion.fields:
                node.fail("checklist-bad-choice", found=key, allowed=", ".join(criterion.fields))
        node.finish()
        return criterion

    def judge(self, case: Case) -> Judgement:
        """Give every measure its field and count the fields."""
        items = measures(case)
        if not items:
            return missing("no-plan")
        by_field: dict[str, Measure] = {}
        for item in items:
            field = self._field_of(case, item)
            if field:
                by_field.setdefault(field, item)
        self._settle_key(case, by_field)
        spans = [item.heading for item in by_field.values()]
        names = "、".join(by_field)
        if len(by_field) < self.least:
            return weak("too-few-fields", spans, count=len(by_field), fields=names)
        if not set(self.key) & set(by_field):
            return weak("no-key-field", spans, fields=names)
        if all(case.part_text(item.span).rstrip().endswith(",") for item in items[:-1]):
            return weak("one-sentence", spans)
        return present("fields", spans, count=len(by_field), fields=names)

    def _settle_key(self, case: Case, by_field: dict[str, Measure]) -> None:
        """Give a measure to a key field that only its text names, where no heading names one."""
        if set(self.key) & set(by_field) or len(by_field) < self.least:
            return
        for name, item in by_field.items():
            text = case.part_text(item.span)
            for key in self.key:
                if any(word in text for word in self.fields[key]):
                    by_field[key] = by_field.pop(name)
                    return

    def _field_of(self, case: Case, item: Measure) -> str | None:
        """Return the field named by a measure's heading, else the first one in its text."""
        for place in (item.heading, item.span):
            text = case.part_text(place)
            for name, words in self.fields.items():
                if any(word in text for word in words):
                    return name
        return None
