"""What a form can ask for: names of fields, and their values for a report."""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reviewer.checklist import Checklist, Element, Group, Verdict
from reviewer.export.form.problems import comment_or_problem, is_shortened, problems_text
from reviewer.export.form.room import Room
from reviewer.export.wording import (
    last_decided,
    place_text,
    quotes_text,
    reasons_text,
    reviewers,
    timeliness,
    unit_name,
    verdict_word,
)
from reviewer.review import Review
from reviewer.support.messages import Messages
from reviewer.support.resources import resource

Value = str | float | None

_KINDS = ("report", "element", "group")

_BLANK = re.compile(r"[\s\u3000]+")


@dataclass(frozen=True, slots=True)
class FieldNames:
    """The names of fields as a form writes them, each leading to the field's own name.

    `each_…` are what stands before the dot in a repeated row, `totals` what the row of the totals
    begins with, `shown` the first name of every field by kind, `english` the last.
    """

    report: Mapping[str, str]
    element: Mapping[str, str]
    group: Mapping[str, str]
    each_report: frozenset[str]
    each_element: frozenset[str]
    totals: tuple[str, ...]
    shown: Mapping[str, Mapping[str, str]]
    english: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: of the report itself, of the element or group `of`, or of each element in turn.

    `kind` is "report", "element", "group" or "each-element".
    """

    kind: str
    name: str
    of: str = ""


PROBLEMS = Field("report", "problems")


def load_field_names() -> FieldNames:
    """Read the names of all fields from the resources."""
    tables = tomllib.loads(resource("forms/fields.toml").read_text(encoding="utf-8"))

    def inverted(table: Mapping[str, list[str]]) -> Mapping[str, str]:
        return {folded(name): field for field, names in table.items() for name in names}

    return FieldNames(
        report=inverted(tables["report"]),
        element=inverted(tables["element"]),
        group=inverted(tables["group"]),
        each_report=frozenset(map(folded, tables["each"]["report"])),
        each_element=frozenset(map(folded, tables["each"]["element"])),
        totals=tuple(map(folded, tables["rows"]["totals"])),
        shown={kind: {f: names[0] for f, names in tables[kind].items()} for kind in _KINDS},
        english={kind: {f: names[-1] for f, names in tables[kind].items()} for kind in _KINDS},
    )


def folded(name: str) -> str:
    """Return a name as it is compared: without blanks, brackets alike, in lower case."""
    return _BLANK.sub("", name).replace("(", "（").replace(")", "）").casefold()


def as_text(value: Value) -> str:
    """Return a value as it stands inside a text."""
    return f"{value:g}" if isinstance(value, float) else value or ""


class ReportValues:
    """The values of all fields of one report; `number` and `rank` are its place in the batch."""

    def __init__(self, review: Review, number: int, rank: int, messages: Messages) -> None:
        self._review = review
        self._messages = messages
        self._number = number
        self._rank = rank
        self._scores = review.scores()
        self._elements = {element.id: element for element in review.checklist.elements}
        self._groups = {group.id: group for group in review.checklist.groups}

    @property
    def unit(self) -> str:
        """The reporting unit's name."""
        return unit_name(self._review, self._messages)

    @property
    def checklist(self) -> Checklist:
        """The checklist the report was judged by."""
        return self._review.checklist

    def of(self, field: Field, element: Element | None = None, room: Room | None = None) -> Value:
        """Return the value of `field`; `element` is the one at hand in a repeated row.

        A list is made as short as `room` wants it.
        """
        if field.kind == "report":
            return self._report(room)[field.name]()
        if field.kind == "group":
            return self._group_value(field.name, self._groups[field.of])
        chosen = element if field.kind == "each-element" else self._elements[field.of]
        return None if chosen is None else self._element_value(field.name, chosen)

    def is_shortened(self, room: Room) -> bool:
        """Tell whether `room` cannot hold the report's problems with their reasons."""
        return is_shortened(self._review, self._messages, room)

    def _report(self, room: Room | None) -> Mapping[str, Callable[[], Value]]:
        review, front, scores = self._review, self._review.outline.front, self._scores
        return {
            "number": lambda: float(self._number),
            "rank": lambda: float(self._rank),
            "unit": lambda: self.unit,
            "year": lambda: float(front.year.value) if front.year else None,
            "title": lambda: front.title.value if front.title else None,
            "date": lambda: front.date_text,
            "addressee": lambda: front.addressee.value if front.addressee else None,
            "signed": lambda: front.signed.value if front.signed else None,
            "total": lambda: scores.given,
            "possible": lambda: scores.possible,
            "percent": lambda: f"{scores.percent:.1f}%",
            "grade": lambda: scores.grade,
            "weak": lambda: float(scores.weak),
            "missing": lambda: float(scores.missing),
            "undetermined": lambda: float(scores.undetermined),
            "timeliness": lambda: timeliness(review, self._messages),
            "problems": lambda: problems_text(review, self._messages, room),
            "reviewer": lambda: reviewers(review),
            "reviewed": lambda: str(last_decided(review) or ""),
            "source": lambda: Path(review.report.source).name,
            "made": lambda: datetime.datetime.now().astimezone().date().isoformat(),
            "checklist": lambda: f"{review.checklist.name} {review.checklist.version}",
        }

    def _element_value(self, name: str, element: Element) -> Value:
        review, finding = self._review, self._review.findings[element.id]
        given = review.points(element)
        undetermined = finding.verdict is Verdict.UNDETERMINED
        values: Mapping[str, Callable[[], Value]] = {
            "id": lambda: element.id,
            "name": lambda: element.name,
            "group": lambda: self._groups[element.group].name,
            "points": lambda: element.points,
            "given": lambda: given,
            "lost": lambda: None if given is None else element.points - given,
            "suggested": lambda: None if undetermined else finding.suggested,
            "verdict": lambda: self._word(element),
            "mark": lambda: verdict_word(review, element, self._messages, "verdict-mark"),
            "reason": lambda: reasons_text(self._review, element, self._messages),
            "comment": lambda: self._comment(element),
            "quote": lambda: quotes_text(review, element),
            "section": lambda: place_text(review, element, self._messages),
            "place": lambda: element.place,
            "basis": lambda: element.basis,
            "guidance": lambda: element.guidance,
        }
        return values[name]()

    def _group_value(self, name: str, group: Group) -> Value:
        if name == "name":
            return group.name
        score = next(score for score in self._scores.groups if score.id == group.id)
        if name == "points":
            own = (e.points for e in self._elements.values() if e.group == group.id)
            return sum(own)
        return score.given if name == "given" else score.possible

    def _word(self, element: Element) -> str:
        return verdict_word(self._review, element, self._messages)

    def _comment(self, element: Element) -> str:
        """Return the reviewer's comment; without one, why an element lost points."""
        return self._said.get(element.id) or self._review.decision(element.id).comment

    @cached_property
    def _said(self) -> Mapping[str, str]:
        return comment_or_problem(self._review, self._messages)
