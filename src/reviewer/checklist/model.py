"""The values of a checklist: elements in groups, points, grades."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.checklist.source import Node
from reviewer.checklist.verdict import Verdict

WHOLE_REPORT = "report"  # an example under this key is a whole report, not a part of the skeleton


@dataclass(frozen=True, slots=True)
class Example:
    """A marked passage and the verdict it must get.

    `parts` maps a part's id (results, shortcomings …) or `report` to the text that stands there;
    the checking step puts it into the checklist's skeleton report.
    """

    verdict: Verdict
    parts: Mapping[str, str]
    line: int


@dataclass(frozen=True, slots=True)
class Group:
    """A block of elements scored together, such as A 主要举措和成效."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade and the least percentage that earns it."""

    name: str
    at_least: float


@dataclass(frozen=True, slots=True)
class Element:
    """One required element.

    `points` is what it is worth; `basis` the rule it comes from; `place` where it should stand;
    `guidance` what weakens it, in short words for the inspector; `advice` what the unit should
    write, in words for a letter (empty where the checklist gives none). `criterion` is the checked
    but not yet compiled YAML; checking/ turns it into a criterion. `reasons` maps a reason code to
    words for a letter, with their places, since checking/ knows what they may mention. `told` are
    facts of the element in words of many kinds; no rule has to know them, they only teach what
    the element sounds like.
    """

    id: str
    group: str
    name: str
    points: float
    basis: str
    place: str
    guidance: str
    criterion: Node
    reasons: Mapping[str, Node]
    examples: tuple[Example, ...]
    told: tuple[str, ...] = ()
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Checklist:
    """A whole checklist.

    `grades` run from the best down. `reasons` maps a reason code to the words that all elements
    use for it. `language` holds what all criteria share (parts and their names, degree words,
    requirement words …), still as YAML. `skeleton` maps parts to the lines of a faultless report
    into which examples are put. `families` are words that mean alike, by name. `text` is the YAML
    it was read from.
    """

    id: str
    version: str
    name: str
    groups: tuple[Group, ...]
    grades: tuple[Grade, ...]
    elements: tuple[Element, ...]
    reasons: Mapping[str, Node]
    language: Node
    skeleton: Mapping[str, str]
    families: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    text: str = ""

    @property
    def points(self) -> float:
        """What a faultless report earns."""
        return sum(element.points for element in self.elements)

    @property
    def in_groups(self) -> tuple[tuple[Group, tuple[Element, ...]], ...]:
        """The groups in their order, each with its elements."""
        return tuple(
            (group, tuple(element for element in self.elements if element.group == group.id))
            for group in self.groups
        )

    def grade(self, percent: float) -> str:
        """Return the name of the best grade that `percent` (0 to 100) earns."""
        return next((g.name for g in self.grades if percent >= g.at_least), self.grades[-1].name)
