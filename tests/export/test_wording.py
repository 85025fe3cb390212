from __future__ import annotations

import pytest

from reviewer.checking import Evidence, Finding, Reason
from reviewer.checklist import Grade, Verdict
from reviewer.export.wording import grade_formula, quotes_text, reasons_text, text_value
from reviewer.report import Span


def finding(*quotes: tuple[int, str]) -> Finding:
    evidence = tuple(Evidence(Span(at, at + len(q)), q, ("一、", "（一）")) for at, q in quotes)
    reasons = (Reason("a", "甲。"), Reason("b", "乙。"))
    return Finding("A01", Verdict.WEAK, 2.0, 1.0, reasons, evidence)


def test_reasons_stand_on_lines_of_their_own() -> None:
    assert reasons_text(finding()) == "甲。\n乙。"


@pytest.mark.parametrize(
    ("quotes", "shown"),
    [
        ([], ""),
        ([(10, "开会3次"), (0, "学习\n4次")], "学习 4次\n开会3次"),
        ([(0, "学习"), (0, "学习4次"), (2, "4次")], "学习4次"),
        ([(0, "一"), (5, "二"), (9, "三")], "一\n二"),
    ],
)
def test_quotes_come_in_text_order_without_repeating(
    quotes: list[tuple[int, str]], shown: str
) -> None:
    assert quotes_text(finding(*quotes)) == shown


def test_a_grade_formula_escapes_quotation_marks() -> None:
    grades = [Grade('"好"', 87.5), Grade("差", 0)]
    assert grade_formula("$G$9", grades) == '=IF(ROUND($G$9*100,6)>=87.5,"""好""","差")'
    assert grade_formula("$G$9", grades[1:]) == '="差"'
    assert text_value('a"b') == '"a""b"'
