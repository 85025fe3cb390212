"""The list of everything that is weak, missing or was marked down, report by report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.checklist import Element
from reviewer.export.wording import (
    deducted,
    place_text,
    problems_of,
    quotes_text,
    reasons_text,
    unit_name,
    verdict_word,
)
from reviewer.export.workbook import styles
from reviewer.export.workbook.table import FIRST_ROW, Column, Value, fill_table, put_head
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = (
    Column("number", 5.5, styles.CENTRED),
    Column("unit", 13.0, styles.TEXT),
    Column("year", 6.5, styles.CENTRED),
    Column("id", 6.0, styles.CENTRED),
    Column("element", 19.0, styles.TEXT),
    Column("verdict", 6.5, styles.CENTRED),
    Column("points", 6.0, styles.POINTS),
    Column("given", 6.0, styles.POINTS),
    Column("lost", 6.0, styles.POINTS),
    Column("reason", 30.0, styles.TEXT),
    Column("quote", 28.0, styles.TEXT),
    Column("section", 19.0, styles.TEXT),
    Column("comment", 18.0, styles.TEXT),
)


def fill_problems_sheet(sheet: Worksheet, reviews: Sequence[Review], messages: Messages) -> None:
    """Write a row per element of `reviews` that is weak, missing or was marked down."""
    problems = [(review, element) for review in reviews for element in problems_of(review)]
    note = "problems-note" if problems else "problems-none"
    put_head(sheet, messages.say("problems-title"), messages.say(note, {"count": len(problems)}))
    rows = (
        _values(number, review, element, messages)
        for number, (review, element) in enumerate(problems, start=1)
    )
    last = fill_table(sheet, _COLUMNS, rows, messages)
    styles.colour_verdicts(sheet, f"F{FIRST_ROW}:F{last}", messages)


def _values(number: int, review: Review, element: Element, messages: Messages) -> Sequence[Value]:
    year = review.outline.front.year
    return (
        number,
        unit_name(review, messages),
        year.value if year else None,
        element.id,
        element.name,
        verdict_word(review, element, messages),
        element.points,
        review.points(element),
        deducted(review, element),
        reasons_text(review, element, messages, comment_beside=True),
        quotes_text(review, element),
        place_text(review, element, messages),
        review.decision(element.id).comment,
    )
