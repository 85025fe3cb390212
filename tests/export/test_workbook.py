from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.checklist import Verdict
from reviewer.export import workbook
from reviewer.export.workbook import write_workbook
from reviewer.review import Review
from reviewer.support.errors import ExportError

MakeReview = Callable[..., Review]


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Workbook]:
    def write(*reviews: Review, language: str = "zh") -> Workbook:
        target = tmp_path / "评分.xlsx"
        write_workbook(reviews, target, language=language)
        return load_workbook(target)

    return write


def row(sheet: Worksheet, number: int) -> list[object]:
    return [cell.value for cell in sheet[number]]


def test_there_is_a_summary_a_sheet_per_report_and_a_list_of_problems(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    reviews = [make_review(), make_review(), make_review(unit=None), make_review(unit="问题清单")]
    book = written(*reviews)
    assert book.sheetnames == [
        *("汇总", "青溪镇", "青溪镇 (2)", "未识别单位", "问题清单 (2)", "问题清单"),
    ]


def test_a_report_sheet_has_a_row_per_element(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    review = make_review()
    review.decide("A02", points=3.0, comment="=已补充", verdict=Verdict.PRESENT)
    sheet = written(review)["青溪镇"]
    quote = "全年开展法治宣传12场次。"
    section = "一、主要举措和成效"
    assert row(sheet, 4)[:6] == ["编号", "要素", "分值", "结论", "建议分", "评分"]
    assert row(sheet, 5)[:10] == ["A01", "要素A1", 2, "有", 2, 2, None, None, quote, section]
    said = ["没有写明次数。", "=已补充", quote, section]
    assert row(sheet, 6)[:10] == ["A02", "要素A2", 3, "有", 1.5, 3, *said]
    assert sheet["H6"].data_type == "s"
    assert row(sheet, 7)[3:7] == ["缺", 0, 0, "没有写明次数。"]
    assert row(sheet, 7)[9] == "应在：成效部分"
    assert row(sheet, 8)[3:6] == ["无法判定", None, None]


def test_totals_are_formulas_over_the_given_scores(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    sheet = written(make_review())["青溪镇"]
    given, points, verdicts, groups = "$F$5:$F$8", "$C$5:$C$8", "$D$5:$D$8", "$K$5:$K$8"
    assert sheet["F9"].value == f'=SUMIFS({given},{groups},"A")'
    assert sheet["C10"].value == (
        f'=SUMPRODUCT(({groups}="B")*{points})'
        f'-SUMPRODUCT(({groups}="B")*({verdicts}="无法判定")*({given}="")*{points})'
    )
    assert (sheet["C11"].value, sheet["F11"].value) == ("=SUM(C9:C10)", "=SUM(F9:F10)")
    assert sheet["G11"].value == "=IF(C11=0,0,F11/C11)"
    assert sheet["H11"].value == (
        '=IF(ROUND($G$11*100,6)>=90,"优秀",IF(ROUND($G$11*100,6)>=75,"良好",'
        'IF(ROUND($G$11*100,6)>=60,"一般","较差")))'
    )


def test_the_summary_points_at_the_report_sheets(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    review = make_review(unit="O'Neil镇")
    review.decide("A01", points=1.0, by="李四")
    sheet = written(review)["汇总"]
    place = "'O''Neil镇'!"
    assert row(sheet, 5) == [
        *(1, "O'Neil镇", 2025, "2026-02-09", f"={place}$F$9", f"={place}$F$10"),
        *(f"={place}$F$11", f"={place}$C$11", f"={place}$G$11", f"={place}$H$11"),
        *(f'=COUNTIF({place}$D$5:$D$8,"{word}")' for word in ("弱", "缺", "无法判定")),
        *("李四", "青溪镇.txt"),
    ]
    assert sheet["B5"].hyperlink.location == f"{place}A1"


def test_the_problems_are_all_weak_and_missing_elements(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    changed = make_review(unit="柳坪乡")
    changed.decide("A02", verdict=Verdict.PRESENT)
    sheet = written(make_review(), changed)["问题清单"]
    listed = [row(sheet, number)[1:6] for number in range(4, sheet.max_row + 1)]
    assert listed == [
        ["青溪镇", 2025, "A02", "要素A2", "弱"],
        ["青溪镇", 2025, "B01", "要素B1", "缺"],
        ["柳坪乡", 2025, "B01", "要素B1", "缺"],
    ]


def test_a_faultless_report_has_an_empty_list_that_says_so(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    sheet = written(make_review(["present"] * 4))["问题清单"]
    assert sheet["A2"].value == "没有判为弱或缺的要素。"
    assert sheet.max_row == 3


def test_every_sheet_is_ready_to_print_and_to_filter(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    for sheet in written(make_review()):
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A4
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert "&P" in sheet.oddFooter.center.text
        assert sheet.freeze_panes.startswith("C")
        assert sheet.auto_filter.ref


def test_verdicts_are_coloured_and_scores_checked(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    sheet = written(make_review())["青溪镇"]
    ruled = {str(area.sqref): area.rules for area in sheet.conditional_formatting}
    assert [rule.formula for rule in ruled["D5:D8"]] == [['"弱"'], ['"缺"'], ['"无法判定"']]
    scores, verdicts = sheet.data_validations.dataValidation
    assert (str(scores.sqref), scores.type) == ("F5:F8", "custom")
    assert verdicts.formula1 == '"有,弱,缺,无法判定"'


def test_a_long_quote_loses_its_middle_and_its_row_stays_printable(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    sheet = written(make_review(quote="始" + "中" * 5000 + "终", reason="理由" * 20_000))["青溪镇"]
    quote = sheet["I5"].value
    assert quote.startswith("始")
    assert quote.endswith("终")
    assert " …… " in quote
    assert len(sheet["G6"].value) == 32_767
    assert all(dimension.height <= 409 for dimension in sheet.row_dimensions.values())


def test_the_workbook_speaks_english_when_asked(
    make_review: MakeReview, written: Callable[..., Workbook]
) -> None:
    book = written(make_review(), language="en")
    assert book.sheetnames == ["Summary", "青溪镇", "Problems"]
    assert book["青溪镇"]["D6"].value == "weak"


def failure_of(target: Path, review: Review) -> ExportError:
    with pytest.raises(ExportError) as caught:
        write_workbook([review], target)
    return caught.value


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.EACCES, "export-locked"),
        (errno.ENOSPC, "export-disk-full"),
        (errno.ENOENT, "export-no-folder"),
        (errno.EIO, "export-failed"),
    ],
)
def test_a_failed_write_is_said_and_another_name_proposed(
    make_review: MakeReview,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
) -> None:
    target = tmp_path / "评分.xlsx"
    target.write_bytes(b"old")

    def fail(*arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(workbook, "replace_file", fail)
    error = failure_of(target, make_review())
    assert error.code == code
    suggestion = error.details["suggestion"]
    assert isinstance(suggestion, Path)
    assert not suggestion.exists()
    assert target.read_bytes() == b"old"


def test_a_locked_sheet_is_offered_a_name_beside_it(
    make_review: MakeReview, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "评分.xlsx"
    target.touch()

    def locked(*arguments: object) -> None:
        raise PermissionError(errno.EACCES, "denied")

    monkeypatch.setattr(workbook, "replace_file", locked)
    assert failure_of(target, make_review()).details["suggestion"] == tmp_path / "评分 (2).xlsx"


def test_a_missing_folder_is_said(make_review: MakeReview, tmp_path: Path) -> None:
    assert failure_of(tmp_path / "none" / "a.xlsx", make_review()).code == "export-no-folder"


def test_a_name_without_the_ending_is_refused(make_review: MakeReview, tmp_path: Path) -> None:
    error = failure_of(tmp_path / "a.xls", make_review())
    assert (error.code, error.details["suggestion"]) == ("export-not-xlsx", tmp_path / "a.xls.xlsx")


def test_nothing_to_export_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="export-nothing"):
        write_workbook([], tmp_path / "a.xlsx")
