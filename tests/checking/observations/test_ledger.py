"""The ledger names what every figure counts, and sees figures that contradict each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checking import Entry, Remark
from reviewer.checking.case import Case

OpenCase = Callable[[str], Case]

HEAD = "青溪镇2025年度法治政府建设情况的报告\n一、主要举措和成效\n（一）工作。"
TAIL = "\n二、存在的不足和原因\n一是人手不够。"


def entries(open_case: OpenCase, text: str) -> list[Entry]:
    return list(open_case(HEAD + text + TAIL).notes.all().ledger.entries)


def conflicts(open_case: OpenCase, text: str) -> list[tuple[str, tuple[str, ...]]]:
    case = open_case(HEAD + text + TAIL)
    return [(c.code, shown(case, c)) for c in case.notes.all().ledger.conflicts]


def shown(case: Case, remark: Remark) -> tuple[str, ...]:
    return tuple(span.of(case.report.text) for span in remark.spans)


@pytest.mark.parametrize(
    ("text", "action", "counted"),
    [
        ("全年发放宣传资料3000余份。", "发放", "宣传资料"),
        ("配齐12名执法人员。", "配齐", "执法人员"),
        ("召开3次专题会议。", "召开", "专题会议"),
        ("开展执法检查26次。", "", "执法检查"),
        ("群众满意率达98%。", "", "群众满意率"),
        ("印发宣传册、明白纸2000份。", "印发", "宣传册、明白纸"),
        ("镇长出庭应诉2次。", "", "镇长出庭应诉"),
        ("审计指出的4个问题全部整改到位。", "", "问题"),
        ("由司法所牵头的四个窗口全部启用。", "", "窗口"),
        ("便民服务中心18名工作人员轮岗。", "", "工作人员轮岗"),
        ("执法队8名队员，受表彰。", "", "队员"),
        ("执法队员14人全部持证。", "", "执法队员"),
        ("值班干部24小时在岗。", "", "值班干部"),
        ("二是外来船工超过四千人。", "", "外来船工"),
        ("执法车辆只有一辆。", "", "执法车辆"),
        ("对台账，专班分两次实地查看。", "", ""),
        ("镇干部分3批赴县里参训。", "", "赴县里参训"),
        ("全镇划分12个网格。", "", "网格"),
        ("给予党纪处分3人。", "", "给予党纪处分"),
        ("组织积分兑换6场。", "组织", "积分兑换"),
        ("开展文明户评分4次。", "开展", "文明户评分"),
    ],
)
def test_a_figure_counts_the_nearest_noun(
    open_case: OpenCase, text: str, action: str, counted: str
) -> None:
    [entry] = entries(open_case, text)
    assert (entry.action, entry.counted) == (action, counted)


def test_what_was_done_with_the_same_thing_keeps_its_name(open_case: OpenCase) -> None:
    screened, settled = entries(open_case, "排查矛盾纠纷86件，调解成功84件。")
    assert (screened.action, screened.counted) == ("排查", "矛盾纠纷")
    assert (settled.action, settled.counted) == ("调解成功", "矛盾纠纷")


def test_an_entry_knows_value_unit_place_and_headings(open_case: OpenCase) -> None:
    case = open_case(HEAD + "发放资料1.2万余份。" + TAIL)
    [entry] = case.notes.all().ledger.entries
    assert (entry.value, entry.unit, entry.vague, entry.part) == (12000, "份", "余", "results")
    assert entry.span.of(case.report.text) == "1.2万余份"
    assert entry.section == ("一、主要举措和成效", "（一）工作")
    assert entry.thing is not None
    assert entry.thing.of(case.report.text) == "资料"


def test_two_values_show_both_figures(open_case: OpenCase) -> None:
    text = "全年化解矛盾纠纷86件。\n（二）网格。全年化解矛盾纠纷92件。"
    assert conflicts(open_case, text) == [("two-values", ("86件", "92件"))]


def test_a_wrong_sum_shows_total_and_parts(open_case: OpenCase) -> None:
    text = "排查矛盾纠纷66件，其中邻里纠纷46件、土地纠纷26件。"
    assert conflicts(open_case, text) == [("wrong-sum", ("66件", "46件", "26件"))]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("中心组学法6次，其中专题学法4次，班子会前学法12次。", []),
        ("中心组学法6次，其中专题学法4次，旁听庭审3次，会前学法12次。", [("6次", "4次", "3次")]),
        ("中心组学法6次，其中专题学法8次，旁听庭审3次。", [("6次", "8次", "3次")]),
    ],
)
def test_what_alone_is_more_than_the_total_ends_its_parts(
    open_case: OpenCase, text: str, wrong: list[tuple[str, ...]]
) -> None:
    assert [spans for code, spans in conflicts(open_case, text) if code == "wrong-sum"] == wrong


def test_a_rate_that_its_counts_do_not_give_shows_all_three(open_case: OpenCase) -> None:
    text = "排查矛盾纠纷86件，化解80件，化解率98.5%。"
    assert conflicts(open_case, text) == [("wrong-rate", ("86件", "80件", "98.5%"))]


@pytest.mark.parametrize(
    "text",
    [
        "排查矛盾纠纷86件，化解80件，化解率93%。",  # rounded
        "排查矛盾纠纷86件，其中疑难10件，化解10件，化解率100%。",  # one of the wholes fits
        "排查矛盾纠纷80余件，化解80件，化解率98%。",  # a vague whole proves nothing
        "排查矛盾纠纷86件，化解80件，按期办结率100%。",  # another rate
        "接待群众86人，化解纠纷80件，化解率98%。",  # another unit
    ],
)
def test_a_rate_is_held_against_its_own_counts_only(open_case: OpenCase, text: str) -> None:
    assert conflicts(open_case, text) == []


def test_years_and_placeholders_are_conflicts_of_the_ledger(open_case: OpenCase) -> None:
    text = "2023年，共开展普法宣传12场，发放资料××份。"
    found = [code for code, _ in conflicts(open_case, text)]
    assert found == ["other-year", "placeholder"]


def test_a_part_of_a_total_is_no_second_value(open_case: OpenCase) -> None:
    text = "全年化解矛盾纠纷86件，其中化解矛盾纠纷12件涉及土地。"
    assert conflicts(open_case, text) == []


def test_figures_side_by_side_count_the_same_thing(open_case: OpenCase) -> None:
    found = [entry.counted for entry in entries(open_case, "组织执法培训6期48学时。")]
    assert found == ["执法培训", "执法培训"]


def test_an_indicator_is_the_same_with_words_of_sum(open_case: OpenCase) -> None:
    text = "全年共化解矛盾纠纷86件。成绩来之不易，全年化解矛盾纠纷68件。"
    assert [code for code, _ in conflicts(open_case, text)] == ["two-values"]
