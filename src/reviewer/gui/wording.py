"""Short words and numbers as the interface shows them."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reviewer.checklist import Verdict
from reviewer.report import Report
from reviewer.review import Review, Status, scores

_VERDICTS = {
    Verdict.PRESENT: QT_TRANSLATE_NOOP("Verdict", "Present"),
    Verdict.WEAK: QT_TRANSLATE_NOOP("Verdict", "Weak"),
    Verdict.MISSING: QT_TRANSLATE_NOOP("Verdict", "Missing"),
    Verdict.UNDETERMINED: QT_TRANSLATE_NOOP("Verdict", "Undetermined"),
}

_STATUSES = {
    Status.NOT_BEGUN: QT_TRANSLATE_NOOP("Status", "Not begun"),
    Status.IN_WORK: QT_TRANSLATE_NOOP("Status", "In work"),
    Status.DONE: QT_TRANSLATE_NOOP("Status", "Done"),
    Status.SENT_BACK: QT_TRANSLATE_NOOP("Status", "Sent back"),
}


def verdict_word(verdict: Verdict) -> str:
    """Return a verdict in the language of the interface."""
    return QCoreApplication.translate("Verdict", _VERDICTS[verdict])


def status_word(status: Status) -> str:
    """Return how far a review is, in the language of the interface."""
    return QCoreApplication.translate("Status", _STATUSES[status])


def points_text(points: float | None) -> str:
    """Return points without needless zeros; a dash where there are none."""
    return "–" if points is None else scores.points_text(points)


def percent_text(percent: float) -> str:
    """Return a percentage with one decimal."""
    return f"{percent:.1f}%"


def signature(by: str, at: datetime.datetime | None) -> str:
    """Return who said something and when, in local time; empty where neither is known."""
    when = f"{at.astimezone():%m-%d %H:%M}" if at else ""
    return " ".join(part for part in (by, when) if part)


def file_name(source: str) -> str:
    """Return the last part of a path, whichever kind of slash it has."""
    return source.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def encoding_name(report: Report) -> str:
    """Return the encoding as people write it, empty where the format carries its own."""
    return (report.encoding or "").upper()


def report_name(review: Review) -> str:
    """Return what to call a report in a list: its unit, else its file's name."""
    brief = review.brief
    return brief.unit if brief and brief.unit else file_name(review.source)


def suggested_path(reviews: Sequence[Review], current: Review | None, name: str) -> str:
    """Return where to put a file called `name`: beside the report at hand, named after a lone one.

    A report in an archive has the archive's folder.
    """
    if current is None:
        return name
    if len(reviews) == 1:
        name = f"{report_name(current)} {name}"
    source = Path(current.source)
    folder = next((parent for parent in source.parents if parent.is_dir()), source.parent)
    return str(folder / name)
