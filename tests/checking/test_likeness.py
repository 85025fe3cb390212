"""Passages are compared with what examples tell of each element."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping

from reviewer.checking.likeness import Lesson, Likeness, under

LEANING = """
from reviewer.checking.likeness import Lesson, Likeness
passages = "硬化村道三里，补坑六处。", "打井两口，清理水塘，疏通水渠。", "插秧前补秧田、修田埂。"
likeness = Likeness({text[:2]: Lesson((text,)) for text in passages}, same=0.35)
print(likeness.lean("".join(passages) * 3))
"""
LESSONS = {
    "roads": Lesson(("硬化村道三里，补坑六处。",), ("修补机耕道。",), ("村道勘测图纸送审五次。",)),
    "wells": Lesson(("打井两口，清理水塘。", "疏通水渠。")),
}
LIKENESS = Likeness(LESSONS, same=0.35)


def shares(text: str, heading: str = "", likeness: Likeness = LIKENESS) -> Mapping[str, float]:
    return likeness.shares(under(likeness.lean(text), likeness.lean(heading), 1))


def test_a_passage_is_most_like_the_element_whose_examples_sound_like_it() -> None:
    found = shares("补好机耕道上的坑。")
    assert found["roads"] > 0.5 > found["wells"]


def test_words_no_example_has_tell_elements_apart_no_more_than_no_words() -> None:
    assert shares("abc 12") == shares("")


def test_what_it_stands_under_counts() -> None:
    assert shares("完工六处。", "水渠")["wells"] > shares("完工六处。", "村道")["wells"]


def test_what_a_passage_about_nothing_sounds_like_is_like_no_element() -> None:
    wiser = Likeness(LESSONS, 0.35, ["插秧前补秧田、修田埂。"])
    sown = "插秧前补秧田。"
    assert max(shares(sown, likeness=wiser).values()) < max(shares(sown).values())


def test_a_share_means_the_same_however_often_all_is_taught() -> None:
    often = {
        id_: Lesson(*(part * 3 for part in (one.present, one.weak, one.missing)))
        for id_, one in LESSONS.items()
    }
    text = "补好机耕道上的坑。"
    thrice = shares(text, likeness=Likeness(often, 0.35))
    assert thrice["roads"] > shares(text)["roads"] > 0.5


def test_a_passage_told_as_an_example_without_a_fact_is_none() -> None:
    assert LIKENESS.is_fact("roads", "硬化村道两里，补坑九处。")
    assert not LIKENESS.is_fact("roads", "又修补机耕道。")


def test_a_passage_told_as_an_example_of_missing_is_a_counterexample() -> None:
    assert LIKENESS.is_counterexample("roads", "村道勘测图纸送审七次。")
    assert not LIKENESS.is_counterexample("roads", "硬化村道九里，补坑两处。")
    assert not LIKENESS.is_counterexample("wells", "村道勘测图纸送审七次。")


def test_a_leaning_does_not_hang_on_the_order_in_which_python_hashes() -> None:
    told = {
        subprocess.run(
            [sys.executable, "-c", LEANING],
            env={**os.environ, "PYTHONHASHSEED": str(seed)},
            check=True,
            capture_output=True,
        ).stdout
        for seed in range(6)
    }
    assert len(told) == 1
