"""Documents that a .docx embeds whole (w:altChunk), as the programs of many a web site write it."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.readers.line import Line
from reviewer.readers.skipped import Skipped
from reviewer.readers.source import SourceFile
from reviewer.report import Report
from reviewer.support.errors import UnreadableReport


def embedded_report(
    file: SourceFile, data: bytes, read_docx: Callable[[SourceFile], Report]
) -> Report | None:
    """Return the report of a document in `file`, None where it holds no text of a known format.

    Raises UnreadableReport("too-large").
    """
    from reviewer.readers import html, mht, plain, rtf

    inner = SourceFile(file.path, data, file.limits)
    if inner.is_zip:
        read = read_docx
    else:
        reader = next((r for r in (rtf, mht, html, plain) if r.recognises(inner)), None)
        if reader is None:
            return None
        read = reader.read
    try:
        return read(inner)
    except UnreadableReport as error:
        if error.code == "too-large":
            raise
        return None


def lines_of(report: Report, skipped: Skipped) -> list[Line]:
    """Return the lines of an embedded document; what was left out of it goes to `skipped`."""
    for notice in report.notices:
        skipped.notices.setdefault(notice.code, dict(notice.details))
    return [
        Line(
            report.text[block.start : block.end],
            block.kind,
            block.layout,
            block.number,
            block.frame,
        )
        for block in report.blocks
    ]
