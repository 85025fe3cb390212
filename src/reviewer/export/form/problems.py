"""The elements of a report that lost points in one cell, as fully as there is room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewer.checklist import Element
from reviewer.export.form.room import Room
from reviewer.export.wording import (
    is_deduction,
    problem_text,
    problems_of,
    verdict_and_deduction,
    verdict_word,
)
from reviewer.review import Review
from reviewer.support.messages import Messages

_BETWEEN = "；"


def problems_text(review: Review, messages: Messages, room: Room | None = None) -> str:
    """Return all problems with their reasons where `room` holds them, else what it does hold.

    First the reasons go, then the problems that cost least; at the least their number is told.
    What is shortened names the list of problems, where everything stands.
    """
    return next(
        (text for text in _ever_shorter(review, messages) if room is None or room.holds(text)),
        _counts(review, messages),
    )


def is_shortened(review: Review, messages: Messages, room: Room) -> bool:
    """Tell whether `room` cannot hold all problems of a review with their reasons."""
    return not room.holds(problems_text(review, messages))


def comment_or_problem(review: Review, messages: Messages) -> dict[str, str]:
    """Return by id what is said of every element that lost points: the comment, else why."""
    return {
        element.id: review.decision(element.id).comment or problem_text(review, element, messages)
        for element in problems_of(review)
    }


def _ever_shorter(review: Review, messages: Messages) -> Iterator[str]:
    said = comment_or_problem(review, messages)

    def lines(code: str, elements: Iterable[Element]) -> list[str]:
        return [
            messages.say(
                code,
                {
                    "number": number,
                    "element": element.name,
                    "verdict": _word(review, element, messages),
                    "comment": said[element.id],
                },
            )
            for number, element in enumerate(elements, start=1)
        ]

    problems = list(problems_of(review))
    yield "\n".join(lines("form-problem", problems))
    # Where not all have room, those that cost most points are the main ones.
    problems.sort(key=lambda element: (review.points(element) or 0.0) - element.points)
    short = lines("form-problem-short", problems)
    rest = messages.say("form-problems-rest", {"count": len(short)})
    for count in range(len(short), 0, -1):
        yield _BETWEEN.join(short[:count]) + rest


def _word(review: Review, element: Element, messages: Messages) -> str:
    """Return what cost points; how many only where the verdict does not say so: room is dear."""
    if is_deduction(review, element):
        return verdict_and_deduction(review, element, messages)
    return verdict_word(review, element, messages)


def _counts(review: Review, messages: Messages) -> str:
    scores = review.scores()
    values = {
        "weak": scores.weak,
        "missing": scores.missing,
        "deductions": sum(is_deduction(review, element) for element in problems_of(review)),
    }
    with_deductions = "-deductions" if values["deductions"] else ""
    return messages.say(f"form-problems-count{with_deductions}", values)
