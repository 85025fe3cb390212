"""Reads saved web pages: all their lines, with those of the frame marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.readers.building import ReportBuilder
from reviewer.readers.encoding import Decoded, decode, encoding_name
from reviewer.readers.frame import Main, load_frame
from reviewer.readers.page import PageReader, main_lines
from reviewer.readers.source import SourceFile
from reviewer.report import Report

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FORMAT = "html"
_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|article|section|h[1-6]|span|base)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# A tag longer than this outside its quotes has hundreds of attributes.
_TAG_LENGTH = 4096
_LONG_TAG = re.compile(rb"<[a-zA-Z][^<>]{4096,}")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
# Scripts of counters may follow the end of a page.
_HEAD, _TAIL = 65_536, 16_384
_TITLES = ("articletitle",)
_DATES = ("pubdate",)


def recognises(file: SourceFile) -> bool:
    """Tell whether the file begins as a web page does."""
    head = file.data[:8192]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    # In UTF-16 every second byte of a tag is zero.
    return _START.match(head.replace(b"\0", b"")) is not None


def read(file: SourceFile) -> Report:
    """Return the report; title and date of the page's head come first where the body has none."""
    _check_size(file)
    decoded = _decode(file)
    root = _parse(decoded.text, file)
    reader = PageReader(file)
    lines = reader.lines(root)
    texts = [line.text for line in lines]
    start, end = main_lines(lines, reader.places)
    title = _first(root, _TITLES) or _page_title(root)
    frame = load_frame().find(texts, Main(start, end), title)
    builder = ReportBuilder(file.path, FORMAT, file.limits)
    if not decoded.certain:
        builder.notice("encoding-guessed", encoding=decoded.encoding)
    if decoded.damaged:
        builder.notice("characters-damaged", count=decoded.damaged, encoding=decoded.encoding)
    page = "".join(texts)
    for said in (title, _first(root, _DATES)):
        if said and said not in page:
            builder.add(said, frame=True)
    for index, line in enumerate(lines):
        builder.add(
            line.text,
            kind=line.kind,
            number=line.number,
            frame=index in frame,
            layout=line.layout,
        )
    if _is_cut_off(decoded.text):
        builder.notice("perhaps-incomplete")
    if reader.pictures:
        builder.notice("pictures-skipped", count=reader.pictures)
    return builder.build(decoded.encoding)


def _check_size(file: SourceFile) -> None:
    limits = file.limits
    if len(file.data) > limits.page or file.data.count(b"<") > limits.nodes:
        raise file.error("too-large")
    for tag in _LONG_TAG.findall(file.data):
        # The parser compares every attribute of a tag with all others.
        if len(_QUOTED.sub(b"", tag)) > _TAG_LENGTH:
            raise file.error("too-large")


def _decode(file: SourceFile) -> Decoded:
    """Decode by the user's choice, a byte order mark, what the page declares, else by proof."""
    found = _CHARSET.search(file.data[:8192])
    if file.encoding is None and found and not file.data.startswith(_MARKS):
        name = encoding_name(found[1].decode("ascii"))
        if name is not None:
            declared = decode(file.data, file.path, name)
            if not declared.damaged:
                return declared
    return decode(file.data, file.path, file.encoding)


def _is_cut_off(text: str) -> bool:
    """Tell whether the end of the page is missing; browsers and Word write both end tags."""
    head, tail = text[:_HEAD].lower(), text[-_TAIL:].lower()
    return "<body" in head and "</body" not in tail and "</html" not in tail


def _parse(text: str, file: SourceFile) -> HtmlElement:
    from lxml import etree, html

    # Without huge_tree libxml2 drops, without a word, what is nested deeper than 256 levels.
    parser = html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        # lxml finds no element where a page has no content.
        raise file.error("empty") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise file.error("unreadable")
    return root


def _first(root: HtmlElement, names: tuple[str, ...]) -> str:
    """Return the content of the first meta element with one of these names."""
    for element in root.iter("meta"):
        content = element.get("content", "").strip()
        if element.get("name", "").lower() in names and content:
            return " ".join(content.split())
    return ""


def _page_title(root: HtmlElement) -> str:
    element = next(root.iter("title"), None)
    return "" if element is None else " ".join((element.text or "").split())
