from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from openpyxl import Workbook


@pytest.fixture
def make_form(tmp_path: Path) -> Callable[..., Path]:
    """A function that saves a workbook with the given cells on its first sheet."""

    def make(cells: Mapping[str, object], change: Callable[[Workbook], None] | None = None) -> Path:
        book = Workbook()
        book.active.title = "表"
        for place, value in cells.items():
            book.active[place] = value
        if change is not None:
            change(book)
        path = tmp_path / "表格.xlsx"
        book.save(path)
        return path

    return make
