from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.report import Anchor, Span

TEXT = (
    "石桥镇2025年法治政府建设年度报告\n"
    "一、主要举措和成效\n"
    "全年开展法治宣传12场次，发放资料3000份。\n"
    "二、存在的不足\n"
    "一是宣传形式单一。二是台账不全。\n"
    "全年开展法治宣传12场次，发放资料3000份。\n"
)


def anchor(words: str, place: int = 0) -> Anchor:
    start = TEXT.index(words, place)
    return Anchor.of(TEXT, Span(start, start + len(words)))


def found(made: Anchor, text: str) -> str | None:
    span = made.find(text)
    return span.of(text) if span else None


@given(st.text("甲乙丙。\n", max_size=60), st.data())
def test_an_anchor_finds_its_own_place_in_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert Anchor.of(text, span).find(text) == span


@given(st.text("天地人。\n", max_size=40))
def test_words_put_before_it_move_it(added: str) -> None:
    made = anchor("二是台账不全。")
    span = made.find(added + TEXT)
    assert span == Span(made.start + len(added), made.start + len(added) + 7)


def test_code_points_beyond_the_first_plane_count_as_one() -> None:
    made = anchor("宣传形式单一")
    assert made.find("𠮷😀" + TEXT) == Span(made.start + 2, made.start + 8)


@pytest.mark.parametrize("which", [0, 1])
def test_of_equal_passages_the_one_with_the_same_surroundings_is_meant(which: int) -> None:
    words = "全年开展法治宣传12场次，发放资料3000份。"
    place = TEXT.index(words)
    made = anchor(words, place if which == 0 else place + 1)
    newer = TEXT.replace("石桥镇", "石桥镇人民政府关于").replace("不足\n", "不足和原因\n")
    places = [newer.index(words), newer.rindex(words)]
    assert made.find(newer).start == places[which]


def test_an_edited_passage_is_found_between_its_old_surroundings() -> None:
    made = anchor("一是宣传形式单一。")
    newer = TEXT.replace("一是宣传形式单一。", "一是宣传形式单一，入户宣讲只有4次。")
    assert found(made, newer) == "一是宣传形式单一，入户宣讲只有4次。"


def test_an_edited_passage_that_moved_is_found_by_its_likeness() -> None:
    made = anchor("一是宣传形式单一。二是台账不全。")
    newer = "三、其他\n一是宣传形式较单一。二是台账不全。\n" + TEXT[: TEXT.index("一是")]
    assert "宣传形式较单一" in (found(made, newer) or "")


def test_a_passage_that_was_struck_out_is_not_found() -> None:
    made = anchor("一是宣传形式单一。二是台账不全。")
    assert made.find(TEXT.replace("一是宣传形式单一。二是台账不全。\n", "")) is None
    assert made.find("") is None


def test_an_empty_place_is_known_by_the_words_around_it() -> None:
    place = TEXT.index("二是")
    made = Anchor.of(TEXT, Span(place, place))
    assert made.find("序言\n" + TEXT) == Span(place + 3, place + 3)
    assert made.find(TEXT.replace("一是宣传形式单一。二是台账不全。", "无。")) is None
