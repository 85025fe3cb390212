"""In which clauses a figure counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reviewer.checking.case import Case, Scope
from reviewer.checking.notation import Pattern

HEAD = "石桥镇人民政府关于2025年法治政府建设情况的报告\n一、主要成效\n"
EVERYWHERE = Scope(None, publicity=True)


@pytest.fixture
def found(
    open_case: Callable[[str], Case], pattern: Callable[[str], Pattern]
) -> Callable[[str, str], list[str]]:
    """A function that returns what a line of the notation finds in a text."""

    def find(line: str, text: str) -> list[str]:
        case = open_case(HEAD + text)
        return [case.part_text(span) for span in case.find(pattern(line), EVERYWHERE)]

    return find


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("开展专题研讨,全年共8期。", "开展专题研讨,全年共8期"),
        ("召开专题研讨会，累计12期，效果良好。", "召开专题研讨会,累计12期"),
        ("专题研讨共八期。", "专题研讨共八期"),
        ("开展专题研讨；全年共8期，效果良好。", "开展专题研讨;全年共8期"),
    ],
)
def test_a_figure_alone_in_its_clause_counts_for_the_one_before(
    found: Callable[[str, str], list[str]], text: str, quote: str
) -> None:
    assert found("研讨 & {n 期}", text) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "开展专题研讨，编发简报8期。",
        "开展专题研讨。共8期。",
        "8期，专题研讨有序开展。",
    ],
)
def test_the_figure_of_another_matter_or_sentence_does_not(
    found: Callable[[str, str], list[str]], text: str
) -> None:
    assert found("研讨 & {n 期}", text) == []


def test_a_compound_unit_counts_as_its_base(found: Callable[[str, str], list[str]]) -> None:
    assert found("办理 & {n 件}", "办理诉求36件次。") == ["办理诉求36件次"]
    assert found("办理 & {n 件次}", "办理诉求36件。") == []


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("组织演练一次。", True),
        ("组织演练十余场。", True),
        ("组织两次演练。", True),
        ("演练一次办好。", False),
        ("演练最多跑一次。", False),
        ("演练走进千家万户。", False),
        ("两人以上参加演练。", False),
        ("第三次演练。", False),
    ],
)
def test_chinese_numerals(found: Callable[[str, str], list[str]], text: str, counts: bool) -> None:
    assert bool(found("演练 & {n}", text)) is counts
