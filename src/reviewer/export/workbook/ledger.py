"""The ledger of figures: what each report counts, and where its figures do not fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reviewer.checking import Entry, Observations, Remark
from reviewer.export.wording import shortened, unit_name
from reviewer.export.workbook import styles
from reviewer.export.workbook.table import Column, Value, fill_table, put_head
from reviewer.report import Span
from reviewer.review import Kind, Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = (
    Column("number", 6.0, styles.CENTRED),
    Column("unit", 14.0, styles.TEXT),
    Column("value", 11.0, styles.CENTRED),
    Column("measure", 9.0, styles.CENTRED),
    Column("counted", 26.0, styles.TEXT),
    Column("action", 13.0, styles.TEXT),
    Column("quote", 20.0, styles.TEXT),
    Column("section", 30.0, styles.TEXT),
    Column("conflict", 34.0, styles.ALERT),
)


def fill_ledger_sheet(
    sheet: Worksheet,
    reviews: Sequence[Review],
    messages: Messages,
    *,
    conflicts_only: bool,
) -> None:
    """Write a row per figure of `reviews`, or of those only that do not fit."""
    rows = [
        row
        for review in reviews
        if review.study is not None
        for row in _rows(review, review.study.observations, messages)
        if row[-1] or not conflicts_only
    ]
    doubtful = sum(bool(row[-1]) for row in rows)
    counts = {"count": len(rows), "conflicts": doubtful}
    note = "ledger-conflicts-only" if conflicts_only else "ledger-note"
    put_head(sheet, messages.say("ledger-title"), messages.say(note, counts))
    numbered = ([number, *row] for number, row in enumerate(rows, start=1))
    fill_table(sheet, _COLUMNS, numbered, messages)


def _rows(review: Review, noted: Observations, messages: Messages) -> Iterator[list[Value]]:
    """Give the figures of a report, then what does not fit and is no figure.

    What the reviewer set aside is no doubt any more.
    """
    text, unit = review.report.text, unit_name(review, messages)
    set_aside = {slot.about for slot in review.rulings if slot.kind is Kind.IGNORED}
    conflicts = [r for r in noted.ledger.conflicts if r.key(text) not in set_aside]
    for entry in noted.ledger.entries:
        remarks = [r for r in conflicts if any(entry.span.overlaps(s) for s in r.spans)]
        yield [unit, *_entry_values(entry, review), _said(remarks, messages)]
    figures = [entry.span for entry in noted.ledger.entries]
    for remark in conflicts:
        if not any(span.overlaps(figure) for span in remark.spans for figure in figures):
            place = remark.spans[0]
            found = shortened(place.of(review.report.text))
            section = _section(review, place)
            yield [unit, None, None, None, None, found, section, _said([remark], messages)]


def _entry_values(entry: Entry, review: Review) -> list[Value]:
    quote = entry.span.of(review.report.text)
    return [
        entry.value,
        entry.unit,
        entry.counted,
        entry.action,
        shortened(quote),
        _section(review, entry.span),
    ]


def _section(review: Review, place: Span) -> str:
    return " › ".join(section.label for section in review.outline.path(place.start))


def _said(remarks: Sequence[Remark], messages: Messages) -> str:
    return "\n".join(messages.say(f"remark-{r.code}", r.details) for r in remarks)
