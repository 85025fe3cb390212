"""Puts the parts of a .docx together into a report."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from reviewer.readers.building import ReportBuilder
from reviewer.readers.docx.body import BodyReader
from reviewer.readers.docx.embedded import embedded_report
from reviewer.readers.docx.names import W
from reviewer.readers.docx.numbering import Numbering
from reviewer.readers.docx.package import Package, main_part
from reviewer.readers.docx.styles import Styles
from reviewer.readers.frame import load_frame
from reviewer.readers.line import Line
from reviewer.readers.lists import Counters
from reviewer.readers.source import SourceFile
from reviewer.report import BlockKind, Report

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "docx"
_NOTES = (("footnotes", f"{W}footnote"), ("endnotes", f"{W}endnote"))


def recognises(file: SourceFile) -> bool:
    """Tell whether the zip has a Word document inside."""
    return file.is_zip and main_part(file) is not None


def read(file: SourceFile) -> Report:
    """Return the report: body, then notes; page headers and footers are left out with a notice."""
    return _read(file, embedded=False)


def _read(file: SourceFile, *, embedded: bool) -> Report:
    """Read the document; one that is itself embedded embeds no further one."""
    main = main_part(file)
    if main is None:
        raise file.error("unreadable")
    package = Package(file, main)
    document = package.document
    body = document.find(f"{W}body")
    if body is None:
        raise file.error("unreadable")
    counters = Counters(Numbering(package.part("numbering")))

    def read_embedded(identity: str) -> Report | None:
        data = None if embedded else package.embedded(identity)
        return None if data is None else embedded_report(file, data, partial(_read, embedded=True))

    reader = BodyReader(Styles(package.styles), counters, read_embedded)
    builder = ReportBuilder(file.path, FORMAT, file.limits)
    builder.add_story(_lines(reader, body, package))
    builder.notice_skipped(reader.skipped, counters)
    if package.has_text_in_margins():
        builder.notice("header-footer-skipped")
    if package.lacks_parts():
        builder.notice("perhaps-incomplete")
    if any(name.endswith("vbaProject.bin") for name in file.archive.members):
        builder.notice("macros-ignored")
    # Many a report is a web page pasted into Word, frame and all.
    builder.mark_frame(load_frame().find(builder.lines))
    return builder.build()


def _lines(reader: BodyReader, body: _Element, package: Package) -> Iterator[Line]:
    """Give the lines of the body and then of the notes."""
    yield from reader.story(body, BlockKind.PARAGRAPH)
    for kind, tag in _NOTES:
        notes = package.part(kind)
        for note in () if notes is None else notes.iterchildren(tag):
            # Separators between text and notes are stored as notes with a type.
            if note.get(f"{W}type") in (None, "normal"):
                yield from reader.story(note, BlockKind.NOTE)
