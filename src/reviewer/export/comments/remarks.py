"""What is to be said, and about which place of the report's text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checklist import Element
from reviewer.export.wording import (
    is_deduction,
    problem_text,
    problems_of,
    verdict_and_deduction,
)
from reviewer.report import Span
from reviewer.review import Review
from reviewer.support.messages import Messages


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and the code points of the report's text it is about."""

    span: Span
    text: str


def comments_on(review: Review, messages: Messages) -> list[Comment]:
    """Return a comment for every element that is weak, missing or marked down, in text order.

    It stands at the first evidence, else where that was expected; what has no place of its own
    stands at the report's first line.
    """
    made = (Comment(_place(review, e), _text(review, e, messages)) for e in problems_of(review))
    return sorted(made, key=lambda comment: comment.span)


def _place(review: Review, element: Element) -> Span:
    evidence = review.evidence(element.id)
    if evidence:
        return evidence[0].span
    return review.findings[element.id].expected or _first_line(review)


def _first_line(review: Review) -> Span:
    front = review.outline.front
    if front.title is not None:
        return front.title.span
    blocks = (block.span for block in review.report.blocks if not block.frame)
    return next(blocks, Span(0, len(review.report.text)))


def _text(review: Review, element: Element, messages: Messages) -> str:
    return "\n".join(filter(None, _lines(review, element, messages)))


def _lines(review: Review, element: Element, messages: Messages) -> Iterator[str]:
    verdict = verdict_and_deduction(review, element, messages)
    yield messages.say(
        "comment-head", {"id": element.id, "element": element.name, "verdict": verdict}
    )
    yield review.decision(element.id).comment
    yield problem_text(review, element, messages)
    if element.advice and not is_deduction(review, element):
        yield messages.say("comment-advice", {"advice": element.advice})
