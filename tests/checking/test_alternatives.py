from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from reviewer.checking.alternatives import any_of

words = st.lists(st.text(alphabet="甲乙(|", min_size=1, max_size=3), max_size=6)


@given(words, st.text(alphabet="甲乙(|丙", max_size=12))
def test_the_longest_word_is_found_at_every_place(known: list[str], text: str) -> None:
    ordered = sorted(known, key=len, reverse=True)
    plain = re.compile("|".join(map(re.escape, ordered)) or "(?!)")
    assert any_of(known).findall(text) == plain.findall(text)


def test_no_words_are_found_nowhere() -> None:
    assert any_of([]).search("甲乙") is None
