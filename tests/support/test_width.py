from __future__ import annotations

import pytest

from reviewer.support.width import display_width, pad


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("A01", 3), ("青溪镇", 6), ("１．（", 6), ("𠮷", 2), ("e\u0301", 1), ("“x”", 3)],
)
def test_han_and_full_width_signs_take_two_columns(text: str, width: int) -> None:
    assert display_width(text) == width


def test_padding_fills_up_to_the_width() -> None:
    assert pad("镇", 4) == "镇  "
    assert pad("abc", 2) == "abc"
