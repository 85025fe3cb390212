"""The score sheet of one report: a row per element, subtotals and total as live formulas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.utils import quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from reviewer.checklist import Element, Verdict
from reviewer.export import styles
from reviewer.export.cells import put_text
from reviewer.export.page import fit_row, set_head_heights, set_page
from reviewer.export.wording import grade_formula, place_text, quotes_text, reasons_text, text_value
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 4
_FIRST = _HEADER_ROW + 1
# Letter: heading, width in digits of the standard font, style.
_COLUMNS = {
    "A": ("id", 6.0, styles.CENTRED),
    "B": ("element", 24.0, styles.TEXT),
    "C": ("points", 7.0, styles.POINTS),
    "D": ("verdict", 10.0, styles.CENTRED),
    "E": ("suggested", 11.0, styles.POINTS),
    "F": ("given", 8.0, styles.INPUT_POINTS),
    "G": ("reason", 32.0, styles.TEXT),
    "H": ("comment", 20.0, styles.INPUT_TEXT),
    "I": ("quote", 38.0, styles.TEXT),
    "J": ("section", 28.0, styles.TEXT),
    "K": ("group", 8.0, styles.CENTRED),
}


@dataclass(frozen=True, slots=True)
class ReportCells:
    """Where other sheets find the figures of a report, as references that name the sheet."""

    sheet: str
    group_given: Mapping[str, str]
    given: str
    possible: str
    percent: str
    grade: str
    verdicts: str


def fill_report_sheet(sheet: Worksheet, review: Review, messages: Messages) -> ReportCells:
    """Write `review` into the empty `sheet`; the given scores drive everything that is summed."""
    elements = [
        element
        for group in review.checklist.groups
        for element in review.checklist.elements
        if element.group == group.id
    ]
    for letter, (heading, width, _) in _COLUMNS.items():
        sheet.column_dimensions[letter].width = width
        cell = sheet[f"{letter}{_HEADER_ROW}"]
        cell.value = messages.say(f"column-{heading}")
        cell.style = styles.HEADER
    # Sums go by this column, so that they hold however the rows are sorted.
    sheet.column_dimensions["K"].hidden = True
    for row, element in enumerate(elements, start=_FIRST):
        _element_row(sheet, row, element, review, messages)
    last = _FIRST + len(elements) - 1
    cells = _sums(sheet, last, review, messages)
    _head(sheet, review, messages, cells)
    _rules(sheet, last, messages)
    set_head_heights(sheet, _HEADER_ROW)
    sheet.freeze_panes = f"C{_FIRST}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:K{last}"
    set_page(sheet, f"1:{_HEADER_ROW}", messages.say("page-footer"))
    return cells


def _head(sheet: Worksheet, review: Review, messages: Messages, cells: ReportCells) -> None:
    front = review.outline.front
    title = front.title.value if front.title else cells.sheet
    facts = {
        "unit": front.unit.value if front.unit else "–",
        "year": front.year.value if front.year else "–",
        "date": front.date_text or "–",
        "source": Path(review.report.source).name,
    }
    for row, text in ((1, title), (2, messages.say("report-facts", facts))):
        sheet[f"A{row}"].style = styles.TITLE if row == 1 else styles.NOTE
        put_text(sheet[f"A{row}"], text)
    sheet["A3"].style = styles.SUM_LINE
    given, possible, percent, grade = (
        reference.rpartition("!")[2]
        for reference in (cells.given, cells.possible, cells.percent, cells.grade)
    )
    total, comes_to = messages.say("live-total"), messages.say("live-grade")
    sheet["A3"].value = (
        f'="{total}"&TEXT({given},"0.0")&" / "&TEXT({possible},"0.0")'
        f'&"　"&TEXT({percent},"0.0%")&"{comes_to}"&{grade}'
    )


def _element_row(
    sheet: Worksheet, row: int, element: Element, review: Review, messages: Messages
) -> None:
    finding = review.findings[element.id]
    verdict = review.verdict(element.id)
    undetermined = finding.verdict is Verdict.UNDETERMINED
    values: dict[str, str | float | None] = {
        "A": element.id,
        "B": element.name,
        "C": element.points,
        "D": messages.say(f"verdict-{verdict.value}"),
        "E": None if undetermined else finding.suggested,
        "F": review.points(element),
        "G": reasons_text(finding),
        "H": review.decision(element.id).comment,
        "I": quotes_text(finding),
        "J": place_text(element, finding, messages),
        "K": element.group,
    }
    for letter, value in values.items():
        cell = sheet[f"{letter}{row}"]
        cell.style = _COLUMNS[letter][2]
        if isinstance(value, str):
            put_text(cell, value, messages.say("text-cut"))
        else:
            cell.value = value
    fit_row(sheet, row)


def _sums(sheet: Worksheet, last: int, review: Review, messages: Messages) -> ReportCells:
    """Write a row per group and the total below the elements."""
    name = quote_sheetname(sheet.title)
    points, verdicts, given, groups = (
        f"${letter}${_FIRST}:${letter}${last}" for letter in ("C", "D", "F", "K")
    )
    undetermined = text_value(messages.say("verdict-undetermined"))
    row = last
    for row, group in enumerate(review.checklist.groups, start=last + 1):
        own = f"({groups}={text_value(group.id)})"
        left_out = f'{own}*({verdicts}={undetermined})*({given}="")*{points}'
        label = f"{group.id} {messages.say('row-subtotal', {'group': group.name})}"
        possible = f"=SUMPRODUCT({own}*{points})-SUMPRODUCT({left_out})"
        _sum_row(sheet, row, label, possible, f"=SUMIFS({given},{groups},{text_value(group.id)})")
    first_sum, total = last + 1, row + 1
    _sum_row(
        sheet,
        total,
        messages.say("row-total"),
        f"=SUM(C{first_sum}:C{row})",
        f"=SUM(F{first_sum}:F{row})",
    )
    for sum_row in range(first_sum, total + 1):
        sheet[f"G{sum_row}"].number_format = messages.say("format-percent")
    sheet[f"H{total}"].number_format = messages.say("format-grade")
    sheet[f"H{total}"].value = grade_formula(f"$G${total}", review.checklist.grades)
    return ReportCells(
        sheet=sheet.title,
        group_given={
            group.id: f"{name}!$F${first_sum + place}"
            for place, group in enumerate(review.checklist.groups)
        },
        given=f"{name}!$F${total}",
        possible=f"{name}!$C${total}",
        percent=f"{name}!$G${total}",
        grade=f"{name}!$H${total}",
        verdicts=f"{name}!{verdicts}",
    )


def _sum_row(sheet: Worksheet, row: int, label: str, possible: str, given: str) -> None:
    for letter in "ABCDEFGHIJ":
        sheet[f"{letter}{row}"].style = styles.SUM_TEXT
    sheet[f"B{row}"].value = label
    sheet[f"C{row}"].value = possible
    sheet[f"F{row}"].value = given
    sheet[f"G{row}"].value = f"=IF(C{row}=0,0,F{row}/C{row})"
    sheet[f"C{row}"].style = sheet[f"F{row}"].style = styles.SUM_POINTS
    sheet[f"G{row}"].style = styles.SUM_PERCENT
    fit_row(sheet, row)


def _rules(sheet: Worksheet, last: int, messages: Messages) -> None:
    """Colour verdicts and overruled scores, and check what is typed in."""
    for verdict in Verdict:
        look = styles.verdict_look(verdict.value)
        if look is not None:
            word = text_value(messages.say(f"verdict-{verdict.value}"))
            rule = Rule(type="cellIs", operator="equal", formula=[word], dxf=look)
            sheet.conditional_formatting.add(f"D{_FIRST}:D{last}", rule)
    overruled = f"$F{_FIRST}<>$E{_FIRST}"
    rule = Rule(type="expression", formula=[overruled], dxf=styles.overruled_look())
    sheet.conditional_formatting.add(f"F{_FIRST}:F{last}", rule)
    allowed = f"AND(ISNUMBER(F{_FIRST}),F{_FIRST}>=0,F{_FIRST}<=C{_FIRST},MOD(F{_FIRST}*2,1)=0)"
    scores = DataValidation(type="custom", formula1=allowed, allow_blank=True)
    scores.errorTitle = messages.say("given-wrong-title")
    scores.error = messages.say("given-wrong")
    scores.add(f"F{_FIRST}:F{last}")
    words = ",".join(messages.say(f"verdict-{verdict.value}") for verdict in Verdict)
    verdicts = DataValidation(type="list", formula1=f'"{words}"', allow_blank=False)
    verdicts.add(f"D{_FIRST}:D{last}")
    for validation in (scores, verdicts):
        validation.showErrorMessage = True
        sheet.add_data_validation(validation)
