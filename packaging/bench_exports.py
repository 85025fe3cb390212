"""Measure writing the score workbook beside XlsxWriter writing the same cells.

`python packaging/bench_exports.py` measures every count of reports, each in a process of its own.
"""

from __future__ import annotations

import io
import resource
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from reviewer.export.workbook.book import workbook_bytes
from reviewer.review import Review, load_pipeline

REPORTS = Path(__file__).parent.parent / "tests" / "corpus" / "tuned" / "reports"
COUNTS = (40, 3000)
BOUND = 4

Cell = tuple[int, int, object, str]


def reviews(count: int) -> list[Review]:
    """Return `count` reviews: the corpus over and over."""
    pipeline = load_pipeline()
    known = [pipeline.open(str(path)) for path in sorted(REPORTS.glob("*.txt"))]
    return list(islice(cycle(known), count))


def cells_of(content: memoryview) -> dict[str, list[Cell]]:
    """Return every cell of a workbook by sheet: row, column, value, name of its style."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content))
    return {
        sheet.title: [
            (cell.row - 1, cell.column - 1, cell.value, cell.style)
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style or cell.value is not None
        ]
        for sheet in book
    }


def write_plainly(sheets: dict[str, list[Cell]]) -> None:
    """Write the same cells with XlsxWriter, one format for each style."""
    import xlsxwriter

    book = xlsxwriter.Workbook(io.BytesIO(), {"in_memory": True})
    styles = {cell[3] for cells in sheets.values() for cell in cells}
    formats = {style: book.add_format({"border": 1, "text_wrap": True}) for style in styles}
    for title, cells in sheets.items():
        sheet = book.add_worksheet(title)
        for row, column, value, style in cells:
            sheet.write(row, column, value, formats[style])
    book.close()


def measure(count: int) -> None:
    """Print what `count` reports take, and the memory of this process."""
    made = reviews(count)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    content = workbook_bytes(made)
    own = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    sheets = cells_of(content)
    start = time.perf_counter()
    write_plainly(sheets)
    plain = time.perf_counter() - start
    total = sum(map(len, sheets.values()))
    ratio = own / plain
    judged = f"{'within' if ratio <= BOUND else 'OVER'} the bound of {BOUND}"
    print(
        f"score workbook, {count:5,} reports, {total:9,} cells: {own:6.2f} s, "
        f"{ratio:.1f} times XlsxWriter, {judged}; {len(content) / 1e6:.1f} MB, "
        f"peak memory {peak / 1024:.0f} MB ({(peak - before) / 1024:.0f} MB more than before)"
    )


def show_exports() -> None:
    """Print the measurements, each from a process of its own."""
    for count in COUNTS:
        subprocess.run([sys.executable, __file__, str(count)], check=True)


if __name__ == "__main__":
    if sys.argv[1:]:
        measure(int(sys.argv[1]))
    else:
        show_exports()
