from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.workbook import book, write_workbook
from reviewer.review import Review
from reviewer.support.errors import ExportError

MakeReview = Callable[..., Review]
Written = Callable[..., Workbook]


def test_the_sheets_stand_in_the_order_they_are_read(
    make_review: MakeReview, written: Written
) -> None:
    reviews = [make_review(), make_review(), make_review(unit=None), make_review(unit="问题清单")]
    assert written(*reviews).sheetnames == [
        *("汇总", "要素矩阵", "青溪镇", "青溪镇 (2)", "未识别单位", "问题清单 (2)"),
        *("问题清单", "数据台账", "评查日志", "说明"),
    ]


def test_very_many_reports_have_their_scores_on_one_sheet(
    make_review: MakeReview, written: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(book, "MOST_SHEETS", 1)
    names = written(make_review(), make_review()).sheetnames
    assert names == ["汇总", "要素矩阵", "得分表", "问题清单", "数据台账", "评查日志", "说明"]


def printed_at(sheet: Worksheet) -> float:
    """Return how much a sheet is made smaller to fit the width of its page."""
    area = sheet.print_area.rpartition("!")[2]
    last = range_boundaries(area)[2] if area else sheet.max_column
    letters = map(get_column_letter, range(1, last + 1))
    dots = sum(sheet.column_dimensions[letter].width * 7 + 5 for letter in letters)
    page = 16.5 if str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A3 else 11.7
    margins = sheet.page_margins.left + sheet.page_margins.right
    return (page - margins) * 96 / dots


@pytest.mark.parametrize("most_sheets", [1, 250])
def test_print_is_large_enough_to_be_read(
    make_review: MakeReview,
    written: Written,
    monkeypatch: pytest.MonkeyPatch,
    most_sheets: int,
) -> None:
    monkeypatch.setattr(book, "MOST_SHEETS", most_sheets)
    sizes = {sheet.title: printed_at(sheet) for sheet in written(make_review(), make_review())}
    assert {title: size for title, size in sizes.items() if size < 0.7} == {}


def test_every_sheet_is_ready_to_print(make_review: MakeReview, written: Written) -> None:
    for sheet in written(make_review()):
        large = sheet.title == "要素矩阵"
        paper = sheet.PAPERSIZE_A3 if large else sheet.PAPERSIZE_A4
        assert sheet.page_setup.orientation == "landscape"
        assert str(sheet.page_setup.paperSize) == paper
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert "&P" in sheet.oddFooter.center.text


def test_long_sheets_keep_their_headings_in_sight(
    make_review: MakeReview, written: Written
) -> None:
    whole = written(make_review())
    for name in ("汇总", "青溪镇", "问题清单", "评查日志"):
        assert whole[name].freeze_panes.startswith("C")
        assert whole[name].auto_filter.ref


def test_the_workbook_speaks_english_when_asked(make_review: MakeReview, written: Written) -> None:
    whole = written(make_review(), language="en")
    assert whole.sheetnames == [
        "Summary",
        "Matrix",
        "青溪镇",
        "Problems",
        "Figures",
        "Log",
        "About",
    ]
    assert whole["青溪镇"]["D6"].value == "weak"


def test_the_figures_are_worked_out_by_whatever_opens_the_file(
    make_review: MakeReview, written: Written
) -> None:
    assert written(make_review()).calculation.fullCalcOnLoad


def test_a_name_without_the_ending_is_refused(make_review: MakeReview, tmp_path: Path) -> None:
    with pytest.raises(ExportError) as caught:
        write_workbook([make_review()], tmp_path / "a.xls")
    assert caught.value.code == "export-wrong-suffix"
    assert caught.value.details["suggestion"] == tmp_path / "a.xls.xlsx"


def test_nothing_to_export_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="export-nothing"):
        write_workbook([], tmp_path / "a.xlsx")
