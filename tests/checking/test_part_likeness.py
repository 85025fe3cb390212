"""Texts are compared with what tells each part of a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reviewer.checking.part_likeness import PartBounds, PartLikeness, part_lessons
from reviewer.checklist import load_checklist
from reviewer.report import Span

DONE = "上半年修好水渠三条。补种树苗四百株。办完两户的过户手续。"
LACKING = "水渠还有两条没修好。树苗活得不到一半。人手总是不够用。"
BOUNDS = PartBounds(
    heading=2, characters=12, section={"lacking": 0.1}, sentence=3, passage={"lacking": 1}
)
LIKENESS = PartLikeness({"done": [DONE], "lacking": [LACKING]}, {}, BOUNDS)


def test_a_section_reads_like_the_part_that_is_told_alike() -> None:
    assert LIKENESS.section("水渠", "还有一条没修好。人手不够。").get("lacking")
    assert LIKENESS.section("水渠", "修好一条。补种一百株。").get("lacking") is None


def test_the_heading_of_a_section_counts() -> None:
    body = "人手不够。树苗没活。"
    told, untold = (LIKENESS.section(title, body).get("lacking") for title in ("还没修好", "树苗"))
    assert told
    assert untold
    assert told > untold


@pytest.mark.parametrize("body", ["", "人手不够。"])
def test_a_heading_with_too_little_text_is_no_part(body: str) -> None:
    assert LIKENESS.section("还没修好", body).get("lacking") is None


@pytest.mark.parametrize(("weight", "told"), [(0, False), (2, True)])
def test_a_section_in_one_sentence_is_judged_by_its_heading_if_that_counts(
    weight: float, told: bool
) -> None:
    bounds = replace(BOUNDS, heading=weight)
    likeness = PartLikeness({"done": [DONE], "lacking": [LACKING]}, {}, bounds)
    for body in ("", "\n。\n"):
        found = likeness.section("还有两条没修好,人手总是不够用", body).get("lacking")
        assert (found is not None) == told


@pytest.mark.parametrize("after", ["", DONE])
def test_a_passage_reaches_from_the_first_to_the_last_sentence_that_reads_like_it(
    after: str,
) -> None:
    owned_up = "树苗还有一半没活。人手不够用。"
    found = LIKENESS.passage("lacking", f"{DONE}{owned_up}{after}")
    assert found == Span(len(DONE), len(DONE) + len(owned_up))


def test_a_text_that_tells_of_something_else_has_no_passage() -> None:
    assert LIKENESS.passage("lacking", DONE * 3) is None


@pytest.mark.parametrize("sentence", [0.1, 3])
def test_one_sentence_speaks_for_a_passage_no_more_than_the_bound_says(sentence: float) -> None:
    bounds = replace(BOUNDS, sentence=sentence)
    likeness = PartLikeness({"done": [DONE], "lacking": [LACKING]}, {}, bounds)
    found = likeness.passage("lacking", f"{DONE}水渠还有两条没修好。人手总是不够用。")
    assert (found is None) == (sentence < 1)


def test_examples_teach_the_part_they_stand_in() -> None:
    checklist = load_checklist("township-annual")
    element = next(one for one in checklist.elements if one.id == "B02")
    lessons = part_lessons([(element, "shortcomings")], {"shortcomings": ["甲"], "plan": []})
    plain = [text for one in element.examples for key, text in one.parts.items() if not key]
    assert lessons["shortcomings"][0] == "甲"
    assert len(lessons["shortcomings"]) > len(plain) > 0
    assert lessons["plan"]
