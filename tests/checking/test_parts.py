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
