"""A checklist read from YAML."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.checklist import Grade, Group, Verdict, load_checklist, read_checklist
from reviewer.checklist.loading import checklist_path
from reviewer.support.errors import ChecklistError


def test_everything_that_is_written_is_read(small: str) -> None:
    checklist = read_checklist(small, "small.yaml")
    assert (checklist.id, checklist.version, checklist.name) == ("small", "1", "小清单")
    assert checklist.groups == (Group("A", "主要举措"),)
    assert checklist.grades == (Grade("合格", 60), Grade("不合格", 0))
    assert {code: node.text() for code, node in checklist.reasons.items()} == {
        "no-fact": "没有事实。"
    }
    assert checklist.skeleton == {"title": "石桥镇报告", "results": "修路。"}
    (element,) = checklist.elements
    assert (element.id, element.group, element.name, element.points) == ("A01", "A", "修路", 2)
    assert (element.basis, element.place, element.guidance) == ("规定", "第一部分", "没有数字")
    assert checklist.points == 2


def test_examples_know_verdict_parts_and_line(small: str) -> None:
    plain, named = read_checklist(small, "small.yaml").elements[0].examples
    assert (plain.verdict, plain.parts, plain.line) == (Verdict.PRESENT, {"": "修路3条。"}, 23)
    assert (named.parts, named.line) == ({"title": "石桥镇工作报告"}, 24)


def test_grades_may_be_written_in_any_order(small: str) -> None:
    first, second = "  - {name: 合格, at_least: 60}\n", "  - {name: 不合格, at_least: 0}\n"
    checklist = read_checklist(small.replace(first + second, second + first), "small.yaml")
    assert [checklist.grade(percent) for percent in (100, 60, 59.9, 0)] == [
        "合格",
        "合格",
        "不合格",
        "不合格",
    ]


def test_a_name_is_a_bundled_checklist_and_a_path_a_file(tmp_path: Path, small: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(small, encoding="utf-8-sig")
    assert load_checklist(str(path)).id == "small"
    assert checklist_path("township-annual").name == "township-annual.yaml"
    assert load_checklist("township-annual").id == "township-annual"


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "checklist-unreadable"), ("id: 小".encode("utf-16"), "checklist-not-utf8")],
)
def test_a_file_that_cannot_be_read_is_said(
    tmp_path: Path, content: bytes | None, code: str
) -> None:
    path = tmp_path / "own.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(ChecklistError) as caught:
        load_checklist(str(path))
    assert caught.value.code == code
    assert caught.value.details["file"] == str(path)


def test_the_default_checklist_has_49_elements_worth_100_points() -> None:
    checklist = load_checklist("township-annual")
    assert len(checklist.elements) == 49
    assert checklist.points == 100
    worth = {
        group.id: sum(e.points for e in checklist.elements if e.group == group.id)
        for group in checklist.groups
    }
    assert worth == {"A": 50, "B": 14, "C": 14, "D": 11, "E": 11}


def test_a_path_is_taken_as_it_is_whatever_its_ending(tmp_path: Path) -> None:
    file = tmp_path / "checklist.txt"
    assert checklist_path(str(file)) == file
    with pytest.raises(ChecklistError) as caught:
        load_checklist(str(file))
    assert caught.value.details["file"] == str(file)
    assert isinstance(caught.value.details["problem"], FileNotFoundError)


def test_advice_may_be_given(small: str) -> None:
    advised = small.replace(
        "    guidance: 没有数字\n", "    guidance: 没有数字\n    advice: 写明条数。\n"
    )
    (element,) = read_checklist(advised, "small.yaml").elements
    assert element.advice == "写明条数。"


def test_every_element_of_the_bundled_checklist_says_what_to_write() -> None:
    for element in load_checklist("township-annual").elements:
        assert element.advice.endswith("。"), element.id
