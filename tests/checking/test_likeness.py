"""Passages are compared with what examples tell of each element."""

from __future__ import annotations

from reviewer.checking.likeness import Lesson, Likeness

LIKENESS = Likeness(
    {
        "roads": Lesson(
            ("硬化村道三里，补坑六处。",), ("修补机耕道。",), ("村道勘测图纸送审五次。",)
        ),
        "wells": Lesson(("打井两口，清理水塘。", "疏通水渠。")),
    },
    same=0.35,
)


def test_a_passage_is_most_like_the_element_whose_examples_sound_like_it() -> None:
    passage = LIKENESS.read("补好机耕道上的坑。")
    assert LIKENESS.grade("roads", passage) > LIKENESS.grade("wells", passage)


def test_words_no_example_has_are_like_nothing() -> None:
    assert LIKENESS.grade("roads", LIKENESS.read("abc 12")) == 0


def test_the_same_words_in_a_longer_passage_are_less_like_it() -> None:
    short, long = LIKENESS.read("疏通水渠。"), LIKENESS.read("疏通水渠。" + "天气晴朗无云" * 9)
    assert LIKENESS.grade("wells", short) > LIKENESS.grade("wells", long)


def test_a_passage_told_as_an_example_without_a_fact_is_none() -> None:
    assert LIKENESS.is_fact("roads", "硬化村道两里，补坑九处。")
    assert not LIKENESS.is_fact("roads", "又修补机耕道。")


def test_a_passage_told_as_an_example_of_missing_is_a_counterexample() -> None:
    assert LIKENESS.is_counterexample("roads", "村道勘测图纸送审七次。")
    assert not LIKENESS.is_counterexample("roads", "硬化村道九里，补坑两处。")
    assert not LIKENESS.is_counterexample("wells", "村道勘测图纸送审七次。")
