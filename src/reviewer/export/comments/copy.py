"""A copy of the township's own Word file, or a Word file of the text, with comments."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from reviewer.export.comments.remarks import Comment, comments_on
from reviewer.report import Report, Span
from reviewer.review import Review
from reviewer.support.errors import ExportError
from reviewer.support.messages import Language, load_messages

if TYPE_CHECKING:
    from docx.document import Document

SUFFIX = ".docx"
_OWN_FORMAT = "docx"
_LEAST_QUOTE = 4  # characters; a shorter piece could be found anywhere


def commented_copy(
    review: Review, *, author: str, original: bytes | None = None, language: Language = "zh"
) -> bytes:
    """Return a Word file with the report's text and a comment at every place to be mended.

    Of a .docx report it is a copy of `original` (read from the report's source where not given),
    otherwise a new file of the text. Raises ExportError where the original is gone or changed.
    """
    document = _document(review.report, original)
    _write(document, review.report, comments_on(review, load_messages(language)), author)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _document(report: Report, original: bytes | None) -> Document:
    if report.format != _OWN_FORMAT:
        return _document_of_text(report)
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        data = Path(report.source).read_bytes() if original is None else original
    except OSError as error:
        raise ExportError("comments-no-original", path=report.source, problem=error) from error
    try:
        return docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError):
        return _document_of_text(report)  # what is macro-enabled or a template, or only we can read


def _document_of_text(report: Report) -> Document:
    import docx

    document = docx.Document()
    for block in report.blocks:
        if not block.frame:
            document.add_paragraph(block.span.of(report.text))
    return document


def _write(document: Document, report: Report, comments: list[Comment], author: str) -> None:
    from reviewer.export.comments.runs import RunText, squeeze

    for comment in comments:
        text = RunText(document)
        near = len(squeeze(report.text[: comment.span.start]))
        found = (text.find(squeeze(piece), near) for piece in _pieces(report, comment.span))
        passage = next((passage for passage in found if passage is not None), None)
        if passage is None:
            raise ExportError("comments-other-text", path=report.source)
        text.mark(passage, comment.text, author)


def _pieces(report: Report, span: Span) -> Iterator[str]:
    """Give what to look for, the best first: the passage, its longest line, the lines around.

    An automatic number is part of the report's text but not of the file's.
    """
    passage = span.of(report.text)
    yield passage
    lines = [block for block in report.blocks if block.span.overlaps(span) and not block.frame]
    pieces = []
    for block in lines:
        start = block.start + len(block.number or "")
        pieces.append(report.text[max(start, span.start) : min(block.end, span.end)])
        pieces.append(report.text[start : block.end])
    yield from sorted((p for p in pieces if len(p) >= _LEAST_QUOTE), key=len, reverse=True)
    for block in report.blocks:
        if not block.frame:
            yield report.text[block.start + len(block.number or "") : block.end]
