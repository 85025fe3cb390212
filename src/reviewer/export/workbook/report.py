"""The score sheet of one report: a row per element, subtotals and total as live formulas."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from reviewer.checklist import Element, Verdict
from reviewer.export.wording import (
    NOT_APPLICABLE,
    facts_line,
    place_text,
    quotes_text,
    reasons_text,
    verdict_word,
)
from reviewer.export.workbook import styles
from reviewer.export.workbook.formulas import grade_for, text_value
from reviewer.export.workbook.page import fit_row, set_head_heights, set_page
from reviewer.export.workbook.score_cells import ScoreCells
from reviewer.export.workbook.table import Column, Value, put_head, put_row
from reviewer.review import Review
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_HEADER_ROW = 4
_FIRST = _HEADER_ROW + 1
_COLUMNS = (
    Column("id", 5.5, styles.CENTRED),
    Column("element", 20.0, styles.TEXT),
    Column("points", 6.0, styles.POINTS),
    Column("verdict", 8.5, styles.CENTRED),
    Column("suggested", 7.5, styles.POINTS),
    Column("given", 7.0, styles.INPUT_POINTS),
    Column("overruled", 8.0, styles.CENTRED),
    Column("reason", 28.0, styles.TEXT),
    Column("comment", 20.0, styles.INPUT_TEXT),
    Column("quote", 32.0, styles.TEXT),
    Column("section", 20.0, styles.TEXT),
    Column("place", 28.0, styles.TEXT),
    Column("basis", 32.0, styles.TEXT),
    Column("group", 8.0, styles.CENTRED),
)
# The columns formulas speak of.
_POINTS, _VERDICT, _SUGGESTED, _GIVEN, _PERCENT, _GRADE, _GROUP = "C", "D", "E", "F", "H", "I", "N"
# Printed up to here; what follows stands in the checklist, and would make the page too wide.
_LAST_PRINTED = "K"
# Verdicts that leave an element without a score out of the possible points.
_LEFT_OUT = (Verdict.UNDETERMINED.value, NOT_APPLICABLE)


def fill_report_sheet(sheet: Worksheet, review: Review, messages: Messages) -> ScoreCells:
    """Write `review` into the empty `sheet`; the given scores drive everything that is summed."""
    elements = [element for _, group in review.checklist.in_groups for element in group]
    for number, column in enumerate(_COLUMNS, start=1):
        cell = sheet.cell(_HEADER_ROW, number, messages.say(f"column-{column.heading}"))
        cell.style = styles.HEADER
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    # Sums go by this column, so that they hold however the rows are sorted.
    sheet.column_dimensions[_GROUP].hidden = True
    looks = [column.style for column in _COLUMNS]
    for row, element in enumerate(elements, start=_FIRST):
        values = _element_values(element, review, messages)
        put_row(sheet, row, values, looks, messages.say("text-cut"))
        fit_row(sheet, row, len(_COLUMNS))
    last = _FIRST + len(elements) - 1
    _sums(sheet, elements, review, messages)
    cells = _score_cells(sheet, elements, review)
    _head(sheet, review, messages, cells)
    _rules(sheet, last, messages)
    set_head_heights(sheet, _HEADER_ROW, len(_COLUMNS))
    sheet.freeze_panes = f"C{_FIRST}"
    sheet.auto_filter.ref = f"A{_HEADER_ROW}:{_GROUP}{last}"
    sheet.print_area = f"A1:{_LAST_PRINTED}{last + len(review.checklist.groups) + 1}"
    set_page(sheet, f"1:{_HEADER_ROW}", messages.say("page-footer"))
    return cells


def _head(sheet: Worksheet, review: Review, messages: Messages, cells: ScoreCells) -> None:
    front = review.outline.front
    title = front.title.value if front.title else sheet.title
    put_head(sheet, title, facts_line(review, messages))
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


def _element_values(element: Element, review: Review, messages: Messages) -> Sequence[Value]:
    finding = review.findings[element.id]
    undetermined = finding.verdict is Verdict.UNDETERMINED
    return (
        element.id,
        element.name,
        element.points,
        verdict_word(review, element, messages),
        None if undetermined else finding.suggested,
        review.points(element),
        _overruled(element, review, messages),
        reasons_text(review, element, messages, comment_beside=True),
        review.decision(element.id).comment,
        quotes_text(review, element),
        place_text(review, element, messages),
        element.place,
        element.basis,
        element.group,
    )


def _overruled(element: Element, review: Review, messages: Messages) -> str:
    """Return a mark that names what the machine had said, empty where it stands."""
    decision, finding = review.decision(element.id), review.findings[element.id]
    if review.overruled_by(element.id) is not None:
        was = messages.say(f"verdict-{finding.verdict.value}")
        return messages.say("overruled-verdict", {"verdict": was})
    if decision.points not in (None, finding.suggested):
        return messages.say("overruled-points")
    return ""


def _sums(
    sheet: Worksheet, elements: Sequence[Element], review: Review, messages: Messages
) -> None:
    """Write a row per group and the total below the elements."""
    last = _FIRST + len(elements) - 1
    points, verdicts, given, groups = (
        f"${letter}${_FIRST}:${letter}${last}" for letter in (_POINTS, _VERDICT, _GIVEN, _GROUP)
    )
    words = (text_value(messages.say(f"verdict-{word}")) for word in _LEFT_OUT)
    is_left_out = "+".join(f"({verdicts}={word})" for word in words)
    row = last
    for row, group in enumerate(review.checklist.groups, start=last + 1):
        own = f"({groups}={text_value(group.id)})"
        left_out = f'{own}*({is_left_out})*({given}="")*{points}'
        label = f"{group.id} {messages.say('row-subtotal', {'group': group.name})}"
        possible = f"=SUMPRODUCT({own}*{points})-SUMPRODUCT({left_out})"
        _sum_row(sheet, row, label, possible, f"=SUMIFS({given},{groups},{text_value(group.id)})")
    first_sum, total = last + 1, row + 1
    _sum_row(
        sheet,
        total,
        messages.say("row-total"),
        f"=SUM({_POINTS}{first_sum}:{_POINTS}{row})",
        f"=SUM({_GIVEN}{first_sum}:{_GIVEN}{row})",
    )
    for sum_row in range(first_sum, total + 1):
        sheet[f"{_PERCENT}{sum_row}"].number_format = messages.say("format-percent")
    grade = sheet[f"{_GRADE}{total}"]
    grade.number_format = messages.say("format-grade")
    share = f"${_PERCENT}${total}"
    grade.value = f"={grade_for(share, review.checklist.grades)}"


def _score_cells(sheet: Worksheet, elements: Sequence[Element], review: Review) -> ScoreCells:
    """Return where the scores stand: a row per group, then the total, below the elements."""
    groups = review.checklist.groups
    first_sum = _FIRST + len(elements)
    total = first_sum + len(groups)
    name = quote_sheetname(sheet.title)
    return ScoreCells(
        home=f"{name}!A1",
        group_given={
            group.id: f"{name}!${_GIVEN}${first_sum + place}" for place, group in enumerate(groups)
        },
        given=f"{name}!${_GIVEN}${total}",
        possible=f"{name}!${_POINTS}${total}",
        percent=f"{name}!${_PERCENT}${total}",
        grade=f"{name}!${_GRADE}${total}",
        verdict={e.id: f"{name}!${_VERDICT}${row}" for row, e in enumerate(elements, _FIRST)},
    )


def _sum_row(sheet: Worksheet, row: int, label: str, possible: str, given: str) -> None:
    for number in range(1, len(_COLUMNS)):
        sheet.cell(row, number).style = styles.SUM_TEXT
    sheet[f"B{row}"].value = label
    sheet[f"{_POINTS}{row}"].value = possible
    sheet[f"{_GIVEN}{row}"].value = given
    share = f"{_GIVEN}{row}/{_POINTS}{row}"
    sheet[f"{_PERCENT}{row}"].value = f"=IF({_POINTS}{row}=0,0,{share})"
    sheet[f"{_POINTS}{row}"].style = sheet[f"{_GIVEN}{row}"].style = styles.SUM_POINTS
    sheet[f"{_PERCENT}{row}"].style = styles.SUM_PERCENT
    fit_row(sheet, row, len(_COLUMNS))


def _rules(sheet: Worksheet, last: int, messages: Messages) -> None:
    """Colour verdicts and overruled scores, and check what is typed in."""
    styles.colour_verdicts(sheet, f"{_VERDICT}{_FIRST}:{_VERDICT}{last}", messages)
    overruled = f"${_GIVEN}{_FIRST}<>${_SUGGESTED}{_FIRST}"
    rule = Rule(type="expression", formula=[overruled], dxf=styles.overruled_look())
    scored = f"{_GIVEN}{_FIRST}:{_GIVEN}{last}"
    sheet.conditional_formatting.add(scored, rule)
    cell, most = f"{_GIVEN}{_FIRST}", f"{_POINTS}{_FIRST}"
    allowed = f"AND(ISNUMBER({cell}),{cell}>=0,{cell}<={most},MOD({cell}*2,1)=0)"
    scores = DataValidation(type="custom", formula1=allowed, allow_blank=True)
    scores.errorTitle = messages.say("given-wrong-title")
    scores.error = messages.say("given-wrong")
    scores.add(scored)
    known = (*(verdict.value for verdict in Verdict), NOT_APPLICABLE)
    words = ",".join(messages.say(f"verdict-{word}") for word in known)
    verdicts = DataValidation(type="list", formula1=f'"{words}"', allow_blank=False)
    verdicts.add(f"{_VERDICT}{_FIRST}:{_VERDICT}{last}")
    for validation in (scores, verdicts):
        validation.showErrorMessage = True
        sheet.add_data_validation(validation)
