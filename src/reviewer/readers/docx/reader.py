"""Puts the parts of a .docx together into a report."""

from __future__ import annotations

from reviewer.readers.building import ReportBuilder
from reviewer.readers.docx.body import BodyReader
from reviewer.readers.docx.names import W
from reviewer.readers.docx.numbering import Counters, Numbering
from reviewer.readers.docx.package import Package, main_part
from reviewer.readers.docx.styles import Styles
from reviewer.readers.source import SourceFile
from reviewer.report import BlockKind, Report

FORMAT = "docx"
_NOTES = (("footnotes", f"{W}footnote"), ("endnotes", f"{W}endnote"))


def recognises(file: SourceFile) -> bool:
    """Tell whether the zip has a Word document inside."""
    return file.is_zip and main_part(file) is not None


def read(file: SourceFile) -> Report:
    """Return the report: body, then notes; page headers and footers are left out with a notice."""
    package = Package(file, main_part(file) or "")
    document = package.document
    body = document.find(f"{W}body")
    if body is None:
        raise file.error("unreadable")
    counters = Counters(Numbering(package.part("numbering")))
    reader = BodyReader(Styles(package.styles), counters)
    lines = reader.story(body, BlockKind.PARAGRAPH)
    for kind, tag in _NOTES:
        notes = package.part(kind)
        for note in () if notes is None else notes.iterchildren(tag):
            # Separators between text and notes are stored as notes with a type.
            if note.get(f"{W}type") in (None, "normal"):
                lines += reader.story(note, BlockKind.NOTE)
    builder = ReportBuilder(file.path, FORMAT, file.limits)
    for line in lines:
        builder.add(
            line.text, kind=line.kind, number=line.number, frame=line.frame, layout=line.layout
        )
    for code, details in reader.skipped.items():
        builder.notice(code, **details)
    if counters.unknown_format is not None:
        builder.notice("numbers-approximate", format=counters.unknown_format)
    if package.has_text_in_margins():
        builder.notice("header-footer-skipped")
    return builder.build()
