"""The list of everything weak or missing, report by report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule

from reviewer.checklist import Element, Verdict
from reviewer.export import styles
from reviewer.export.cells import put_text
from reviewer.export.page import fit_row, set_head_heights, set_page
from reviewer.export.wording import reasons_text, text_value
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 3
_FIRST = _HEADER_ROW + 1
# Heading, width in digits of the standard font, style.
_COLUMNS = (
    ("number", 6.0, styles.CENTRED),
    ("unit", 18.0, styles.TEXT),
    ("year", 8.0, styles.CENTRED),
    ("id", 7.0, styles.CENTRED),
    ("element", 28.0, styles.TEXT),
    ("verdict", 9.0, styles.CENTRED),
    ("points", 8.0, styles.POINTS),
    ("reason", 44.0, styles.TEXT),
    ("comment", 26.0, styles.TEXT),
    ("place", 24.0, styles.TEXT),
)


def fill_problems_sheet(
    sheet: Worksheet, reviews: Sequence[tuple[Review, str]], messages: Messages
) -> None:
    """Write a row per weak or missing element of `reviews`, each with its sheet's name."""
    problems = [
        (review, name, element) for review, name in reviews for element in _problems_of(review)
    ]
    sheet["A1"].style, sheet["A2"].style = styles.TITLE, styles.NOTE
    sheet["A1"].value = messages.say("problems-title")
    note = "problems-note" if problems else "problems-none"
    sheet["A2"].value = messages.say(note, {"count": len(problems)})
    for column, (heading, width, _) in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(_HEADER_ROW, column, messages.say(f"column-{heading}"))
        cell.style = styles.HEADER
        sheet.column_dimensions[cell.column_letter].width = width
    for number, (review, name, element) in enumerate(problems, start=1):
        _problem_row(sheet, number, review, name, element, messages)
    last = max(_FIRST, _HEADER_ROW + len(problems))
    for verdict in (Verdict.WEAK, Verdict.MISSING):
        word = text_value(messages.say(f"verdict-{verdict.value}"))
        look = styles.verdict_look(verdict.value)
        rule = Rule(type="cellIs", operator="equal", formula=[word], dxf=look)
        sheet.conditional_formatting.add(f"F{_FIRST}:F{last}", rule)
    set_head_heights(sheet, _HEADER_ROW)
    sheet.freeze_panes = f"C{_FIRST}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:J{last}"
    set_page(sheet, f"{_HEADER_ROW}:{_HEADER_ROW}", messages.say("page-footer"))


def _problems_of(review: Review) -> Iterator[Element]:
    for element in review.checklist.elements:
        if review.verdict(element.id) in (Verdict.WEAK, Verdict.MISSING):
            yield element


def _problem_row(
    sheet: Worksheet,
    number: int,
    review: Review,
    name: str,
    element: Element,
    messages: Messages,
) -> None:
    front = review.outline.front
    values: tuple[str | float | None, ...] = (
        number,
        front.unit.value if front.unit else name,
        front.year.value if front.year else None,
        element.id,
        element.name,
        messages.say(f"verdict-{review.verdict(element.id).value}"),
        element.points,
        reasons_text(review.findings[element.id]),
        review.decision(element.id).comment,
        element.place,
    )
    for column, (value, (_, _, style)) in enumerate(zip(values, _COLUMNS, strict=True), start=1):
        cell = sheet.cell(_HEADER_ROW + number, column)
        cell.style = style
        if isinstance(value, str):
            put_text(cell, value, messages.say("text-cut"))
        else:
            cell.value = value
    fit_row(sheet, _HEADER_ROW + number)
