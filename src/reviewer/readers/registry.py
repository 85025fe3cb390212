"""Opens a file as a report: finds out by its content what it is and asks the module for it.

A further format is one more module with FORMAT, `recognises` and `read`, entered in one of the
two functions below, and taken out of `foreign`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from reviewer.readers.foreign import refuse_foreign
from reviewer.readers.limits import Limits
from reviewer.readers.names import named
from reviewer.readers.own_files import refuse_own
from reviewer.readers.source import SourceFile, load
from reviewer.report import Report

_DEFAULT_LIMITS = Limits()


class Reader(Protocol):
    """What a module of this package offers for its format."""

    FORMAT: str

    def recognises(self, file: SourceFile) -> bool:
        """Tell from the content, never from the name, whether the file is of this format."""

    def read(self, file: SourceFile) -> Report:
        """Return the report; raises UnreadableReport."""


def _packages() -> Iterator[Reader]:
    """Give the readers one by one: who reads a .docx need not load all the others."""
    from reviewer.readers import docx

    yield docx
    from reviewer.readers import doc, odt, ofd, pdf, rtf

    yield from (doc, pdf, ofd, rtf, odt)


def _texts() -> Iterator[Reader]:
    """Give the readers of plain text; it comes last, as every web page is plain text too."""
    from reviewer.readers import html, mht, plain

    yield from (mht, html, plain)


def read_report(
    path: str, *, encoding: str | None = None, limits: Limits = _DEFAULT_LIMITS
) -> Report:
    """Read the file at `path`; `encoding` overrules what is found ("reopen as").

    Raises UnreadableReport with one of the codes not-found, no-access, not-a-document, encrypted,
    empty, scanned, no-character-codes, too-large, unsupported, unreadable, unknown-encoding,
    own-file.
    """
    file = load(path, limits, encoding)
    refuse_own(file)
    report = named(_reader_of(file).read(file))
    return replace(report, digest=file.digest)


def _reader_of(file: SourceFile) -> Reader:
    """Return the module for what the file is; raises UnreadableReport where there is none."""
    for reader in _packages():
        if reader.recognises(file):
            return reader
    refuse_foreign(file)
    for reader in _texts():
        if reader.recognises(file):
            return reader
    raise file.error("not-a-document")
