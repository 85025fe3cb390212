"""Formulas that several sheets share."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.checklist import Grade


def grade_for(percent: str, grades: Sequence[Grade]) -> str:
    """Return the expression for the grade that the share (0 to 1) in the cell `percent` earns."""
    *upper, lowest = grades
    formula = text_value(lowest.name)
    for grade in reversed(upper):
        formula = (
            f"IF(ROUND({percent}*100,6)>={grade.at_least:g},{text_value(grade.name)},{formula})"
        )
    return formula


def text_value(text: str) -> str:
    """Return `text` as it is written inside a formula."""
    return '"' + text.replace('"', '""') + '"'
