from __future__ import annotations

import pytest
from tests.checking.conftest import OpenCase

from reviewer.checking.chapters import chapters
from reviewer.checking.ordinal import ordinal

TITLE = "柳溪街道办事处2024年法治政府建设报告\n2024年，柳溪街道推进法治建设，现报告如下：\n"


def titles_below(open_case: OpenCase, body: str) -> list[tuple[str, list[str]]]:
    case = open_case(TITLE + body)
    found = chapters(case.outline.sections, case.folded)
    return [(head.title, [section.title for section in below]) for head, below in found]


def test_a_bare_heading_stands_over_the_numbering_that_begins_below_it(open_case: OpenCase) -> None:
    body = (
        "一、主要措施\n一、抓执法\n立案6件。\n二、抓普法\n宣传9场。\n二、存在的问题\n持证的人少。\n"
    )
    assert titles_below(open_case, body) == [
        ("主要措施", ["抓执法", "抓普法"]),
        ("存在的问题", []),
    ]


def test_a_heading_with_text_of_its_own_stands_over_none_of_its_level(open_case: OpenCase) -> None:
    body = "一、主要措施\n召开会议3次。\n一、抓执法\n立案6件。\n"
    assert titles_below(open_case, body) == [("主要措施", []), ("抓执法", [])]


def test_a_bare_heading_above_the_next_number_stands_over_nothing(open_case: OpenCase) -> None:
    body = "一、主要措施\n二、抓执法\n立案6件。\n"
    assert titles_below(open_case, body) == [("主要措施", []), ("抓执法", [])]


@pytest.mark.parametrize(
    ("number", "value"), [("（三）", 3), ("12.", 12), ("③", 3), ("十一、", 11)]
)
def test_a_number_has_its_value_in_every_spelling(number: str, value: int) -> None:
    assert ordinal(number) == value
