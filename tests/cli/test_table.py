from __future__ import annotations

from reviewer.cli.table import table


def test_columns_are_aligned_between_han_and_latin() -> None:
    rows = [["编号", "要素", "理由"], ["A01", "普法与宣传", "无"], ["B", "x", ""]]
    assert table(rows) == ("编号  要素        理由\nA01   普法与宣传  无\nB     x")
