"""What the reviewer ruled, and the scores that come of it, as JSON."""

from __future__ import annotations

import datetime
from dataclasses import fields
from enum import Enum

from reviewer.report import Anchor
from reviewer.review import Review, Ruling, Said


def rulings_as_json(review: Review) -> dict[str, object]:
    """Return scores, status, comment and rulings of a review, ready for json.dumps."""
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
        "rulings": [_ruling(ruling) for ruling in review.rulings.values()],
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
