"""What a criterion answers, and what every criterion is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol, runtime_checkable

from reviewer.checking.case import Case
from reviewer.checking.notation import Pattern
from reviewer.checking.segments import ClauseSet
from reviewer.checklist import Verdict
from reviewer.report import Span


class Because(NamedTuple):
    """A reason before it is put into words; `details` fill the placeholders of the sentence."""

    code: str
    details: tuple[tuple[str, str], ...] = ()


class Judgement(NamedTuple):
    """A verdict with its reasons and the passages that speak for it."""

    verdict: Verdict
    because: tuple[Because, ...] = ()
    spans: tuple[Span, ...] = ()


class Criterion(Protocol):
    """A rule that settles one element. `home` is the part in which the element is expected."""

    @property
    def home(self) -> str:
        """The part's id."""
        ...

    def judge(self, case: Case) -> Judgement:
        """Return the verdict on the report laid open in `case`."""
        ...


@runtime_checkable
class Seeker(Protocol):
    """A criterion that looks for patterns in parts of the report."""

    @property
    def sought(self) -> tuple[Pattern, ...]:
        """What names the element, if only in passing."""
        ...

    @property
    def looked_in(self) -> tuple[str, ...]:
        """The parts in which it counts, where it is expected first."""
        ...


@runtime_checkable
class Claimant(Protocol):
    """A criterion that has facts of its own, which then are no other element's.

    `publicity` says whether what was done for publicity of law may be among them.
    """

    @property
    def home(self) -> str:
        """The part in which the element is expected."""
        ...

    @property
    def publicity(self) -> bool:
        """Whether publicity counts."""
        ...

    @property
    def figures(self) -> tuple[Pattern, ...]:
        """The figures that alone can tell a fact of it, whatever the words; none for most."""
        ...

    def claims(self, case: Case, within: ClauseSet) -> list[Span]:
        """Return the places that tell a fact of this element.

        Those outside the clauses `within` may be left out.
        """
        ...


def because(code: str, **details: object) -> Because:
    """Make a reason."""
    return Because(code, tuple((key, str(value)) for key, value in details.items()))


def present(code: str = "fact", spans: Iterable[Span] = (), **details: object) -> Judgement:
    """The element is there."""
    return Judgement(Verdict.PRESENT, (because(code, **details),), tuple(spans))


def weak(code: str, spans: Iterable[Span] = (), **details: object) -> Judgement:
    """The element is there, but falls short."""
    return Judgement(Verdict.WEAK, (because(code, **details),), tuple(spans))


def missing(code: str = "not-found", spans: Iterable[Span] = (), **details: object) -> Judgement:
    """The element is not there."""
    return Judgement(Verdict.MISSING, (because(code, **details),), tuple(spans))


def undetermined(code: str, spans: Iterable[Span] = (), **details: object) -> Judgement:
    """The text cannot tell."""
    return Judgement(Verdict.UNDETERMINED, (because(code, **details),), tuple(spans))
