from __future__ import annotations

import time

import pytest
from tests.checking.conftest import OpenCase

from reviewer.checking.case import Case

BODY = "云溪镇2025年法治政府建设报告\n一、主要举措和成效\n（一）各项工作。{}\n"


def asking(case: Case) -> list[str]:
    """Return the clauses that demand, without the marks behind them."""
    clauses = range(len(case.segments.clause_starts))
    return [case.part_text(case.segments.clause(n))[:-1] for n in clauses if case.asks(n)]


@pytest.mark.parametrize(
    "told",
    [
        "要办的事一件件办完。",
        "要群众自己去开的证明砍掉了十八种。",
        "凡是合同必须先送审，全年审过23件。",
        "应当听取意见的事项，今年有3件。",
        "每个季度末都要向党委会报一遍。",
        "每个季度末，站所都要向党委会报一遍。",
        "确保了97件纠纷在村里了结。",
    ],
)
def test_what_was_done_demands_nothing(open_case: OpenCase, told: str) -> None:
    assert asking(open_case(BODY.format(told))) == []


@pytest.mark.parametrize(
    ("told", "demands"),
    [
        ("要加强排查，力争化解12件。", ["要加强排查", "力争化解12件"]),
        ("力争办结12件、调解5件。", ["力争办结12件", "调解5件"]),
        ("要领导干部接访28次。", ["要领导干部接访28次"]),
        ("要用好积累了多年的经验。", ["要用好积累了多年的经验"]),
        ("要有严格的制度。", ["要有严格的制度"]),
        ("要谋划新的举措。", ["要谋划新的举措"]),
        ("要了解群众诉求12件。", ["要了解群众诉求12件"]),
        ("各村每月都要排查一次。", ["各村每月都要排查一次"]),
        ("必须先送审，每份合同审查3天。", ["必须先送审"]),
        ("全年审了23件，未经审查不得签订。", ["未经审查不得签订"]),
        ("每月都要排查，必须做到底数清。", ["每月都要排查", "必须做到底数清"]),
    ],
)
def test_a_demand_stays_one_whatever_figure_it_names(
    open_case: OpenCase, told: str, demands: list[str]
) -> None:
    assert asking(open_case(BODY.format(told))) == demands


def test_a_text_may_end_within_a_list(open_case: OpenCase) -> None:
    assert asking(open_case("力争办结12件、")) == ["力争办结12件"]


def test_a_list_of_demands_takes_linear_time(open_case: OpenCase) -> None:
    case = open_case("一、工作情况\n" + "、".join(["要办结12件"] * 12_000) + "。")
    begun = time.process_time()
    assert case.asks(case.segments.clause_at(case.folded.rindex("要")))
    assert time.process_time() - begun < 5
