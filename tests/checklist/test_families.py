"""Families of words, named once and used by name."""

from __future__ import annotations

import pytest

from reviewer.checklist.families import read_families, with_families
from reviewer.checklist.source import Node, parse_yaml
from reviewer.support.errors import ChecklistError


def families_of(text: str) -> dict[str, tuple[str, ...]]:
    return dict(read_families(parse_yaml(text, "f.yaml")))


def replaced(text: str) -> Node:
    return with_families(parse_yaml(text, "f.yaml"), {"厂": ("工厂", "作坊")})


def test_a_name_in_a_text_stands_for_its_words() -> None:
    (line,) = replaced('["<厂>|店 & {n 家}"]').items()
    assert line.text() == "工厂|作坊|店 & {n 家}"


def test_what_stands_in_the_file_is_kept_to_be_shown() -> None:
    (line,) = replaced('["<厂>|店 & {n 家}"]').items()
    assert line.written == "<厂>|店 & {n 家}"


def test_a_name_alone_in_a_list_stands_for_as_many_items() -> None:
    assert replaced("{a: [<厂>, 店]}").require("a").texts() == ("工厂", "作坊", "店")


def test_a_family_may_hold_an_earlier_one() -> None:
    read = families_of("{厂: [工厂, 作坊], 商家: [<厂>, 店]}")
    assert read["商家"] == ("工厂", "作坊", "店")


def test_a_checklist_needs_no_families() -> None:
    assert dict(read_families(None)) == {}


@pytest.mark.parametrize("text", ["{商家: [<厂>, 店]}", "{厂: [<厂>]}"])
def test_a_family_that_is_not_there_yet_is_refused_with_its_place(text: str) -> None:
    with pytest.raises(ChecklistError) as refused:
        families_of(text)
    assert refused.value.code == "checklist-bad-choice"
    assert refused.value.details["line"] == 1


def test_an_unknown_name_in_a_text_is_refused() -> None:
    with pytest.raises(ChecklistError):
        replaced('["<店> & {n 家}"]')
