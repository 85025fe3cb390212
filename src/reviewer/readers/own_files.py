"""Knows the program's own slips and PDF files, which often lie below the folder of the reports."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from reviewer.readers.limits import Limits
from reviewer.readers.source import SourceFile, load
from reviewer.support.errors import UnreadableReport
from reviewer.support.own_mark import BEGINNING

_PROPERTIES = "docProps/core.xml"
_IN_WORD = re.compile(rb"<cp:category>%s\d" % BEGINNING.encode())
_IN_PDF = re.compile(
    re.escape(b"/Creator (" + codecs.BOM_UTF16_BE + BEGINNING.encode("utf-16-be")) + rb"\0\d"
)
_PDF_HEAD = 4096  # bytes; the mark stands in the first object


def is_own(file: SourceFile) -> bool:
    """Tell whether the program wrote the file; what is damaged is left to the readers.

    A report with comments is the township's, and not meant.
    """
    if not file.is_zip:
        return _IN_PDF.search(file.data, 0, _PDF_HEAD) is not None
    try:
        properties = _PROPERTIES in file.archive.members
        return properties and _IN_WORD.search(file.archive.read(_PROPERTIES)) is not None
    except UnreadableReport:
        return False


def refuse_own(file: SourceFile) -> None:
    """Raise UnreadableReport where the program wrote the file."""
    if is_own(file):
        raise file.error("own-file")


def is_own_at(path: str, limits: Limits) -> bool:
    """Tell whether the program wrote what lies at `path`; what cannot be read is not its own."""
    suffix = Path(path).suffix.lower()
    try:
        if suffix == ".pdf":  # may be large, and its beginning tells
            with Path(path).open("rb") as stream:
                return _IN_PDF.search(stream.read(_PDF_HEAD)) is not None
        return suffix == ".docx" and is_own(load(path, limits, None))
    except (UnreadableReport, OSError):
        return False
