"""Which lines of a checklist hold at the evidence of a finding."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from reviewer.checking.case import Case, Scope
from reviewer.checking.finding import Finding
from reviewer.checking.judgement import Criterion
from reviewer.checking.notation import Pattern
from reviewer.report import Span

_FACTS = frozenset({"facts", "plain"})


@dataclass(frozen=True, slots=True)
class Firing:
    """A pattern that holds: the key it stands under, its line in the file, where it holds.

    `line` is 0 for a pattern that is made of words in several places of the checklist.
    """

    key: str
    pattern: str
    line: int
    span: Span


def firings(case: Case, criterion: Criterion, finding: Finding) -> tuple[Firing, ...]:
    """Return the patterns of `criterion` that hold at the evidence of `finding`, in its order.

    Where facts hold, what only names the element is left out. Empty for criteria without patterns,
    whose reason says it all.
    """
    found = tuple(
        Firing(key, pattern.text, pattern.line, place)
        for key, pattern in _patterns(criterion)
        for place in case.find(pattern, _scope(criterion, key))
        if any(evidence.span.overlaps(place) for evidence in finding.evidence)
    )
    facts = tuple(firing for firing in found if firing.key in _FACTS)
    return facts or found


def _patterns(criterion: Criterion) -> Iterator[tuple[str, Pattern]]:
    """Yield the patterns a criterion was given, with the keys they stand under."""
    for field in fields(criterion):  # type: ignore[arg-type]  # every criterion is a dataclass
        value = getattr(criterion, field.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Pattern):
                yield field.name, item


def _scope(criterion: Criterion, key: str) -> Scope:
    scope: Scope = getattr(criterion, "scope", None) or Scope(None, publicity=True)
    return scope._replace(parts=None, facts_only=key in _FACTS)
