from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.workbook import book, write_workbook
from reviewer.review import Review

pytestmark = pytest.mark.office

MakeReview = Callable[..., Review]
Recalculated = Callable[[Path], Workbook]

ERRORS = ("#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#N/A", "#NUM!", "#NULL!", "Err:")
NASTY = (
    "=1+1", "+86", "-5", "@SUM(A1)", "甲\x00\x0b乙", "长" * 40_000, "😀𠮷镇", "a:b/c?d*e[f]",
    "'引号'", "History", "\u202e右向左", "青溪镇", "青溪镇",
)  # fmt: skip


def errors_in(whole: Workbook) -> list[str]:
    return [
        f"{sheet.title}!{cell.coordinate}: {cell.value}"
        for sheet in whole
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(ERRORS)
    ]


def summary(whole: Workbook) -> dict[str, dict[str, object]]:
    """Return the rows of the summary by the name of the file they are about."""
    sheet: Worksheet = whole["汇总"]
    headings = [cell.value for cell in sheet[4]]
    rows = (dict(zip(headings, row, strict=True)) for row in sheet.iter_rows(5, values_only=True))
    return {str(row["来源文件"]): row for row in rows if row["来源文件"]}


def assert_totals(whole: Workbook, reviews: list[Review]) -> None:
    rows = summary(whole)
    for review in reviews:
        row, scores = rows[Path(review.report.source).name], review.scores()
        assert row["总分"] == pytest.approx(scores.given, abs=1e-9)
        assert row["应得分"] == pytest.approx(scores.possible, abs=1e-9)
        assert row["得分率"] == pytest.approx(scores.percent / 100, abs=1e-9)
        assert row["等次"] == scores.grade
        groups = [row[f"{group.id} {group.name}"] for group in review.checklist.groups]
        assert groups == [pytest.approx(group.given, abs=1e-9) for group in scores.groups]
        counted = (row["弱"], row["缺"], row["无法判定"])
        assert counted == (scores.weak, scores.missing, scores.undetermined)
        better = sum(other.scores().percent > scores.percent + 1e-9 for other in reviews)
        assert row["名次"] == 1 + better


@pytest.mark.parametrize("most_sheets", [250, 0])
def test_every_figure_equals_the_program_s(
    reviews: list[Review],
    recalculated: Recalculated,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    most_sheets: int,
) -> None:
    monkeypatch.setattr(book, "MOST_SHEETS", most_sheets)
    reviews[0].decide("A02", points=0.5)
    reviews[1].decide("A03", not_applicable=True)
    reviews[2].decide("B05", ignored="附件已有说明")
    write_workbook(reviews, tmp_path / "评分.xlsx")
    whole = recalculated(tmp_path / "评分.xlsx")
    assert errors_in(whole) == []
    assert_totals(whole, reviews)


def test_a_score_and_a_verdict_changed_in_the_sheet_are_followed_everywhere(
    reviews: list[Review], recalculated: Recalculated, tmp_path: Path
) -> None:
    path = tmp_path / "评分.xlsx"
    write_workbook(reviews[:3], path)
    edited = load_workbook(path)
    review = reviews[0]
    sheet = edited[review.outline.front.unit.value]  # type: ignore[union-attr]
    worth = review.checklist.elements[0].points
    sheet["F5"].value, sheet["D5"].value = 0, "缺"
    edited.save(path)
    before, row = review.scores(), summary(recalculated(path))[Path(review.report.source).name]
    lost = worth if review.verdict("A01").value == "present" else worth / 2
    assert row["总分"] == pytest.approx(before.given - lost)
    assert row["缺"] == before.missing + 1


def test_nasty_names_and_texts_come_through_as_text(
    make_review: MakeReview, recalculated: Recalculated, tmp_path: Path
) -> None:
    made = [make_review(unit=name, quote=name, reason=name) for name in NASTY]
    for review, comment in zip(made, NASTY, strict=True):
        review.decide("A01", comment=comment, by=comment[:20])
    path = tmp_path / "评分.xlsx"
    write_workbook(made, path)
    whole = recalculated(path)
    assert errors_in(whole) == []
    units = [row[1] for row in whole["汇总"].iter_rows(5, 4 + len(made), values_only=True)]
    shown = [unit if isinstance(unit, str) else f"{unit}" for unit in units]
    assert [name[:10] for name in shown] == [
        *("=1+1", "+86", "-5", "@SUM(A1)", "甲乙", "长" * 10, "😀𠮷镇", "a:b/c?d*e["),
        *("'引号'", "History", "\u202e右向左", "青溪镇", "青溪镇"),
    ]
