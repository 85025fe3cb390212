from __future__ import annotations

import pytest

from reviewer.cli.table import points_text, table


def test_columns_are_aligned_between_han_and_latin() -> None:
    rows = [["编号", "要素", "理由"], ["A01", "普法与宣传", "无"], ["B", "x", ""]]
    assert table(rows) == ("编号  要素        理由\nA01   普法与宣传  无\nB     x")


@pytest.mark.parametrize(
    ("value", "text"), [(2.0, "2"), (1.5, "1.5"), (0.0, "0"), (0.1 + 0.2, "0.3"), (100.0, "100")]
)
def test_points_are_shown_without_needless_decimals(value: float, text: str) -> None:
    assert points_text(value) == text
