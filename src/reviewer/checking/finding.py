"""What the program says about one element of one report."""

from __future__ import annotations

from typing import NamedTuple

from reviewer.checklist.verdict import Verdict
from reviewer.report import Span


class Reason(NamedTuple):
    """Why the verdict is what it is: a stable code and words fit for a letter."""

    code: str
    message: str


class Evidence(NamedTuple):
    """A passage that speaks for the verdict and the headings it stands under, from the top."""

    span: Span
    quote: str
    section: tuple[str, ...]


class Finding(NamedTuple):
    """The verdict on one element.

    `points` is what the element is worth, `suggested` what the verdict earns. `expected` is the
    place where a missing element should have stood. `criterion` is the kind of the rule that
    settled it, `sought` what it looked for, in words, and `looked_in` the parts in which that
    counts; both are empty where the rule looks at a line of its own, such as the title.
    """

    id: str
    verdict: Verdict
    points: float
    suggested: float
    reasons: tuple[Reason, ...]
    evidence: tuple[Evidence, ...]
    expected: Span | None = None
    criterion: str = ""
    sought: tuple[str, ...] = ()
    looked_in: tuple[str, ...] = ()
