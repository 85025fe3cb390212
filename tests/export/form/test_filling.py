from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.export.form.filling import fill_form, read_form
from reviewer.review import Review
from reviewer.support.errors import ExportError

MakeForm = Callable[..., Path]
MakeReview = Callable[..., Review]


def filled(path: Path, *reviews: Review) -> Workbook:
    form = read_form(path, reviews[0].checklist)
    assert form is not None
    return load_workbook(io.BytesIO(fill_form(form, reviews)))


def values(sheet: Worksheet) -> list[list[object]]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def test_a_workbook_without_placeholders_is_no_form(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    assert read_form(make_form({"A1": "单位"}), make_review().checklist) is None


def test_a_form_of_one_report_is_filled_where_it_stands(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    path = make_form(
        {
            "A1": "{{单位}}{{年度}}年度评分表",
            "B2": "{{总分}}",
            "B3": "{{A01.得分}}",
            "C3": "{{ a02 . 意见 }}",
            "D3": "{{B．小计}}",
            "A4": "不变",
        }
    )
    sheet = filled(path, make_review()).active
    assert values(sheet) == [
        ["青溪镇2025年度评分表", None, None, None],
        [None, 3.5, None, None],
        [None, 2, "没有写明次数。", 0],
        ["不变", None, None, None],
    ]


def test_a_comment_of_the_reviewer_counts_more_than_the_reasons(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    review = make_review()
    review.decide("A02", comment="=请补充次数")
    sheet = filled(make_form({"A1": "{{A02.意见}}"}), review).active
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=请补充次数", "s")


def test_a_row_is_repeated_for_every_report_and_what_is_below_moves(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    path = make_form(
        {
            "A1": "单位",
            "A2": "{{报告.单位}}",
            "B2": "{{报告.总分}}",
            "C2": "=B2*2",
            "A3": "合计",
            "B3": "=SUM(B2:B2)",
            "A4": "{{评查人}}、{{年度}}年",
        }
    )
    two = make_review(unit="柳坪乡")
    two.decide("A01", points=1.0, by="李四")
    sheet = filled(path, make_review(), two).active
    assert values(sheet) == [
        ["单位", None, None],
        ["青溪镇", 3.5, "=B2*2"],
        ["柳坪乡", 2.5, "=B3*2"],
        ["合计", "=SUM(B2:B3)", None],
        ["李四、2025年", None, None],
    ]


def test_a_row_is_repeated_for_every_element(make_form: MakeForm, make_review: MakeReview) -> None:
    path = make_form({"A1": "{{要素.编号}}", "B1": "{{要素.标记}}", "C1": "{{要素.扣分}}"})
    assert values(filled(path, make_review()).active) == [
        ["A01", "有", 0],
        ["A02", "弱", 1.5],
        ["B01", "缺", 4],
        ["B02", "—", None],
    ]


def test_a_row_may_be_repeated_for_every_element_of_every_report(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    path = make_form({"A1": "{{报告.单位}}", "B1": "{{要素.编号}}"})
    sheet = filled(path, make_review(), make_review(unit="柳坪乡")).active
    assert [row[0] for row in values(sheet)] == ["青溪镇"] * 4 + ["柳坪乡"] * 4


def test_formats_merged_cells_rules_pictures_and_charts_stay_and_follow(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    def dress(book: Workbook) -> None:
        sheet = book.active
        sheet["A2"].font = Font(name="仿宋", size=16, bold=True)
        sheet.row_dimensions[2].height = 33
        sheet.merge_cells("B2:C2")
        sheet.merge_cells("A3:B4")
        sheet.conditional_formatting.add("D2:D2", CellIsRule(operator="lessThan", formula=["60"]))
        validation = DataValidation(type="whole")
        validation.add("D3")
        sheet.add_data_validation(validation)
        sheet.print_area = "A1:D4"
        sheet.print_title_rows = "1:1"
        sheet.page_setup.orientation = "landscape"
        sheet.add_image(Image(io.BytesIO(_PNG)), "A6")
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=4, min_row=2))
        sheet.add_chart(chart, "C8")
        book.create_sheet("另表")["A1"] = "=表!D3"

    path = make_form({"A2": "{{报告.单位}}", "D2": "{{报告.总分}}", "D3": "=SUM(D2:D2)"}, dress)
    book = filled(path, make_review(), make_review(), make_review())
    sheet = book["表"]
    assert [sheet[f"A{row}"].font.name for row in (2, 3, 4)] == ["仿宋"] * 3
    assert [sheet.row_dimensions[row].height for row in (2, 3, 4)] == [33] * 3
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert merged == {"B2:C2", "B3:C3", "B4:C4", "A5:B6"}
    assert [str(area.sqref) for area in sheet.conditional_formatting] == ["D2:D4"]
    assert str(sheet.data_validations.dataValidation[0].sqref) == "D5"
    assert sheet.print_area == "'表'!$A$1:$D$6"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet._images[0].anchor._from.row + 1 == 8
    assert sheet._charts[0].anchor._from.row + 1 == 10
    assert sheet._charts[0].series[0].val.numRef.f == "'表'!$D$2:$D$4"
    assert book["另表"]["A1"].value == "=表!D5"


def test_a_placeholder_that_names_nothing_is_said_with_its_cell(
    make_form: MakeForm, make_review: MakeReview
) -> None:
    with pytest.raises(ExportError) as caught:
        read_form(make_form({"B3": "{{单位名}}"}), make_review().checklist)
    assert caught.value.code == "form-unknown-field"
    assert caught.value.details == {"field": "{{单位名}}", "cell": "表!B3"}


def test_equal_shares_have_the_same_rank(make_form: MakeForm, make_review: MakeReview) -> None:
    path = make_form({"A1": "{{报告.名次}}"})
    good = make_review()
    good.decide("A02", points=3.0)
    sheet = filled(path, make_review(), good, make_review()).active
    assert values(sheet) == [[2], [1], [2]]


_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
