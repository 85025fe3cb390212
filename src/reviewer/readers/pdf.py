"""Reads .pdf files with PDFium: glyphs and lines of every page, for `paged` to make text of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.readers.building import ReportBuilder
from reviewer.readers.paged import Page, paged_builder
from reviewer.readers.pdf_annotations import flatten, has_written_notes
from reviewer.readers.pdf_damage import is_damaged
from reviewer.readers.pdf_glyphs import GlyphReader
from reviewer.readers.pdf_rules import page_rules
from reviewer.readers.source import SourceFile
from reviewer.report import Report

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

FORMAT = "pdf"
_MAGIC = b"%PDF-"
_MOST_PAGES = 2_000
# Of all glyphs, how many may be unknown before the text as a whole is not to be had.
_UNKNOWN_SHARE = 0.3


def recognises(file: SourceFile) -> bool:
    """Tell whether the file begins as a PDF does; some programs write a line before."""
    head = file.data[:1024].lstrip()
    return head.startswith(_MAGIC) or (_MAGIC in head and b"endobj" in file.data)


def read(file: SourceFile) -> Report:
    """Return the report; raises UnreadableReport("scanned") where pages are pictures only."""
    document = _open(file)
    try:
        return _read(document, file)
    finally:
        document.close()


def _open(file: SourceFile) -> PdfDocument:
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(file.data)
        pages = len(document)
    except pypdfium2.PdfiumError as error:
        locked = raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY
        if getattr(error, "err_code", None) in locked:
            raise file.error("encrypted") from error
        raise file.error("unreadable") from error
    if pages > _MOST_PAGES:
        document.close()
        raise file.error("too-large")
    if pages == 0:
        document.close()
        raise file.error("unreadable")
    return document


def _read(document: PdfDocument, file: SourceFile) -> Report:
    reader = GlyphReader(file)
    pages = [_page(document, index, reader, file) for index in range(len(document))]
    if reader.unknown > _UNKNOWN_SHARE * (reader.known + reader.unknown):
        raise file.error("no-character-codes")
    builder = paged_builder(file, FORMAT, pages)
    _say_losses(builder, reader)
    if is_damaged(file.data):
        builder.notice("perhaps-incomplete")
    return builder.build()


def _say_losses(builder: ReportBuilder, reader: GlyphReader) -> None:
    if reader.unknown:
        builder.notice("glyphs-unknown", count=reader.unknown)
    if reader.recognised:
        builder.notice("text-recognised")
    if reader.hidden:
        builder.notice("hidden-text")
    if reader.turned:
        builder.notice("turned-text-skipped")


def _page(document: PdfDocument, index: int, reader: GlyphReader, file: SourceFile) -> Page:
    import pypdfium2

    try:
        page = document[index]
        if has_written_notes(page):
            flatten(page)
            page.close()
            page = document[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise file.error("unreadable") from error
    try:
        left, bottom, right, top = page.get_cropbox()
        rules, pictures = page_rules(page, file)
        return reader.page(text, (left, bottom, right, top), rules, pictures)
    finally:
        text.close()
        page.close()
