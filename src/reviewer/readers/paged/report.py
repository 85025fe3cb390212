"""Puts the pages of a document together: running heads out, tables by rows, paragraphs joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from statistics import median

from reviewer.readers.building import ReportBuilder
from reviewer.readers.line import Line, RunFormat, table_lines
from reviewer.readers.paged.columns import Stretch, gutter_of, in_reading_order
from reviewer.readers.paged.furniture import PageRows, without_furniture
from reviewer.readers.paged.glyph import Glyph, Page
from reviewer.readers.paged.paragraphs import Margins, ParagraphJoiner, margins_of
from reviewer.readers.paged.rows import Row, Segment, rows_of
from reviewer.readers.paged.tables import Table, take_tables
from reviewer.readers.source import SourceFile
from reviewer.report import BlockKind, Layout

# A table without lines has as many rows one after the other with several segments each.
_LEAST_ROWS = 3


def paged_builder(file: SourceFile, file_format: str, pages: Sequence[Page]) -> ReportBuilder:
    """Return the report so far: all text of the pages, with notices for what was left out.

    Raises UnreadableReport("scanned") where there are pictures and no text.
    """
    scanned = [
        str(number) for number, page in enumerate(pages, 1) if page.pictures and not page.glyphs
    ]
    if scanned and not any(page.glyphs for page in pages):
        raise file.error("scanned")
    builder = ReportBuilder(file.path, file_format, file.limits)
    kept, heads = without_furniture([PageRows(page.height, _rows(page)) for page in pages])
    builder.add_story(_lines(kept, [page.width for page in pages]))
    if heads:
        builder.notice("header-footer-skipped")
    if scanned:
        builder.notice("pages-scanned", pages=", ".join(scanned))
    pictures = sum(page.pictures for page in pages if page.glyphs)
    if pictures:
        builder.notice("pictures-skipped", count=pictures)
    return builder


def _rows(page: Page) -> list[Row]:
    """Return the rows of a page from top to bottom, every table as a row of its own."""
    tables, glyphs = take_tables(page.glyphs, page.rules)
    return sorted([*rows_of(glyphs), *map(_as_row, tables)], key=lambda row: row.base)


def _as_row(table: Table) -> Row:
    cells = [
        [_cell(table.cells[row][column]) for column in range(len(table.columns) - 1)]
        for row in range(len(table.rows) - 1)
    ]
    place = Segment(table.columns[0], table.columns[-1], [("", RunFormat())])
    return Row(table.rows[0], [place], table_lines(cells))


def _cell(glyphs: list[Glyph]) -> list[Line]:
    rows = rows_of(glyphs)
    if not rows:
        return []
    joiner = ParagraphJoiner()
    joiner.add(rows, replace(margins_of(rows), indents=False))
    joiner.close()
    return joiner.lines


def _usual_margins(
    pages: list[list[Stretch]], widths: list[float]
) -> dict[tuple[float, int], Margins]:
    """Return the margins of running text on pages of each width, in each column."""
    running: dict[tuple[float, int], list[Row]] = {}
    for stretches, width in zip(pages, widths, strict=True):
        for column, part in stretches:
            rows = running.setdefault((width, column), [])
            rows += [row for row in part if not row.lines]
    return {place: margins_of(rows) for place, rows in running.items() if rows}


def _usual_gutters(gutters: list[float | None], widths: list[float]) -> dict[float, float]:
    """Return the gutter of pages of each width, where at least half of them have one."""
    found: dict[float, float] = {}
    for width in set(widths):
        own = [gutter for gutter, at in zip(gutters, widths, strict=True) if at == width]
        known = [gutter for gutter in own if gutter is not None]
        if known and 2 * len(known) >= len(own):
            found[width] = median(known)
    return found


def _lines(rows_of_pages: list[list[Row]], widths: list[float]) -> list[Line]:
    gutters = [gutter_of(rows) for rows in rows_of_pages]
    common = _usual_gutters(gutters, widths)
    pages = [
        in_reading_order(rows, own, common.get(width))
        for rows, own, width in zip(rows_of_pages, gutters, widths, strict=True)
    ]
    usual = _usual_margins(pages, widths)
    joiner = ParagraphJoiner()
    for page, (stretches, width) in enumerate(zip(pages, widths, strict=True)):
        for column, stretch in stretches:
            text = [row for row in stretch if not row.lines]
            margins = margins_of(text, usual[width, column]) if text else None
            for is_table, part in _tables_without_lines(stretch):
                if is_table or margins is None:
                    joiner.close()
                    joiner.lines += [line for row in part for line in _table_lines(row)]
                else:
                    joiner.add(part, margins, page)
    joiner.close()
    return joiner.lines


def _tables_without_lines(rows: list[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Part rows into those of running text and those that stand in columns like a table."""
    for (ready, segmented), group in groupby(rows, key=_kind):
        part = list(group)
        yield ready or (segmented and len(part) >= _LEAST_ROWS), part


def _kind(row: Row) -> tuple[bool, bool]:
    return bool(row.lines), len(row.segments) > 1


def _table_lines(row: Row) -> Sequence[Line]:
    if row.lines:
        return row.lines
    text = "\t".join(segment.text for segment in row.segments)
    return [Line(text, BlockKind.TABLE_ROW, Layout())]
