"""What changed between two versions of a report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reviewer.compare.differences import Difference, DifferenceKind, differences
from reviewer.readers import text_report
from reviewer.report import Report

OLDER = (
    "松坪镇2025年报告",
    "一、主要工作",
    "全年开展宣传12场次，发放资料300份。",
    "办理案件4件。",
    "二、不足",
    "台账不全。",
)
LINES = st.lists(st.text("甲乙丙丁。", min_size=1, max_size=6), min_size=1, max_size=8)


def report(*lines: str) -> Report:
    return text_report("\n".join(lines), "made.txt")


def told(older: Report, newer: Report) -> list[tuple[str, str, str]]:
    return [
        (
            found.kind.value,
            found.older.of(older.text) if found.older else "",
            found.newer.of(newer.text) if found.newer else "",
        )
        for found in differences(older, newer)
        if found.kind is not DifferenceKind.SAME
    ]


def test_equal_texts_differ_in_nothing() -> None:
    assert told(report(*OLDER), report(*OLDER)) == []


def test_a_corrected_figure_is_shown_as_such() -> None:
    older = report(*OLDER)
    newer = report(*(line.replace("12场次", "15场次") for line in OLDER))
    (changed,) = [d for d in differences(older, newer) if d.kind is DifferenceKind.CHANGED]
    assert [part.of(older.text) for part in changed.older_parts] == ["2"]
    assert [part.of(newer.text) for part in changed.newer_parts] == ["5"]


def test_added_and_removed_paragraphs_are_told_from_changed_ones() -> None:
    newer = (*OLDER[:3], "新增：调解纠纷8件，全部办结。", *OLDER[4:5], "台账仍不全。")
    assert told(report(*OLDER), report(*newer)) == [
        ("removed", "办理案件4件。", ""),
        ("added", "", "新增：调解纠纷8件，全部办结。"),
        ("changed", "台账不全。", "台账仍不全。"),
    ]


@given(LINES, LINES)
def test_both_texts_are_there_wholly_and_in_order(one: list[str], other: list[str]) -> None:
    older, newer = report(*one), report(*other)
    found = differences(older, newer)
    assert [d.older for d in found if d.older] == [block.span for block in older.blocks]
    assert [d.newer for d in found if d.newer] == [block.span for block in newer.blocks]
    for difference in found:
        if difference.kind is DifferenceKind.SAME:
            assert difference.older.of(older.text) == difference.newer.of(newer.text)


@given(LINES)
def test_a_text_without_counterpart_is_added_or_removed(lines: list[str]) -> None:
    some, none = report(*lines), Report("made.txt", "txt", None, "", ())
    kinds = {difference.kind for difference in differences(none, some)}
    assert kinds <= {DifferenceKind.ADDED}
    assert all(isinstance(d, Difference) and d.newer is None for d in differences(some, none))
