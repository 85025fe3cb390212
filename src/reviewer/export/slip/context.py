"""What a return slip says of a report, under the names its template uses."""

from __future__ import annotations

import datetime
import tomllib
from collections.abc import Iterable, Iterator, Mapping

from reviewer.checklist import Element
from reviewer.export.wording import (
    deducted,
    is_deduction,
    place_text,
    problem_text,
    problems_of,
    quotes_text,
    reviewers,
    unit_name,
    verdict_word,
)
from reviewer.readers.number_formats import shown
from reviewer.review import Review
from reviewer.review.scores import points_text
from reviewer.support.messages import Messages
from reviewer.support.punctuation import ended, nested, run_on
from reviewer.support.resources import resource

Names = Mapping[str, Mapping[str, str]]
Values = dict[str, object]

_NUMERALS = "chineseCounting"


def load_slip_names() -> Names:
    """Read the names a template may use, by what they hold."""
    return tomllib.loads(resource("forms/slip.toml").read_text(encoding="utf-8"))


def slip_values(
    review: Review, messages: Messages, names: Names, *, office: str, today: datetime.date
) -> Values:
    """Return the values for the template, keyed by the names it uses.

    Numbers are texts as they are printed: points with as many digits as they need.
    """
    front, scores = review.outline.front, review.scores()
    values = {
        "unit": unit_name(review, messages),
        "year": str(front.year.value) if front.year else "",
        "title": front.title.value if front.title else "",
        "total": points_text(scores.given),
        "possible": points_text(scores.possible),
        "percent": f"{scores.percent:.1f}%",
        "grade": scores.grade,
        "weak": str(scores.weak),
        "missing": str(scores.missing),
        "deductions": _count(is_deduction(review, element) for element in problems_of(review)),
        "comment": review.comment,
        "parts": list(_parts(review, messages, names)),
        "office": office,
        "reviewer": reviewers(review),
        "date": messages.say(
            "slip-date", {"year": today.year, "month": today.month, "day": today.day}
        ),
    }
    return _named(values, names["report"])


def _parts(review: Review, messages: Messages, names: Names) -> Iterator[Values]:
    """Give the groups in which something lost points, numbered as a letter does it."""
    problems = list(problems_of(review))
    number = 0
    for group, _ in review.checklist.in_groups:
        flagged = [element for element in problems if element.group == group.id]
        if not flagged:
            continue
        number += 1
        score = next(score for score in review.scores().groups if score.id == group.id)
        values = {
            "number": shown(number, _NUMERALS),
            "name": group.name,
            "given": points_text(score.given),
            "possible": points_text(score.possible),
            "problems": [
                _problem(place, element, review, messages, names)
                for place, element in enumerate(flagged, start=1)
            ],
        }
        yield _named(values, names["part"])


def _problem(
    number: int, element: Element, review: Review, messages: Messages, names: Names
) -> Values:
    points = review.points(element)
    values = {
        "number": shown(number, _NUMERALS),
        "id": element.id,
        "name": element.name,
        "verdict": verdict_word(review, element, messages),
        "reason": run_on(problem_text(review, element, messages).split("\n")),
        "comment": ended(review.decision(element.id).comment.rstrip()),
        "quote": _quoted(quotes_text(review, element)),
        "place": "；".join(place_text(review, element, messages).split("\n")),
        "expected": "" if is_deduction(review, element) else element.place,
        "advice": _advice(review, element, messages),
        "points": points_text(element.points),
        "given": "" if points is None else points_text(points),
        "lost": points_text(lost) if (lost := deducted(review, element)) else "",
    }
    return _named(values, names["problem"])


def _count(these: Iterable[bool]) -> str:
    """Return how many there are, nothing where there is none."""
    number = sum(these)
    return str(number) if number else ""


def _advice(review: Review, element: Element, messages: Messages) -> str:
    """Return what to write; what was marked down is there, and only the reviewer knows more."""
    if is_deduction(review, element):
        return messages.say("slip-advice-deduction")
    return element.advice or element.guidance


def _quoted(quotes: str) -> str:
    """Return passages as they stand between the template's quotation marks, before its stop."""
    passages = "；".join(quote.rstrip("。；，、") for quote in quotes.split("\n"))
    return nested(f"“{passages}”")[1:-1]


def _named(values: Mapping[str, object], names: Mapping[str, str]) -> Values:
    return {names[key]: value for key, value in values.items()}
