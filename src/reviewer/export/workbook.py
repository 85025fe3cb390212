"""The score workbook: summary, a sheet per report, list of problems."""

from __future__ import annotations

import datetime
import errno
import io
import os
from collections.abc import Sequence
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING

from reviewer import __version__
from reviewer.review import Review
from reviewer.support.atomic import free_name, replace_file
from reviewer.support.errors import ExportError
from reviewer.support.messages import Language, Messages, load_messages

if TYPE_CHECKING:
    from openpyxl import Workbook

_SUFFIX = ".xlsx"


def write_workbook(reviews: Sequence[Review], target: Path, *, language: Language = "zh") -> None:
    """Write `reviews`, all of one checklist, to `target`; an older file there is replaced.

    Raises ExportError, whose details name another place (`suggestion`); the older file is then
    unchanged.
    """
    if not reviews:
        raise ExportError("export-nothing")
    if target.suffix.lower() != _SUFFIX:
        suggestion = target.with_name(target.name + _SUFFIX)
        raise ExportError("export-not-xlsx", path=target, suggestion=suggestion)
    # Packed in memory: a half-written zip on a full disk would complain once more when it closes.
    content = io.BytesIO()
    _build(reviews, load_messages(language)).save(content)
    try:
        replace_file(target, lambda file: file.write(content.getbuffer()))
    except OSError as error:
        raise _export_error(target, error) from error


def _build(reviews: Sequence[Review], messages: Messages) -> Workbook:
    from openpyxl import Workbook

    from reviewer.export.problems_sheet import fill_problems_sheet
    from reviewer.export.report_sheet import fill_report_sheet
    from reviewer.export.sheet_names import sheet_name
    from reviewer.export.styles import add_styles
    from reviewer.export.summary_sheet import fill_summary_sheet

    book = Workbook()
    add_styles(book)
    book.properties.creator = f"reviewer {__version__}"
    # The figures are formulas without stored results: whatever opens the file works them out.
    book.calculation.fullCalcOnLoad = True
    summary = book.active
    summary.title = messages.say("sheet-summary")
    problems = messages.say("sheet-problems")
    filled = []
    for review in reviews:
        unit = review.outline.front.unit
        name = sheet_name(
            unit.value if unit else "",
            [*book.sheetnames, problems],
            messages.say("sheet-unnamed"),
        )
        filled.append((review, fill_report_sheet(book.create_sheet(name), review, messages)))
    fill_summary_sheet(summary, filled, messages, datetime.datetime.now().astimezone().date())
    listed = [(review, cells.sheet) for review, cells in filled]
    fill_problems_sheet(book.create_sheet(problems), listed, messages)
    return book


def _export_error(target: Path, error: OSError) -> ExportError:
    code = {
        errno.EACCES: "export-locked",
        errno.EPERM: "export-locked",
        errno.EROFS: "export-locked",
        errno.ENOSPC: "export-disk-full",
        errno.EDQUOT: "export-disk-full",
        errno.ENOENT: "export-no-folder",
        errno.ENOTDIR: "export-no-folder",
    }.get(error.errno or 0, "export-failed")
    return ExportError(
        code,
        path=target,
        problem=error,
        suggestion=_other_name(target, code),
    )


def _other_name(target: Path, code: str) -> Path:
    """Return a free name beside `target`, or in another folder where that place is no use."""
    here = target.parent.absolute()
    if code in ("export-locked", "export-failed") and os.access(here, os.W_OK):
        return free_name(target)
    places = [place for place in (Path.home(), Path(gettempdir())) if place != here]
    if code == "export-disk-full":  # another disk is likelier to have room
        places.sort(key=lambda place: _device(place) == _device(here))
    usable = (place for place in places if place.is_dir() and os.access(place, os.W_OK))
    return free_name(next(usable, places[0]) / target.name)


def _device(folder: Path) -> int | None:
    return folder.stat().st_dev if folder.exists() else None
