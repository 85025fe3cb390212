"""Every shortcoming is tied to its cause and to the measure that answers it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reviewer.checking.case import Case

OpenCase = Callable[[str], Case]

REPORT = """青溪镇2025年度法治政府建设情况的报告
一、主要举措和成效
开展宣传12场。
二、存在的不足和原因
{shortcomings}
三、下一年度主要安排
一是加装视频监控，管住河道采砂。
二是增配执法队员。"""


def lay_open(open_case: OpenCase, shortcomings: str) -> Case:
    return open_case(REPORT.format(shortcomings=shortcomings))


def test_cause_and_measure_stand_beside_their_shortcoming(open_case: OpenCase) -> None:
    text = "一是河道采砂监管手段单一，由于缺少监控设备。二是执法力量薄弱，原因是编制空缺两名。"
    case = lay_open(open_case, text)
    found = [
        (
            pair.causes[0].span.of(case.report.text),
            pair.measure and pair.measure.heading.of(case.report.text),
        )
        for pair in case.notes.pairs.pairs
    ]
    assert found == [
        ("由于缺少监控设备。", "一是加装视频监控，管住河道采砂。"),
        ("原因是编制空缺两名。", "二是增配执法队员。"),
    ]


def test_what_ties_the_two_together_is_told(open_case: OpenCase) -> None:
    pairs = lay_open(open_case, "一是河道采砂监管手段单一。").notes.pairs
    assert pairs.pairs[0].shared == ("河道采", "道采砂")


def test_two_characters_tie_a_shortcoming_to_the_measure_at_its_place(open_case: OpenCase) -> None:
    first, second = lay_open(open_case, "一是船坞太旧。二是队员年纪大。").notes.pairs.pairs
    assert first.measure is None
    assert second.measure is not None
    assert second.shared == ("队员",)
    [elsewhere, _] = lay_open(open_case, "一是队员年纪大。二是船坞太旧。").notes.pairs.pairs
    assert elsewhere.measure is None


def test_the_unpaired_are_listed(open_case: OpenCase) -> None:
    pairs = lay_open(open_case, "一是物业矛盾突出。二是执法力量薄弱。").notes.pairs
    assert pairs.unanswered == (pairs.pairs[0],)
    assert pairs.unexplained == pairs.pairs


def test_a_cause_for_all_explains_every_shortcoming(open_case: OpenCase) -> None:
    text = "（一）执法力量薄弱。\n（二）物业矛盾突出。\n（三）究其原因，是业委会没有成立。"
    pairs = lay_open(open_case, text).notes.pairs
    assert [bool(pair.causes) for pair in pairs.pairs] == [False, False, True]


def test_a_circular_cause_is_not_sound(open_case: OpenCase) -> None:
    pairs = lay_open(open_case, "由于法治意识不强，导致法治意识有待提高。").notes.pairs
    assert pairs.causes
    assert not any(cause.sound for cause in pairs.causes)


def test_a_report_without_shortcomings_has_no_pairs(open_case: OpenCase) -> None:
    case = open_case("青溪镇2025年度法治政府建设情况的报告\n一、主要举措和成效\n开展宣传12场。")
    assert case.notes.pairs.pairs == ()


def test_shortcomings_that_commas_join_are_told_apart(open_case: OpenCase) -> None:
    text = "工作取得一定成绩，但还存在河道采砂取证不足、执法力量薄弱、调解经费欠缺等问题。"
    case = lay_open(open_case, text)
    found = [
        (pair.shortcoming.of(case.report.text), pair.measure is not None)
        for pair in case.notes.pairs.pairs
    ]
    assert found == [
        ("但还存在河道采砂取证不足、", True),
        ("执法力量薄弱、", True),
        ("调解经费欠缺等问题。", False),
    ]


def test_a_cause_in_stock_words_is_sound_where_it_tells_another_ground(open_case: OpenCase) -> None:
    text = "一是执法能力不强，原因在于缺乏系统培训。二是法治意识不强，原因是干部法治意识淡薄。"
    pairs = lay_open(open_case, text).notes.pairs.pairs
    assert [pair.causes[0].sound for pair in pairs] == [True, False]


def told(case: Case) -> list[tuple[str, list[str], str | None]]:
    """Return every shortcoming with its causes and its measure, as printed."""
    text = case.report.text
    return [
        (
            pair.shortcoming.of(text),
            [cause.span.of(text) for cause in pair.causes],
            pair.measure and pair.measure.heading.of(text),
        )
        for pair in case.notes.pairs.pairs
    ]


def test_a_row_of_a_table_has_shortcoming_cause_and_measure(open_case: OpenCase) -> None:
    rows = [
        "序号\t不足\t原因\t整改措施",
        "1\t公开栏更新慢\t文书兼五岗\t配一名专人",
        "2\t界址不清\t\t",
    ]
    assert told(lay_open(open_case, "\n".join(rows))) == [
        ("公开栏更新慢", ["文书兼五岗"], "配一名专人"),
        ("界址不清", [], None),
    ]


@pytest.mark.parametrize("numbers", [("1.", "2.", "3."), ("（一）", "（二）", "（三）")])
def test_numbers_before_tabs_make_no_table(open_case: OpenCase, numbers: Sequence[str]) -> None:
    short = ("公开栏更新不足", "界址不清", "队员年纪大")
    lines = [f"{number}\t{words}" for number, words in zip(numbers, short, strict=True)]
    pairs = lay_open(open_case, "\n".join(lines)).notes.pairs.pairs
    assert len(pairs) == 3


def test_headings_of_a_table_that_come_again_on_the_next_page_are_no_row(
    open_case: OpenCase,
) -> None:
    rows = [
        "序号\t不足\t措施",
        "1\t公开栏更新慢\t每月更新",
        "序号\t不足\t措施",
        "2\t界址不清\t勘界",
    ]
    assert told(lay_open(open_case, "\n".join(rows))) == [
        ("公开栏更新慢", [], "每月更新"),
        ("界址不清", [], "勘界"),
    ]


def test_a_table_beside_more_numbered_paragraphs_is_no_list_of_all(open_case: OpenCase) -> None:
    table = "其中一条已在办理，列表如下：\n序号\t不足\t措施\n1\t界址不清\t勘界\n"
    text = (
        "（一）公开栏更新慢。贴一次要等半月。\n（二）界址不清。三户为此吵架。\n（三）队员年纪大。"
    )
    text += f"平均五十六岁。\n{table}"
    pairs = lay_open(open_case, text).notes.pairs.pairs
    assert len(pairs) == 3


def test_a_table_beside_more_numbered_measures_is_no_list_of_all(open_case: OpenCase) -> None:
    plan = "（一）界址勘定。\n（二）队员换新。\n序号\t措施\n1\t勘界\n"
    case = lay_open(open_case, "一是界址不清。").report.text.partition("一是加装")[0] + plan
    assert len(open_case(case).notes.pairs.measures) == 2


def test_what_a_cell_counts_off_is_one_measure_of_its_row(open_case: OpenCase) -> None:
    rows = [
        "序号\t不足\t措施",
        "1\t公开栏更新慢\t一是配人。二是上墙。",
        "2\t界址不清\t一是勘界。二是立碑。",
    ]
    assert [one for one, _, _ in told(lay_open(open_case, "\n".join(rows)))] == [
        "公开栏更新慢",
        "界址不清",
    ]


def test_a_sentence_may_tell_shortcoming_cause_and_measure(open_case: OpenCase) -> None:
    text = "一是公开栏更新慢，主要是没有专人，下一步每月更新。二是界址不清，下一步提高思想认识。"
    assert told(lay_open(open_case, text)) == [
        ("一是公开栏更新慢，主要是没有专人，", ["主要是没有专人，"], "下一步每月更新。"),
        ("二是界址不清，", [], None),
    ]


def test_a_closing_sentence_of_the_plan_belongs_to_no_shortcoming(open_case: OpenCase) -> None:
    case = open_case(
        "青溪镇2025年度法治政府建设情况的报告\n一、主要举措和成效\n开展宣传12场。\n"
        "二、存在的不足\n一是采砂取证难。二是界址不清。\n下一步，我镇将管住采砂取证。"
    )
    assert told(case) == [
        ("一是采砂取证难。", [], "下一步，我镇将管住采砂取证。"),
        ("二是界址不清。", [], None),
    ]


def test_measures_that_semicolons_join_answer_one_by_one(open_case: OpenCase) -> None:
    case = open_case(
        "青溪镇2025年度法治政府建设情况的报告\n一、主要举措和成效\n开展宣传12场。\n"
        "二、存在的不足\n一是采砂取证难。二是界址不清。\n三、下一年度主要安排\n装监控管住采砂；测绘界址。"
    )
    assert [measure for _, _, measure in told(case)] == ["装监控管住采砂；", "测绘界址。"]
