from __future__ import annotations

import pytest
from tests.checking.conftest import MakePattern

from reviewer.checking.notation import Sort, read_pattern
from reviewer.checklist.source import parse_yaml
from reviewer.support.errors import ChecklistError


def test_bars_part_words_of_which_one_is_enough(pattern: MakePattern) -> None:
    assert pattern("合同|协议").groups[0][0].words == ("合同", "协议")


def test_ampersands_join_a_clause_and_pluses_a_sentence(pattern: MakePattern) -> None:
    first, second = pattern("合同 & 审核 + 司法所").groups
    assert [atom.words for atom in first] == [("合同",), ("审核",)]
    assert [atom.words for atom in second] == [("司法所",)]


def test_a_plus_inside_a_word_belongs_to_the_word(pattern: MakePattern) -> None:
    assert pattern("互联网+监管").groups[0][0].words == ("互联网+监管",)


def test_what_stands_around_follows_an_at_sign(pattern: MakePattern) -> None:
    assert pattern("排查 & {n 件} @ 纠纷").around[0].words == ("纠纷",)


def test_braces_hold_a_kind_of_thing_and_a_figure_its_units(pattern: MakePattern) -> None:
    figure = pattern("{n 次|场}").groups[0][0]
    assert (figure.sort, figure.words) == (Sort.FIGURE, ("次", "场"))
    assert pattern("{own}").groups[0][0].sort is Sort.OWN_DOCUMENT


def test_full_width_signs_in_words_are_folded(pattern: MakePattern) -> None:
    assert pattern("村（社区）").groups[0][0].words == ("村(社区)",)


@pytest.mark.parametrize("line", ["合同||协议", "合同 & ", "{frequency}", "一{n}二"])
def test_bad_notation_is_refused_with_its_place(line: str) -> None:
    node = parse_yaml(f"topic:\n  - '{line}'", "mine.yaml").require("topic").items()[0]
    with pytest.raises(ChecklistError) as caught:
        read_pattern(node)
    assert caught.value.details["line"] == 2
    assert caught.value.details["column"] == 5


def test_an_atom_may_say_what_must_be_absent(pattern: MakePattern) -> None:
    ((first, second),) = pattern("化解 & !纠纷|矛盾").groups
    assert (first.words, first.absent) == (("化解",), False)
    assert (second.words, second.absent) == (("纠纷", "矛盾"), True)


def test_a_group_of_absent_words_bars_the_sentence(pattern: MakePattern) -> None:
    found = pattern("立案 + !纪委|党纪")
    assert len(found.groups) == 1
    assert found.without.words == ("纪委", "党纪")


def test_words_with_a_hash_are_what_the_sub_section_is_about(pattern: MakePattern) -> None:
    (atom,) = pattern("终端 & {n 部} @ #数字|智慧").around
    assert (atom.words, atom.ahead) == (("数字", "智慧"), True)


@pytest.mark.parametrize(
    "line", ["!纠纷 & 化解", "化解 @ !纠纷", "化解 & !", "化解 + !纠纷 & 调解", "#化解 & 纠纷"]
)
def test_nothing_but_absence_is_no_pattern(line: str, pattern: MakePattern) -> None:
    with pytest.raises(ChecklistError) as caught:
        pattern(line)
    assert caught.value.code == "checklist-bad-pattern"
