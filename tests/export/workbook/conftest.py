from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from reviewer.export.workbook import write_workbook
from reviewer.review import Review


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Workbook]:
    """A function that writes reviews and returns the workbook as read back."""

    def write(*reviews: Review, language: str = "zh") -> Workbook:
        target = tmp_path / "评分.xlsx"
        write_workbook(reviews, target, language=language)
        return load_workbook(target)

    return write
