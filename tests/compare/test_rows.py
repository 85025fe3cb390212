"""What stands beside what where two texts are shown side by side."""

from __future__ import annotations

from reviewer.compare.differences import DifferenceKind
from reviewer.compare.rows import report_rows, version_rows
from reviewer.readers import text_report


def test_paragraphs_that_belong_together_stand_in_one_row() -> None:
    older = text_report("一、成效\n全年办理案件83件，化解81件。\n删去的一段话在这里。", "旧.txt")
    newer = text_report(
        "一、成效\n全年办理案件85件，化解81件。\n全新的内容，和旧的完全不同啊。", "新.txt"
    )
    rows = version_rows(older, newer)

    assert [row.kind for row in rows] == [
        DifferenceKind.SAME,
        DifferenceKind.CHANGED,
        DifferenceKind.REMOVED,
        DifferenceKind.ADDED,
    ]
    assert [part.of(rows[1].right) for part in rows[1].right_parts] == ["5"]
    assert rows[3].left == ""


def test_two_reports_stand_paragraph_beside_paragraph() -> None:
    rows = report_rows(text_report("一\n二", "甲.txt"), text_report("甲", "乙.txt"))

    assert [(row.left, row.right) for row in rows] == [("一", "甲"), ("二", "")]
