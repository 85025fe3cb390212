from __future__ import annotations

from collections.abc import Callable

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from reviewer.checklist import Verdict
from reviewer.review import Review

MakeReview = Callable[..., Review]
Written = Callable[..., Workbook]


def row(sheet: Worksheet, number: int) -> list[object]:
    return [cell.value for cell in sheet[number]]


def test_there_is_a_row_per_element(make_review: MakeReview, written: Written) -> None:
    review = make_review()
    review.decide("A02", points=3.0, comment="=已补充", verdict=Verdict.PRESENT)
    sheet = written(review)["青溪镇"]
    quote, section = "全年开展法治宣传12场次。", "一、主要举措和成效"
    assert row(sheet, 4) == [
        *("编号", "要素", "分值", "结论", "建议分", "评分", "改判", "理由", "意见"),
        *("原文摘录", "所在位置", "应在位置", "依据", "部分"),
    ]
    assert row(sheet, 5) == [
        *("A01", "要素A1", 2, "有", 2, 2, None, None, None, quote, section),
        *("成效部分", "规定", "A"),
    ]
    assert row(sheet, 6)[:9] == [
        *("A02", "要素A2", 3, "有", 1.5, 3, "原判：弱"),
        *("经评查人员审阅，判为“有”。\n理由见“意见”。", "=已补充"),
    ]
    assert sheet["I6"].data_type == "s"
    assert row(sheet, 7)[3:8] == ["缺", 0, 0, None, "没有写明次数。"]
    assert sheet["K7"].value == "应在：成效部分"
    assert row(sheet, 8)[3:6] == ["无法判定", None, None]


def test_a_changed_score_is_marked_where_the_verdict_stands(
    make_review: MakeReview, written: Written
) -> None:
    review = make_review()
    review.decide("A01", points=1.5)
    assert written(review)["青溪镇"]["G5"].value == "改分"


def test_totals_are_formulas_over_the_given_scores(
    make_review: MakeReview, written: Written
) -> None:
    sheet = written(make_review())["青溪镇"]
    given, points, verdicts, groups = "$F$5:$F$8", "$C$5:$C$8", "$D$5:$D$8", "$N$5:$N$8"
    assert sheet["F9"].value == f'=SUMIFS({given},{groups},"A")'
    assert sheet["C10"].value == (
        f'=SUMPRODUCT(({groups}="B")*{points})'
        f'-SUMPRODUCT(({groups}="B")*(({verdicts}="无法判定")+({verdicts}="不适用"))*({given}="")*{points})'
    )
    assert (sheet["C11"].value, sheet["F11"].value) == ("=SUM(C9:C10)", "=SUM(F9:F10)")
    assert sheet["H11"].value == "=IF(C11=0,0,F11/C11)"
    assert sheet["I11"].value == (
        '=IF(ROUND($H$11*100,6)>=90,"优秀",IF(ROUND($H$11*100,6)>=75,"良好",'
        'IF(ROUND($H$11*100,6)>=60,"一般","较差")))'
    )


def test_verdicts_are_coloured_and_scores_checked(
    make_review: MakeReview, written: Written
) -> None:
    sheet = written(make_review())["青溪镇"]
    ruled = {str(area.sqref): area.rules for area in sheet.conditional_formatting}
    assert [rule.formula for rule in ruled["D5:D8"]] == [['"弱"'], ['"缺"'], ['"无法判定"']]
    scores, verdicts = sheet.data_validations.dataValidation
    assert (str(scores.sqref), scores.type) == ("F5:F8", "custom")
    assert verdicts.formula1 == '"有,弱,缺,无法判定,不适用"'


def test_a_long_quote_loses_its_middle_and_its_row_stays_printable(
    make_review: MakeReview, written: Written
) -> None:
    sheet = written(make_review(quote="始" + "中" * 5000 + "终", reason="理由" * 20_000))["青溪镇"]
    quote = sheet["J5"].value
    assert quote.startswith("始")
    assert quote.endswith("终")
    assert " …… " in quote
    assert len(sheet["H6"].value) == 32_767
    assert all(dimension.height <= 409 for dimension in sheet.row_dimensions.values())


def test_what_stands_in_the_checklist_is_on_the_sheet_but_not_printed(
    make_review: MakeReview, written: Written
) -> None:
    sheet = written(make_review())["青溪镇"]
    assert sheet.print_area == "'青溪镇'!$A$1:$K$11"
    assert [sheet[f"{letter}4"].value for letter in "LM"] == ["应在位置", "依据"]
    assert sheet.column_dimensions["N"].hidden


def test_what_does_not_apply_leaves_the_possible_points(
    make_review: MakeReview, written: Written
) -> None:
    review = make_review()
    review.decide("B01", not_applicable=True)
    assert row(written(review)["青溪镇"], 7)[3:7] == ["不适用", 0, None, "原判：缺"]
