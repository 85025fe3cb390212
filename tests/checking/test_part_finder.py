from __future__ import annotations

import pytest
from tests.checking.conftest import OpenCase

from reviewer.checking.case import Case
from reviewer.checking.parts import CLOSING, LEADERS, OPENING, PLAN, RESULTS, SHORTCOMINGS

TITLE = (
    "云溪镇人民政府关于2025年度法治政府建设情况的报告\n2025年，云溪镇认真落实部署，现报告如下：\n"
)


def part_of(case: Case, words: str) -> frozenset[str]:
    return case.parts.at(case.report.text.index(words))


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("2025年推进法治政府建设的主要举措和成效", RESULTS),
        ("重点工作开展情况", RESULTS),
        ("存在的困难和挑战", SHORTCOMINGS),
        ("短板和弱项", SHORTCOMINGS),
        ("当前工作中仍有的差距", SHORTCOMINGS),
        ("还没有办好的", SHORTCOMINGS),
        ("尚未解决的几件事", SHORTCOMINGS),
        ("大家关心的几件事是怎么办的", RESULTS),
        ("往后怎么办", PLAN),
        ("党政主要负责人履行推进法治建设第一责任人职责情况", LEADERS),
        ("压实第一责任", LEADERS),
        ("下步打算", PLAN),
        ("2026年推进法治政府建设的主要举措", PLAN),
        ("整改措施与下一步计划", PLAN),
        ("法治建设责任制落实情况", RESULTS),
        ("2025年依法行政总体情况", RESULTS),
        ("2025年工作举措及成效", RESULTS),
        ("主要问题及成因", SHORTCOMINGS),
        ("制约因素", SHORTCOMINGS),
        ("工作展望", PLAN),
        ("2026年工作设想", PLAN),
        ("党政“一把手”履职情况", LEADERS),
        ("主要负责同志述法情况", LEADERS),
        ("强化主要责任人责任", LEADERS),
    ],
)
def test_a_part_is_known_by_any_of_its_names(open_case: OpenCase, heading: str, part: str) -> None:
    case = open_case(f"{TITLE}一、基层治理\n加强网格管理。\n二、{heading}\n开展有关工作。\n")
    assert part_of(case, "开展有关工作") == {part}


def test_topic_headings_of_a_flat_report_are_results(open_case: OpenCase) -> None:
    case = open_case(f"{TITLE}一、规范行政执法\n开展检查。\n二、化解信访突出问题工作\n接访群众。\n")
    assert part_of(case, "开展检查") == part_of(case, "接访群众") == {RESULTS}


def test_lines_above_a_numbering_of_their_own_say_what_part_it_is(open_case: OpenCase) -> None:
    case = open_case(
        f"{TITLE}2025年云溪镇法治政府建设工作\n一、规范执法\n开展检查。\n"
        "二、存在的问题\n力量不足。\n"
        "2026年云溪镇法治政府建设工作计划\n一、抓队伍\n招录两人。\n二、抓好工作总结\n按月通报。\n"
    )
    assert part_of(case, "开展检查") == {RESULTS}
    assert part_of(case, "力量不足") == {SHORTCOMINGS}
    assert part_of(case, "招录两人") == part_of(case, "按月通报") == {PLAN}
    assert [s.heading.title for s in case.stretches(PLAN) if s.heading] == [
        "2026年云溪镇法治政府建设工作计划"
    ]


def test_a_heading_of_two_parts_is_shared(open_case: OpenCase) -> None:
    case = open_case(
        f"{TITLE}一、工作成效\n开展检查。\n二、存在问题及下一步打算\n力量不足，拟增加。\n"
    )
    assert part_of(case, "力量不足") == {SHORTCOMINGS, PLAN}
    assert all(stretch.shared for stretch in case.stretches(SHORTCOMINGS))


def test_a_part_may_be_a_sub_section_of_the_results(open_case: OpenCase) -> None:
    case = open_case(
        f"{TITLE}一、工作成效\n（一）规范执法\n开展检查。\n"
        "（二）主要负责人履行第一责任人职责\n书记带头学法。\n"
    )
    assert part_of(case, "开展检查") == {RESULTS}
    assert part_of(case, "书记带头") == {LEADERS}


def test_shortcomings_without_heading_begin_with_their_sentence(open_case: OpenCase) -> None:
    case = open_case(
        f"{TITLE}一、工作成效\n开展检查12次。虽然取得一定成绩，但仍存在执法力量不足等问题。\n"
        "二、下一步打算\n充实力量。\n"
    )
    assert part_of(case, "开展检查") == {RESULTS}
    assert part_of(case, "执法力量不足") == {SHORTCOMINGS}
    assert part_of(case, "充实力量") == {PLAN}


def test_problems_found_in_others_are_no_shortcomings(open_case: OpenCase) -> None:
    case = open_case(f"{TITLE}一、工作成效\n检查中发现企业存在问题12个，但均已整改。\n")
    assert part_of(case, "均已整改") == {RESULTS}


def test_opening_and_closing_are_no_results(open_case: OpenCase) -> None:
    case = open_case(f"{TITLE}一、工作成效\n开展检查。\n总之，我镇将继续努力。\n")
    assert part_of(case, "认真落实部署") == {OPENING}
    assert part_of(case, "继续努力") == {CLOSING}


def test_a_report_without_headings_has_results_behind_its_first_paragraph(
    open_case: OpenCase,
) -> None:
    case = open_case(f"{TITLE}全年开展检查12次，查处违法行为3起，办结3起。\n")
    assert part_of(case, "全年开展检查") == {RESULTS}


def test_in_a_report_without_headings_results_begin_with_the_first_figure(
    open_case: OpenCase,
) -> None:
    told = "一年来，云溪镇认真学习。全年学法12次，调解纠纷31起。\n2026年1月办结最后一件。\n"
    case = open_case("云溪镇2025年度法治政府建设情况的报告\n" + told)
    assert part_of(case, "认真学习") == {OPENING}
    assert part_of(case, "学法12次") == part_of(case, "办结") == {RESULTS}


@pytest.mark.parametrize(
    ("sentence", "part"),
    [("2026年，云溪镇将招录队员两名。", PLAN), ("2026年1月，招录队员两名。", RESULTS)],
)
def test_a_sentence_that_begins_with_the_next_year_is_the_plan_where_it_intends_something(
    open_case: OpenCase, sentence: str, part: str
) -> None:
    case = open_case(f"{TITLE}全年开展检查12次。\n调解纠纷31起。\n{sentence}\n")
    assert part_of(case, sentence) == {part}


RESULTS_HEADED = (
    "一、这一年办的事\n检查工地二十次，立案五件。\n调解纠纷三十一起。\n"
    "办理群众来信九件，答复九件。\n组织夜校六期，三百人次听课。\n合同送审十四份，改了五处。\n"
)


def test_shortcomings_below_a_heading_that_names_no_part_are_known_by_what_they_tell(
    open_case: OpenCase,
) -> None:
    case = open_case(
        f"{TITLE}{RESULTS_HEADED}二、几块心病\n执法队只有三个人，忙不过来。\n"
        "有两个村的调解员年纪大，卷宗一直写不齐。\n归根到底是缺少懂法律的人。\n"
    )
    assert part_of(case, "忙不过来") == part_of(case, "归根到底") == {SHORTCOMINGS}
    assert part_of(case, "检查工地") == {RESULTS}
    (stretch,) = case.stretches(SHORTCOMINGS)
    assert stretch.told
    assert stretch.heading
    assert stretch.heading.title == "几块心病"


def test_shortcomings_at_the_end_of_a_section_are_known_by_what_they_tell(
    open_case: OpenCase,
) -> None:
    case = open_case(
        f"{TITLE}{RESULTS_HEADED}说句实在话，执法队人手一直不够，夜里没人值班。"
        "合同审查也没有做到全覆盖，原因是没有专职的人。\n"
    )
    assert part_of(case, "夜里没人值班") == part_of(case, "没有专职的人") == {SHORTCOMINGS}
    assert part_of(case, "调解纠纷") == {RESULTS}
    (stretch,) = case.stretches(SHORTCOMINGS)
    assert stretch.heading is None


def test_a_heading_that_names_the_part_goes_before_what_another_section_tells(
    open_case: OpenCase,
) -> None:
    case = open_case(
        f"{TITLE}一、几块心病\n执法队只有三个人，忙不过来。卷宗一直写不齐。\n"
        "二、存在的不足\n宣传形式单一。\n"
    )
    assert part_of(case, "宣传形式单一") == {SHORTCOMINGS}
    assert part_of(case, "忙不过来") == {RESULTS}


@pytest.mark.parametrize("still", ["需在今后认真加以解决", "亟待解决"])
def test_problems_to_be_solved_at_the_end_of_the_plan_are_shortcomings(
    open_case: OpenCase, still: str
) -> None:
    case = open_case(
        f"{TITLE}一、主要工作\n开展检查。\n二、下步打算\n（一）组织培训6次。\n"
        f"但也清醒地看到，还存在执法人员业务不熟等问题，这是因为培训少，{still}。\n"
    )
    assert part_of(case, "业务不熟") == {SHORTCOMINGS}
    assert part_of(case, "组织培训") == {PLAN}


def test_problems_that_were_solved_are_no_shortcomings(open_case: OpenCase) -> None:
    case = open_case(
        f"{TITLE}一、这一年办的事\n过去执法队人手不够，今年招录四人，夜里有人值班了。\n"
        "去年没审的合同今年补审九份，督察指出的三个问题全部改完。\n"
    )
    assert not case.stretches(SHORTCOMINGS)


def test_a_plan_below_a_heading_that_names_no_part_is_known_by_what_it_tells(
    open_case: OpenCase,
) -> None:
    case = open_case(
        f"{TITLE}{RESULTS_HEADED}二、往前走\n开春先把执法队的两个空缺补上。\n"
        "上半年完成村规民约修订，年底前建成公共法律服务站。\n"
    )
    assert part_of(case, "开春") == {PLAN}
    assert part_of(case, "检查工地") == {RESULTS}


def test_a_plan_that_its_text_tells_is_the_last_section(open_case: OpenCase) -> None:
    told = "开春先把执法队的两个空缺补上。\n上半年完成村规民约修订，年底前建成公共法律服务站。\n"
    case = open_case(f"{TITLE}{RESULTS_HEADED}二、往前走\n{told}三、接着走\n{told}")
    (stretch,) = case.stretches(PLAN)
    assert stretch.heading
    assert stretch.heading.title == "接着走"
