"""What a person says of the outline, and how outline and front matter follow."""

from __future__ import annotations

import datetime

import pytest

from reviewer.outline import (
    Continuation,
    Corrections,
    FieldValue,
    FrontField,
    FrontValue,
    HeadingLevel,
    Lexicon,
    Outline,
    SectionPart,
    build_outline,
)
from reviewer.readers import text_report
from reviewer.report import Anchor, Report, Span

LINES = (
    "松坪镇2024年法治政府建设情况报告",
    "县委、县政府：",
    "2024年，我镇推进法治政府建设，现报告如下：",
    "一、主要举措和成效",
    "（一）抓实理论学习，筑牢思想根基。",
    "依托周一例会和主题党日，全年组织学习11次，覆盖干部96人，形成了人人参与的良好局面。",
    "（二）完善决策程序，提高决策质量。",
    "修订议事规则，对14份合同和3项重大事项进行审查，采纳法律顾问意见9条，没有发生决策失误。",
    "队伍建设方面。选派3名骨干到县局跟班学习，全年轮训执法人员24人次，考核结果与评先挂钩。",
    "二、存在的不足",
    "执法人员平均年龄偏大，取得资格的只有5人，难以满足下放事项增加以后的实际需要。",
    "松坪镇人民政府",
    "2025年1月10日",
)
REPORT = text_report("\n".join(LINES), "made.txt")


def at(words: str, report: Report = REPORT) -> Anchor:
    start = report.text.index(words)
    return Anchor.of(report.text, Span(start, start + len(words)))


def shape(outline: Outline) -> list[tuple[int, str]]:
    return [(section.level, section.title) for section, _ in outline.walk()]


FOUND = [
    (1, "主要举措和成效"),
    (2, "抓实理论学习，筑牢思想根基"),
    (2, "完善决策程序，提高决策质量"),
    (1, "存在的不足"),
]


def test_without_corrections_the_outline_is_the_machines(lexicon: Lexicon) -> None:
    outline = build_outline(REPORT, lexicon)
    assert shape(outline) == FOUND
    assert not any(section.corrected for section, _ in outline.walk())


def test_a_heading_gets_the_level_a_person_gave_it(lexicon: Lexicon) -> None:
    raised = HeadingLevel(at("（二）完善决策程序"), 1)
    outline = build_outline(REPORT, lexicon, Corrections((raised,)))
    assert [level for level, _ in shape(outline)] == [1, 2, 1, 1]
    second = outline.sections[1]
    assert (second.number, second.corrected, second.recovered) == ("（二）", True, False)
    assert "队伍建设方面" in second.span.of(REPORT.text)


def test_what_stood_under_a_heading_that_is_none_goes_to_the_one_before(lexicon: Lexicon) -> None:
    none = HeadingLevel(at("（二）完善决策程序"), None)
    outline = build_outline(REPORT, lexicon, Corrections((none,)))
    assert shape(outline) == [FOUND[0], FOUND[1], FOUND[3]]
    assert "没有发生决策失误" in outline.sections[0].children[0].span.of(REPORT.text)


def test_the_first_sentence_of_a_marked_line_is_its_heading(lexicon: Lexicon) -> None:
    marked = HeadingLevel(at(LINES[8]), 2)
    outline = build_outline(REPORT, lexicon, Corrections((marked,)))
    made = outline.sections[0].children[2]
    assert (made.title, made.number, made.level) == ("队伍建设方面", None, 2)
    assert made.corrected
    assert not made.recovered
    assert made.span.of(REPORT.text) == LINES[8]


def test_marked_words_inside_a_line_are_the_heading_as_they_are(lexicon: Lexicon) -> None:
    marked = HeadingLevel(at("全年轮训执法人员24人次，"), 3)
    outline = build_outline(REPORT, lexicon, Corrections((marked,)))
    made = outline.sections[0].children[1].children[0]
    assert (made.level, made.title) == (3, "全年轮训执法人员24人次")
    assert made.span.of(REPORT.text).endswith("考核结果与评先挂钩。")


def test_a_number_in_marked_words_is_no_part_of_the_title(lexicon: Lexicon) -> None:
    report = text_report("\n".join((*LINES[:6], "其他 3、结对共建。互访4次。", *LINES[9:])), "a")
    marked = HeadingLevel(at("3、结对共建", report), 2)
    outline = build_outline(report, lexicon, Corrections((marked,)))
    made = outline.sections[0].children[-1]
    assert (made.number, made.title) == ("3、", "结对共建")


def test_a_heading_can_be_marked_beyond_the_body(lexicon: Lexicon) -> None:
    marked = HeadingLevel(at(["松坪镇人民政府", "2025"][0]), 1)
    last = HeadingLevel(Anchor.of(REPORT.text, Span(REPORT.text.rindex("松坪镇"), 10_000)), 1)
    assert marked != last
    outline = build_outline(REPORT, lexicon, Corrections((last,)))
    assert outline.sections[-1].title == "松坪镇人民政府"
    assert outline.sections[-1].span.end >= outline.sections[-1].heading.end


def test_of_two_words_on_one_heading_the_later_counts(lexicon: Lexicon) -> None:
    one, two = HeadingLevel(at("（二）完善"), 1), HeadingLevel(at("（二）完善决策程序"), 3)
    outline = build_outline(REPORT, lexicon, Corrections((one, two)))
    assert shape(outline)[2][0] == 3


def test_a_heading_broken_over_two_lines_is_joined(lexicon: Lexicon) -> None:
    broken = (*LINES[:6], "（二）完善决策程序", "提高决策质量。", *LINES[7:])
    report = text_report("\n".join(broken), "made.txt")
    joined = Corrections(continuations=(Continuation(at("提高决策质量。", report)),))
    outline = build_outline(report, lexicon, joined)
    assert outline.sections[0].children[1].title == "完善决策程序提高决策质量"
    assert [join.of(report.text) for join in outline.joins] == ["\n"]


def test_a_line_that_goes_on_is_no_heading(lexicon: Lexicon) -> None:
    report = text_report("\n".join((*LINES[:8], "（三）和（四）项见下。", *LINES[8:])), "made.txt")
    goes_on = Continuation(at("（三）和（四）项见下。", report))
    outline = build_outline(report, lexicon, Corrections(continuations=(goes_on,)))
    assert shape(outline) == FOUND


def test_the_first_line_cannot_go_on_with_anything(lexicon: Lexicon) -> None:
    goes_on = Corrections(continuations=(Continuation(at(LINES[0])),))
    assert build_outline(REPORT, lexicon, goes_on) == build_outline(REPORT, lexicon)


def test_a_section_keeps_the_part_a_person_put_it_into(lexicon: Lexicon) -> None:
    said = SectionPart(at("（二）完善决策程序"), "shortcomings")
    outline = build_outline(REPORT, lexicon, Corrections(parts=(said,)))
    assert [section.part for section, _ in outline.walk()] == [None, None, "shortcomings", None]


@pytest.mark.parametrize(
    ("field", "value", "printed"),
    [
        (FrontField.TITLE, "松坪镇年度报告", None),
        (FrontField.UNIT, "松坪", "松坪"),
        (FrontField.YEAR, 2025, "2025"),
        (FrontField.DATE, datetime.date(2025, 3, 9), None),
        (FrontField.SIGNED, "松坪镇人民政府", "松坪镇人民政府"),
        (FrontField.ADDRESSEE, "县委", "县委"),
        (FrontField.YEAR, None, None),
        (FrontField.DATE, None, None),
        (FrontField.TITLE, "", None),
    ],
)
def test_a_field_of_the_front_matter_has_the_value_a_person_gave_it(
    lexicon: Lexicon, field: FrontField, value: FrontValue, printed: str | None
) -> None:
    front = build_outline(REPORT, lexicon, Corrections(fields=(FieldValue(field, value),))).front
    name = "signature_date" if field is FrontField.DATE else field.value
    located = getattr(front, name)
    assert (located.value if located else None) == (value or None)
    if printed:
        assert located.span.of(REPORT.text) == printed


def test_corrections_find_their_places_in_a_corrected_report(lexicon: Lexicon) -> None:
    said = Corrections(
        (HeadingLevel(at("（二）完善决策程序，提高决策质量"), 1), HeadingLevel(at(LINES[8]), 2))
    )
    newer = "\n".join((*LINES[:4], "（〇）新增的一节。", "新增工作4项。", *LINES[4:]))
    newer = newer.replace("轮训执法人员24人次", "轮训执法人员26人次")
    outline = build_outline(text_report(newer, "made.txt"), lexicon, said)
    assert (1, "完善决策程序，提高决策质量") in shape(outline)
    assert any(title.startswith("队伍建设方面") for _, title in shape(outline))


def test_a_correction_whose_place_is_gone_changes_nothing(lexicon: Lexicon) -> None:
    gone = Anchor("这一段早已删去不见了", "前面的话也没有了", "后面的话也没有了", 40)
    said = Corrections(
        (HeadingLevel(gone, 1),), (Continuation(gone),), (SectionPart(gone, "plan"),)
    )
    assert build_outline(REPORT, lexicon, said) == build_outline(REPORT, lexicon)
