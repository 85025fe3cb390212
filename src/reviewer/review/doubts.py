"""Decisions that do not fit together: worth a look before they go out, and never forbidden."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from reviewer.checklist import Element, Verdict
from reviewer.review.review import Review
from reviewer.review.ruling import Kind, Slot, Status, StatusIs
from reviewer.review.scores import points_text

_LEAST_HALVED = 1.0  # points; less cannot be halved in steps of half a point
_WORD = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Doubt:
    """What does not fit, by code, on an element (by id) or the whole report (empty)."""

    code: str
    element: str = ""
    details: dict[str, object] = field(default_factory=dict)

    @property
    def sentence(self) -> str:
        """The code of the sentence that says so, to be filled from `details`."""
        return f"doubt-{self.code}"


def doubts_of(review: Review) -> tuple[Doubt, ...]:
    """Return every doubt on a review: on the report first, then in the checklist's order."""
    on_elements = (doubt for e in review.checklist.elements for doubt in doubts_on(review, e))
    return (*doubts_on_report(review), *on_elements)


def doubts_on(review: Review, element: Element) -> Iterator[Doubt]:
    """Give what does not fit together in the reviewer's decision on one element."""
    decision = review.decision(element.id)
    if decision.not_applicable:
        if decision.points is not None:
            yield Doubt("not-applicable-scored", element.id, _points(decision.points, element))
    else:
        yield from _on_verdict(review, element)
    yield from _on_comment(review, element, decision.comment)


def _on_verdict(review: Review, element: Element) -> Iterator[Doubt]:
    decision = review.decision(element.id)
    if decision.points is None and not decision.evidence:
        return  # without asking what the machine says, which may have to be worked out first
    if decision.points is not None and decision.points > element.points:
        yield Doubt("beyond-worth", element.id, _points(decision.points, element))
    given = None if decision.points is None else review.points(element)
    if given is not None:
        yield from _on_points(review, element, given)
    if review.verdict(element.id) is Verdict.MISSING and decision.evidence:
        yield Doubt("missing-evidence", element.id)


def _on_points(review: Review, element: Element, given: float) -> Iterator[Doubt]:
    verdict = review.verdict(element.id)
    unfit = {
        Verdict.PRESENT: given == 0 < element.points,
        Verdict.WEAK: given == element.points >= _LEAST_HALVED,
        Verdict.MISSING: given > 0,
    }.get(verdict, False)
    if unfit:
        yield Doubt(f"{verdict.value}-scored", element.id, _points(given, element))
    elif _is_unexplained(review, element, given):
        yield Doubt("unexplained", element.id, {"lost": points_text(element.points - given)})


def _is_unexplained(review: Review, element: Element, given: float) -> bool:
    """Tell whether points were taken off for what neither verdict nor comment gives a reason."""
    comment = review.decision(element.id).comment
    return given < element.points and not review.is_flagged(element) and not comment


def _points(given: float, element: Element) -> dict[str, object]:
    return {"given": points_text(given), "points": points_text(element.points)}


def _on_comment(review: Review, element: Element, comment: str) -> Iterator[Doubt]:
    """Doubt a comment that names other elements by their ids, and not its own."""
    if not comment:
        return
    ids = [known.id for known in review.checklist.elements]
    words = {word.upper() for word in _WORD.findall(comment)}
    named = [one for one in ids if one.upper() in words]
    if named and element.id not in named:
        yield Doubt("other-element", element.id, {"ids": ", ".join(named)})


def doubts_on_report(review: Review) -> Iterator[Doubt]:
    """Give what does not fit the status of the report as a whole."""
    ruling = review.rulings.get(Slot(Kind.STATUS))
    said = ruling.said if ruling else None
    if not isinstance(said, StatusIs) or said.status not in (Status.DONE, Status.SENT_BACK):
        return
    undecided = sum(
        review.applies(e.id) and not review.decision(e.id).confirmed
        for e in review.checklist.elements
    )
    if undecided:
        yield Doubt(f"{said.status.value}-undecided", details={"count": undecided})
