"""What the workbook rests on: checklist, program, grades, and what the words mean."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from reviewer import __version__
from reviewer.checklist import Checklist, Verdict
from reviewer.export.workbook import styles
from reviewer.export.workbook.page import fit_row, set_page
from reviewer.export.workbook.table import put_head, put_row
from reviewer.review.scores import points_text
from reviewer.support.messages import Messages

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_FIRST = 3
_WIDTHS = {"A": 22.0, "B": 90.0}


def fill_about_sheet(
    sheet: Worksheet, checklist: Checklist, messages: Messages, today: datetime.date
) -> None:
    """Write a line per fact: its name and what it says."""
    put_head(sheet, messages.say("about-title"))
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    for row, (name, text) in enumerate(_facts(checklist, messages, today), start=_FIRST):
        put_row(sheet, row, (name, text), (styles.HEADER, styles.TEXT), messages.say("text-cut"))
        fit_row(sheet, row, len(_WIDTHS))
    sheet.row_dimensions[1].height = 27.0
    set_page(sheet, "1:1", messages.say("page-footer"))


def _facts(checklist: Checklist, messages: Messages, today: datetime.date) -> list[tuple[str, str]]:
    grades = "\n".join(
        messages.say("about-grade", {"name": grade.name, "least": f"{grade.at_least:g}"})
        for grade in checklist.grades
    )
    groups = "\n".join(
        messages.say(
            "about-group",
            {
                "id": group.id,
                "name": group.name,
                "count": len(elements),
                "points": points_text(sum(element.points for element in elements)),
            },
        )
        for group, elements in checklist.in_groups
    )
    named = f"{checklist.name} ({checklist.id} {checklist.version})"
    facts = {
        "checklist": named,
        "groups": groups,
        "grades": grades,
        "verdicts": messages.say("about-verdict-rule"),
        "share-name": "\n".join(
            messages.say(
                "about-share",
                {
                    "verdict": messages.say(f"verdict-{verdict.value}"),
                    "share": f"{verdict.share:.0%}",
                },
            )
            for verdict in (Verdict.PRESENT, Verdict.WEAK, Verdict.MISSING)
        ),
        "live": messages.say("about-live-rule"),
        "program": f"reviewer {__version__}",
        "made": today.isoformat(),
    }
    return [(messages.say(f"about-{name}"), text) for name, text in facts.items()]
