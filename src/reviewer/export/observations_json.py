"""Ledger, pairs, signs and near sentences as JSON; offsets are code points of the report's text."""

from __future__ import annotations

from collections.abc import Iterable

from reviewer.checking import Cause, Entry, Pair, Remark
from reviewer.checklist import Verdict
from reviewer.report import Span
from reviewer.review import Review
from reviewer.support.messages import Messages


def observations_as_json(review: Review, messages: Messages) -> dict[str, object]:
    """Return the keys from `ledger` to `unclaimed` of a report, ready for json.dumps.

    There are none of a review made by hand, which nobody can lay open.
    """
    study = review.study
    if study is None:
        return {}
    shown, noted = _Shown(review, messages), study.observations
    missing = [f.id for f in review.findings.values() if f.verdict is Verdict.MISSING]
    unexplained = set(noted.pairs.unexplained)
    return {
        "ledger": {
            "entries": [shown.entry(entry) for entry in noted.ledger.entries],
            "conflicts": shown.remarks(noted.ledger.conflicts),
        },
        "pairs": {
            "items": [shown.pair(pair, pair not in unexplained) for pair in noted.pairs.pairs],
            "common_causes": [shown.cause(cause) for cause in noted.pairs.common],
        },
        "signs": shown.remarks(noted.signs),
        "nearest": {
            element: [shown.place(near.span) for near in study.nearest(element)]
            for element in missing
        },
        "unclaimed": {
            element: [shown.place(fact.span) for fact in facts]
            for element, facts in study.unclaimed(review.findings.values()).items()
        },
    }


class _Shown:
    """Shows values of one report in one language."""

    def __init__(self, review: Review, messages: Messages) -> None:
        self._text = review.report.text
        self._outline = review.outline
        self._messages = messages

    def place(self, span: Span) -> dict[str, object]:
        return {
            "start": span.start,
            "end": span.end,
            "quote": span.of(self._text),
            "section": [section.label for section in self._outline.path(span.start)],
        }

    def entry(self, entry: Entry) -> dict[str, object]:
        thing = entry.thing
        return {
            **self.place(entry.span),
            "value": entry.value,
            "unit": entry.unit,
            "vague": bool(entry.vague),
            "counted": entry.counted,
            "action": entry.action,
            "counted_at": {"start": thing.start, "end": thing.end} if thing else None,
            "part": entry.part,
        }

    def remarks(self, remarks: Iterable[Remark]) -> list[dict[str, object]]:
        return [
            {
                "kind": remark.kind,
                "code": remark.code,
                "message": self._messages.say(f"remark-{remark.code}", remark.details),
                "places": [self.place(span) for span in remark.spans],
            }
            for remark in remarks
        ]

    def cause(self, cause: Cause) -> dict[str, object]:
        return {**self.place(cause.span), "sound": cause.sound}

    def pair(self, pair: Pair, explained: bool) -> dict[str, object]:
        return {
            "shortcoming": self.place(pair.shortcoming),
            "causes": [self.cause(cause) for cause in pair.causes],
            "explained": explained,
            "measure": self.place(pair.measure.span) if pair.measure else None,
            "shared": list(pair.shared),
        }
