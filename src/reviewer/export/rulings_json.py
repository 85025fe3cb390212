"""What the reviewer ruled, and the scores that come of it, as JSON."""

from __future__ import annotations

import datetime
from dataclasses import fields
from enum import Enum

from reviewer.checklist import Element
from reviewer.export.wording import reasons_text
from reviewer.report import Anchor
from reviewer.review import Review, Ruling, Said
from reviewer.support.messages import Messages


def rulings_as_json(review: Review, messages: Messages) -> dict[str, object]:
    """Return scores, status, comment, what counts and rulings of a review, ready for json.dumps."""
    scores = review.scores()
    return {
        "scores": {
            "given": round(scores.given, 2),
            "possible": round(scores.possible, 2),
            "percent": round(scores.percent, 1),
            "grade": scores.grade,
            "groups": {
                group.id: {"given": round(group.given, 2), "possible": round(group.possible, 2)}
                for group in scores.groups
            },
        },
        "status": review.status.value,
        "comment": review.comment,
        "elements": [_element(e, review, messages) for e in review.checklist.elements],
        "rulings": [_ruling(ruling) for ruling in review.rulings.values()],
    }


def _element(element: Element, review: Review, messages: Messages) -> dict[str, object]:
    """Return what counts for an element, whoever said it."""
    given = review.points(element)
    return {
        "id": element.id,
        "applies": review.applies(element.id),
        "verdict": review.verdict(element.id).value,
        "given": None if given is None else round(given, 2),
        "overruled": review.overruled_by(element.id) is not None,
        "reason": reasons_text(review, element, messages),
    }


def _ruling(ruling: Ruling) -> dict[str, object]:
    return {
        "kind": ruling.slot.kind.value,
        **_said(ruling.said),
        "machine": ruling.machine,
        "by": ruling.by,
        "at": _plain(ruling.at),
    }


def _said(said: Said) -> dict[str, object]:
    return {field.name: _plain(getattr(said, field.name)) for field in fields(said)}


def _plain(value: object) -> object:
    """Return a value of a ruling as JSON has it: places by their quote and code points."""
    match value:
        case Enum():
            return value.value
        case datetime.date():
            return value.isoformat()
        case Anchor():
            return {"start": value.start, "quote": value.quote}
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value
