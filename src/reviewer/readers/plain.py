"""Reads plain text (.txt, .md), also text copied from a web page."""

from __future__ import annotations

import re

from reviewer.readers.building import ReportBuilder
from reviewer.readers.encoding import decode, is_wide_text
from reviewer.readers.frame import load_frame
from reviewer.readers.limits import Limits
from reviewer.readers.source import SourceFile
from reviewer.report import Report

FORMAT = "txt"
# A character of GB18030 or UTF-8 takes four bytes at most.
_BYTES_PER_CHARACTER = 4
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65_536
# What Markdown puts before a heading; where it stands, words are set in bold by pairs of **.
_HEADING_MARK = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE)
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*")


def recognises(file: SourceFile) -> bool:
    """Tell whether the bytes can be text: hardly a control character, or two to four bytes each."""
    head = file.data[:_SAMPLE]
    if head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    return len(_CONTROL.findall(head)) * 100 <= len(head) or is_wide_text(head)


def read(file: SourceFile) -> Report:
    """Return the report; every line that is not blank becomes a paragraph.

    Raises UnreadableReport.
    """
    if len(file.data) > file.limits.characters * _BYTES_PER_CHARACTER:
        raise file.error("too-large")
    decoded = decode(file.data, file.path, file.encoding)
    if len(decoded.text) > file.limits.characters:
        raise file.error("too-large")
    builder = ReportBuilder(file.path, FORMAT, file.limits)
    if not decoded.certain:
        builder.notice("encoding-guessed", encoding=decoded.encoding)
    if decoded.damaged:
        builder.notice("characters-damaged", count=decoded.damaged, encoding=decoded.encoding)
    _add(builder, decoded.text)
    return builder.build(decoded.encoding)


def text_report(text: str, source: str) -> Report:
    """Return a report from text in memory, such as an example of a checklist."""
    builder = ReportBuilder(source, FORMAT, Limits())
    _add(builder, text)
    return builder.build()


def _add(builder: ReportBuilder, text: str) -> None:
    bare, headings = _HEADING_MARK.subn("", text)
    builder.add_lines(_BOLD.sub(r"\1", bare) if headings else text)
    builder.mark_frame(load_frame().find(builder.lines))
