from __future__ import annotations

from reviewer.checklist import Grade
from reviewer.export.workbook.formulas import grade_for, text_value


def test_a_grade_s_expression_escapes_quotation_marks() -> None:
    grades = [Grade('"好"', 87.5), Grade("差", 0)]
    assert grade_for("$G$9", grades) == 'IF(ROUND($G$9*100,6)>=87.5,"""好""","差")'
    assert grade_for("$G$9", grades[1:]) == '"差"'
    assert text_value('a"b') == '"a""b"'
