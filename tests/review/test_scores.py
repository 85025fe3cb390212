"""How points are written."""

from __future__ import annotations

import pytest

from reviewer.review.scores import points_text


@pytest.mark.parametrize(
    ("value", "text"), [(2.0, "2"), (1.5, "1.5"), (0.0, "0"), (0.1 + 0.2, "0.3"), (100.0, "100")]
)
def test_points_are_shown_without_needless_decimals(value: float, text: str) -> None:
    assert points_text(value) == text
