"""The score workbook, sheet by sheet."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import __version__
from reviewer.compare.ranking import best_first
from reviewer.export.kept import write_keeping_old
from reviewer.export.whole_file import require_suffix
from reviewer.review import Review
from reviewer.support.errors import ExportError
from reviewer.support.messages import Language, Messages, load_messages

if TYPE_CHECKING:
    from openpyxl import Workbook

    from reviewer.export.workbook.score_cells import ScoreCells

SUFFIX = ".xlsx"
MOST_SHEETS = 250  # Excel and WPS take seconds to open more; the scores then stand on one sheet


def write_workbook(
    reviews: Sequence[Review], target: Path, *, language: Language = "zh"
) -> Path | None:
    """Write `reviews`, all of one checklist, to `target`; return where an older file is kept.

    None where there was none, or it held the same. Raises ExportError, whose details name another
    place (`suggestion`); the older file is then unchanged.
    """
    require_suffix(target, SUFFIX)
    return write_keeping_old(target, workbook_bytes(reviews, language=language), language)


def workbook_bytes(reviews: Sequence[Review], *, language: Language = "zh") -> memoryview:
    """Return the workbook as the bytes of an .xlsx file. Raises ExportError without reviews."""
    if not reviews:
        raise ExportError("export-nothing")
    # Packed in memory: a half-written zip on a full disk would complain once more when it closes.
    content = io.BytesIO()
    _build(best_first(reviews), load_messages(language)).save(content)
    return content.getbuffer()


def problems_bytes(reviews: Sequence[Review], *, language: Language = "zh") -> memoryview:
    """Return a workbook with the list of problems alone as the bytes of an .xlsx file."""
    from openpyxl import Workbook

    from reviewer.export.workbook.problems import fill_problems_sheet
    from reviewer.export.workbook.styles import add_styles

    messages, content = load_messages(language), io.BytesIO()
    book = Workbook()
    add_styles(book)
    book.active.title = messages.say("sheet-problems")
    fill_problems_sheet(book.active, best_first(reviews), messages)
    book.save(content)
    return content.getbuffer()


def _build(reviews: Sequence[Review], messages: Messages) -> Workbook:
    from openpyxl import Workbook

    from reviewer.export.workbook.about import fill_about_sheet
    from reviewer.export.workbook.ledger import fill_ledger_sheet
    from reviewer.export.workbook.log import fill_log_sheet
    from reviewer.export.workbook.matrix import fill_matrix_sheet
    from reviewer.export.workbook.problems import fill_problems_sheet
    from reviewer.export.workbook.styles import add_styles
    from reviewer.export.workbook.summary import fill_summary_sheet

    book = Workbook()
    add_styles(book)
    book.properties.creator = f"reviewer {__version__}"
    # The figures are formulas without stored results: whatever opens the file works them out.
    book.calculation.fullCalcOnLoad = True
    summary = book.active
    summary.title = messages.say("sheet-summary")
    matrix, problems, ledger, log, about = (
        book.create_sheet(messages.say(f"sheet-{name}"))
        for name in ("matrix", "problems", "ledger", "log", "about")
    )
    scored = list(zip(reviews, _score_cells(book, reviews, messages), strict=True))
    today = datetime.datetime.now().astimezone().date()
    fill_summary_sheet(summary, scored, messages, today)
    fill_matrix_sheet(matrix, scored, messages)
    fill_problems_sheet(problems, reviews, messages)
    many = len(reviews) > MOST_SHEETS
    fill_ledger_sheet(ledger, reviews, messages, conflicts_only=many)
    fill_log_sheet(log, reviews, messages)
    fill_about_sheet(about, reviews[0].checklist, messages, today)
    return book


def _score_cells(book: Workbook, reviews: Sequence[Review], messages: Messages) -> list[ScoreCells]:
    """Write the given scores, a sheet per report or all on one, and say where they stand."""
    from reviewer.export.workbook.report import fill_report_sheet
    from reviewer.export.workbook.scores import fill_scores_sheet
    from reviewer.export.workbook.sheet_names import sheet_name

    if len(reviews) > MOST_SHEETS:
        sheet = book.create_sheet(messages.say("sheet-scores"), 2)
        return fill_scores_sheet(sheet, reviews, messages)
    cells: list[ScoreCells] = []
    for review in reviews:
        unit = review.outline.front.unit
        unnamed = messages.say("sheet-unnamed")
        name = sheet_name(unit.value if unit else "", book.sheetnames, unnamed)
        place = 2 + len(cells)  # behind summary and matrix
        cells.append(fill_report_sheet(book.create_sheet(name, place), review, messages))
    return cells
