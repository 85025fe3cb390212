"""The log: who ruled on what, when, and what the machine had said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reviewer.checklist import Verdict
from reviewer.export.wording import shortened, unit_name
from reviewer.export.workbook import styles
from reviewer.export.workbook.table import Column, Value, fill_table, put_head
from reviewer.outline import Continuation, FieldValue, HeadingLevel, SectionPart
from reviewer.review import (
    CommentIs,
    EvidenceIs,
    Ignored,
    PointsAre,
    Review,
    Ruling,
    Said,
    StatusIs,
    VerdictIs,
)
from reviewer.review.scores import points_text
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = (
    Column("time", 20.0, styles.CENTRED),
    Column("reviewer", 12.0, styles.TEXT),
    Column("unit", 16.0, styles.TEXT),
    Column("subject", 32.0, styles.TEXT),
    Column("ruling", 14.0, styles.CENTRED),
    Column("machine", 16.0, styles.TEXT),
    Column("decided", 54.0, styles.TEXT),
)


def fill_log_sheet(sheet: Worksheet, reviews: Sequence[Review], messages: Messages) -> None:
    """Write a row per ruling that counts, the oldest first."""
    rulings = [(review, ruling) for review in reviews for ruling in review.rulings.values()]
    rulings.sort(key=lambda one: one[1].at.timestamp() if one[1].at else 0.0)
    note = "log-note" if rulings else "log-none"
    put_head(sheet, messages.say("log-title"), messages.say(note, {"count": len(rulings)}))
    fill_table(sheet, _COLUMNS, _rows(rulings, messages), messages)


def _rows(
    rulings: Sequence[tuple[Review, Ruling]], messages: Messages
) -> Iterator[Sequence[Value]]:
    for review, ruling in rulings:
        at = ruling.at.astimezone() if ruling.at else None
        yield (
            f"{at:%Y-%m-%d %H:%M:%S}" if at else "",
            ruling.by,
            unit_name(review, messages),
            _subject(review, ruling.said, messages),
            messages.say(f"ruling-{ruling.slot.kind.value}"),
            _machine(ruling, messages),
            _decided(ruling.said, messages),
        )


def _subject(review: Review, said: Said, messages: Messages) -> str:
    """Return what was ruled on: element, heading, remark, or nothing for the whole report."""
    match said:
        case HeadingLevel(place) | Continuation(place) | SectionPart(place):
            return shortened(place.quote)
    about = said.finding if isinstance(said, Ignored) else getattr(said, "element", "")
    elements = {element.id: element for element in review.checklist.elements}
    if about in elements:
        return f"{about} {elements[about].name}"
    return _remark_text(review, about, messages) if about else ""


def _remark_text(review: Review, key: str, messages: Messages) -> str:
    """Return the sentence of the remark filed under `key`; the key itself where it is gone."""
    noted = review.study.observations if review.study else None
    remarks = (*noted.ledger.conflicts, *noted.signs) if noted else ()
    found = (r for r in remarks if r.key(review.report.text) == key)
    sentences = (messages.say(f"remark-{remark.code}", remark.details) for remark in found)
    return next(sentences, key)


def _machine(ruling: Ruling, messages: Messages) -> str:
    """Return what the machine had said, in words."""
    if ruling.machine in [verdict.value for verdict in Verdict]:
        return messages.say(f"verdict-{ruling.machine}")
    if isinstance(ruling.machine, float):
        return points_text(ruling.machine)
    return ruling.machine or ""


def _decided(said: Said, messages: Messages) -> str:
    """Return what was said; empty where the kind of ruling says it all."""
    match said:
        case VerdictIs(_, verdict):
            return messages.say(f"verdict-{verdict.value}")
        case PointsAre(_, points):
            return points_text(points)
        case CommentIs(_, text):
            return text
        case Ignored(_, because):
            return because
        case EvidenceIs(_, passages):
            return "\n".join(shortened(passage.quote) for passage in passages)
        case StatusIs(status):
            return messages.say(f"status-{status.value}")
        case FieldValue(field, value):
            name = messages.say(f"field-{field.value}")
            return messages.say(
                "field-is", {"field": name, "value": "" if value is None else value}
            )
        case HeadingLevel(_, level):
            code = "heading-none" if level is None else "heading-level"
            return messages.say(code, {"level": level})
        case SectionPart(_, part):
            return messages.say(f"part-{part}")
        case _:
            return ""
