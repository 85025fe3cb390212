"""Forms of a county, made for tests."""

from __future__ import annotations

from pathlib import Path

from openpyxl import Workbook


def form(path: Path, *rows: list[object]) -> Path:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path
