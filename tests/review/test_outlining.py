"""Outline corrections in a review: the outline, the parts, verdicts and scores follow."""

from __future__ import annotations

import pytest

from reviewer.checklist import Verdict
from reviewer.outline import FieldValue, FrontField, SectionPart
from reviewer.readers import text_report
from reviewer.report import Section, Span
from reviewer.review import Command, Pipeline, Review
from reviewer.review import outlining as outlined

TEXT = """\
松坪镇人民政府关于2024年度法治政府建设情况的报告
县委、县政府：
2024年，我镇推进法治政府建设，现报告如下：
一、主要举措和成效
（一）查找薄弱之处
取得执法资格的，上年只有5人，今年8人，由于编制紧张，请县里代管3项。双坑村补齐台账4项。
（二）抓实理论学习。
依托周一例会和主题党日，全年组织学习11次，覆盖干部96人。
二、党政主要负责人履职情况
镇党委书记主持召开党委会4次，专题听取法治工作汇报。
下一年度主要安排
2025年，由司法所牵头，6月底前举办执法培训2次。每季度开展案卷评查1次。
松坪镇人民政府
2025年1月10日
"""


@pytest.fixture
def review(pipeline: Pipeline) -> Review:
    return pipeline.review(text_report(TEXT, "made.txt"))


def section(review: Review, title: str) -> Section:
    return next(found for found, _ in review.outline.walk() if title in found.title)


def do(review: Review, command: Command | None) -> None:
    assert command is not None
    before = dict(review.rulings), review.outline, review.findings
    assert review.history.do(command) is not None
    after = dict(review.rulings), review.outline, review.findings
    review.undo()
    assert (dict(review.rulings), review.outline, review.findings) == before
    review.redo()
    assert (dict(review.rulings), review.outline, review.findings) == after


def test_a_section_put_into_a_part_is_judged_as_that_part(review: Review) -> None:
    before = review.scores().given
    assert review.verdict("B03") is Verdict.MISSING
    do(review, outlined.put_into(review, section(review, "查找薄弱"), "shortcomings"))
    assert review.verdict("B03") is Verdict.PRESENT
    assert review.verdict("B04") is Verdict.PRESENT
    assert review.scores().given > before
    review.undo()
    assert review.verdict("B03") is Verdict.MISSING


def test_a_heading_gets_another_level_and_the_machine_s_again(review: Review) -> None:
    machine, heading = review.outline, section(review, "查找薄弱").heading
    do(review, outlined.set_level(review, heading, 1))
    assert section(review, "查找薄弱").level == 1
    do(review, outlined.set_level(review, heading, 3))
    assert section(review, "查找薄弱").level == 3
    assert len(review.rulings) == 1
    do(review, outlined.set_level(review, heading, 2))
    assert review.outline == machine
    assert review.rulings == {}


def test_a_run_in_heading_taken_away_and_made_again_leaves_one_ruling(review: Review) -> None:
    heading = section(review, "抓实理论").heading
    do(review, outlined.unmark(review, section(review, "抓实理论")))
    do(review, outlined.set_level(review, Span(heading.start, heading.start), 3))
    assert section(review, "抓实理论").level == 3
    assert len(review.rulings) == 1


def test_a_marked_line_opens_the_part_it_names(review: Review) -> None:
    do(review, outlined.unmark(review, section(review, "下一年度")))
    assert review.verdict("D01") is not Verdict.PRESENT
    line = words(review, "下一年度主要安排")
    do(review, outlined.set_level(review, line, 1))
    assert section(review, "下一年度").level == 1
    assert review.verdict("D01") is Verdict.PRESENT


def test_a_line_that_runs_on_is_marked_by_its_first_sentence(review: Review) -> None:
    place = TEXT.index("依托周一")
    do(review, outlined.mark(review, Span(place, place), 2))
    made = section(review, "依托周一")
    assert made.title == "依托周一例会和主题党日，全年组织学习11次，覆盖干部96人"
    assert outlined.mark(review, Span(place, place), 2) is None
    do(review, outlined.unmark(review, made))
    assert review.rulings == {}


def test_a_heading_taken_away_is_plain_text(review: Review) -> None:
    do(review, outlined.unmark(review, section(review, "抓实理论")))
    assert not any("抓实理论" in found.title for found, _ in review.outline.walk())


def test_a_line_is_joined_with_the_one_before(review: Review) -> None:
    do(review, outlined.join_previous(review, TEXT.index("取得执法资格")))
    assert "只有5人" in section(review, "查找薄弱").title
    assert outlined.join_previous(review, 0) is None


@pytest.mark.parametrize("where", ["取得执法资格", "查找薄弱"])
def test_a_joined_line_is_parted_again_from_itself_or_from_the_line_it_joined(
    review: Review, where: str
) -> None:
    do(review, outlined.join_previous(review, TEXT.index("取得执法资格")))
    review.decide("A02", comment="另有一项裁定")
    do(review, outlined.part_from_previous(review, TEXT.index(where)))
    assert section(review, "查找薄弱").title == "查找薄弱之处"
    assert review.decision("A02").comment == "另有一项裁定"


def test_a_line_that_nobody_joined_is_not_parted(review: Review) -> None:
    do(review, outlined.join_previous(review, TEXT.index("取得执法资格")))
    assert outlined.part_from_previous(review, TEXT.index("县委、县政府")) is None


def test_a_section_whose_heading_grew_is_put_into_one_part_only(review: Review) -> None:
    do(review, outlined.put_into(review, section(review, "查找薄弱"), "shortcomings"))
    do(review, outlined.join_previous(review, TEXT.index("取得执法资格")))
    do(review, outlined.put_into(review, section(review, "查找薄弱"), "plan"))
    said = [ruling.said for ruling in review.rulings.values()]
    assert [one.part for one in said if isinstance(one, SectionPart)] == ["plan"]


def test_selected_words_become_a_heading_of_their_own(review: Review) -> None:
    do(review, outlined.mark(review, words(review, "取得执法资格"), 3))
    assert section(review, "取得执法资格").title == "取得执法资格"


def test_a_corrected_year_is_the_year_verdicts_go_by(review: Review) -> None:
    assert review.verdict("E04") is Verdict.PRESENT
    review.do(FieldValue(FrontField.YEAR, 2023))
    assert review.field(FrontField.YEAR) == "2023"
    assert review.verdict("E04") is Verdict.WEAK


def test_decisions_stay_where_the_outline_is_corrected(review: Review) -> None:
    review.decide("B03", verdict=Verdict.WEAK, comment="原因写在成效里")
    do(review, outlined.put_into(review, section(review, "查找薄弱"), "shortcomings"))
    assert review.verdict("B03") is Verdict.WEAK
    assert review.decision("B03").comment == "原因写在成效里"


def test_a_review_opened_with_corrections_follows_them_from_the_start(
    pipeline: Pipeline, review: Review
) -> None:
    do(review, outlined.put_into(review, section(review, "查找薄弱"), "shortcomings"))
    again = pipeline.review(review.report, history=review.history)
    assert again.findings == review.findings
    assert again.unaided.findings["B03"].verdict is Verdict.MISSING


def words(review: Review, quote: str) -> Span:
    start = review.report.text.index(quote)
    return Span(start, start + len(quote))


def test_a_snapshot_follows_a_correction_that_the_review_has_yet_to_follow(review: Review) -> None:
    slow = review.within(review.history, review.key, lambda review: None)
    slow.do(FieldValue(FrontField.UNIT, "双坑镇"))
    assert slow.field(FrontField.UNIT) == "松坪镇"
    assert slow.snapshot().field(FrontField.UNIT) == "双坑镇"
