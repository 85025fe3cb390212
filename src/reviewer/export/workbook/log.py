"""The log: who decided what, when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reviewer.export.wording import unit_name
from reviewer.export.workbook import styles
from reviewer.export.workbook.table import Column, Value, fill_table, put_head
from reviewer.review import Decision, Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = (
    Column("time", 20.0, styles.CENTRED),
    Column("reviewer", 12.0, styles.TEXT),
    Column("unit", 18.0, styles.TEXT),
    Column("id", 7.0, styles.CENTRED),
    Column("element", 32.0, styles.TEXT),
    Column("machine", 10.0, styles.CENTRED),
    Column("decided", 30.0, styles.TEXT),
    Column("comment", 50.0, styles.TEXT),
)


def fill_log_sheet(sheet: Worksheet, reviews: Sequence[Review], messages: Messages) -> None:
    """Write a row per decision that counts, the oldest first."""
    entries = sorted(_entries(reviews, messages), key=lambda entry: str(entry[0]))
    note = "log-note" if entries else "log-none"
    put_head(sheet, messages.say("log-title"), messages.say(note, {"count": len(entries)}))
    fill_table(sheet, _COLUMNS, entries, messages)


def _entries(reviews: Sequence[Review], messages: Messages) -> Iterator[Sequence[Value]]:
    for review in reviews:
        elements = {element.id: element for element in review.checklist.elements}
        for element_id, decision in review.decisions.items():
            element, finding = elements[element_id], review.findings[element_id]
            at = decision.at.astimezone() if decision.at else None
            yield (
                at.strftime("%Y-%m-%d %H:%M:%S") if at else "",
                decision.by,
                unit_name(review, messages),
                element_id,
                element.name,
                messages.say(f"verdict-{finding.verdict.value}"),
                _decided(decision, messages),
                decision.comment,
            )


def _decided(decision: Decision, messages: Messages) -> str:
    """Return what was decided, in words."""
    said = []
    if decision.verdict is not None:
        word = messages.say(f"verdict-{decision.verdict.value}")
        said.append(messages.say("log-verdict", {"verdict": word}))
    if decision.points is not None:
        said.append(messages.say("log-points", {"points": f"{decision.points:g}"}))
    if decision.confirmed:
        said.append(messages.say("log-confirmed"))
    return messages.say("log-joint").join(said)
