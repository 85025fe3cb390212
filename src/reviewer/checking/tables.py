"""The columns of tables: what stands below headings such as 不足, 原因 and 措施."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from reviewer.checking.case import Case
from reviewer.checking.word_index import find_all
from reviewer.report import Span
from reviewer.support.folding import fold

# What stands before the tab of a numbered line: 1. or (一) is no heading of a column.
_NUMBER = re.compile(r"\W*(?:\d{1,2}|第?[一二三四五六七八九十]{1,3}|[㈠-㈩])\W*")

Row = tuple[Span, tuple[Span | None, ...]]  # a row and its cells in the columns asked for


def rows_below(case: Case, span: Span, *headings: tuple[str, ...]) -> Iterator[Row]:
    """Yield the rows of tables inside `span` with their cells in some columns.

    A column is found by how its heading ends; a table without the first one is none, and a row
    that says nothing there belongs to no table. Headings that come again on the next page are no
    row.
    """
    if case.report.text.find("\t", span.start, span.end) < 0:
        return
    columns: list[int | None] = []
    headed = ""
    for block in case.report.blocks:
        row = Span(max(block.start, span.start), min(block.end, span.end))
        if row.end <= row.start:
            continue
        cells = _cells(case, row)
        if len(cells) < 2:
            columns = []
            continue
        if not columns:
            columns = [_column(case, cells, words) for words in headings]
            columns = columns if columns[0] is not None else []
            headed = row.of(case.report.text)
            continue
        if row.of(case.report.text) == headed:
            continue
        told = tuple(_cell(cells, column) for column in columns)
        if told[0]:
            yield row, told


def _cells(case: Case, row: Span) -> list[Span]:
    edges = [row.start - 1, *find_all(case.report.text, "\t", row.start, row.end), row.end]
    return [Span(before + 1, end) for before, end in pairwise(edges)]


def _column(case: Case, cells: list[Span], words: tuple[str, ...]) -> int | None:
    """Return the number of the first column whose heading ends with one of `words`."""
    texts = [fold(cell.of(case.report.text)).strip() for cell in cells]
    if _NUMBER.fullmatch(texts[0]):
        return None
    return next((n for n, text in enumerate(texts) if text.endswith(words)), None)


def _cell(cells: list[Span], column: int | None) -> Span | None:
    cell = cells[column] if column is not None and column < len(cells) else None
    return cell or None  # an empty cell is false
