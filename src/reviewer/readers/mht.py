"""Reads web pages saved in one file (.mht, .mhtml): the page among the parts of a mail message."""

from __future__ import annotations

import re
from dataclasses import replace
from email import errors, policy
from email.message import Message
from email.parser import BytesParser

from reviewer.readers import html, plain
from reviewer.readers.encoding import decode, encoding_name
from reviewer.readers.source import SourceFile
from reviewer.report import Notice, Report

FORMAT = "mht"
_HEAD = re.compile(
    rb"\s*(?:From|MIME-Version|Subject|Date|X-[\w-]+|Content-[\w-]+|Snapshot-Content-Location):"
    rb".{0,4096}?^Content-Type:",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
_PAGES = ("text/html", "application/xhtml+xml")
_BOUNDARY = b"\n--"
_NESTING = b"boundary"
_DEEPEST = 40


def recognises(file: SourceFile) -> bool:
    """Tell whether the file begins with the headers of a message that says what it contains."""
    head = file.data[:8192].removeprefix(b"\xef\xbb\xbf")
    return b"\0" not in head and _HEAD.match(head) is not None


def read(file: SourceFile) -> Report:
    """Return the report of the first page; pictures and further frames are left out.

    Raises UnreadableReport.
    """
    data = file.data
    if data.count(_BOUNDARY) > file.limits.members or data.count(_NESTING) > _DEEPEST:
        raise file.error("too-large")
    message = _parse(file)
    part = _page(message)
    if part is None:
        raise file.error("unreadable")
    content = _content(part, file)
    if not content.strip():
        raise file.error("empty")
    encoding = file.encoding or _declared(part, content, file)
    page = SourceFile(file.path, content, file.limits, encoding)
    is_page = part.get_content_type() in _PAGES or html.recognises(page)
    report = html.read(page) if is_page else plain.read(page)
    notices = report.notices
    broken = Notice("perhaps-incomplete")
    if broken not in notices and any(part.defects for part in message.walk()):
        notices = (*notices, broken)
    return replace(report, format=FORMAT, notices=notices)


def _declared(part: Message, content: bytes, file: SourceFile) -> str | None:
    """Return the encoding the part's header names, where it fits the bytes."""
    name = encoding_name(part.get_content_charset("") or "")
    if name is None or decode(content, file.path, name).damaged:
        return None
    return name


def _parse(file: SourceFile) -> Message:
    try:
        return BytesParser(policy=policy.compat32).parsebytes(file.data.lstrip())
    except (errors.MessageError, ValueError, RecursionError) as error:
        raise file.error("unreadable") from error


def _page(message: Message) -> Message | None:
    """Return the first part that is a page, else the first that is text."""
    parts = [part for part in message.walk() if not part.is_multipart()]
    for wanted in (_PAGES, ("text/plain",)):
        for part in parts:
            if part.get_content_type() in wanted:
                return part
    return None


def _content(part: Message, file: SourceFile) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError) as error:
        raise file.error("unreadable") from error
    if not isinstance(data, bytes):
        raise file.error("unreadable")
    return data
