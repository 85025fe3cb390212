"""Puts the parts of an OpenDocument text together into a report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reviewer.readers.building import ReportBuilder
from reviewer.readers.frame import load_frame
from reviewer.readers.lists import Counters
from reviewer.readers.odt.body import BodyReader
from reviewer.readers.odt.styles import OdtLists, Styles
from reviewer.readers.odt.tags import OFFICE, STYLE
from reviewer.readers.source import SourceFile
from reviewer.readers.xml import parse_xml
from reviewer.report import BlockKind, Report

if TYPE_CHECKING:
    from lxml.etree import _Element

FORMAT = "odt"
_TYPE = b"application/vnd.oasis.opendocument.text"
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"
_FLAT = re.compile(rb"<office:document\s[^>]*?office:mimetype=[\"']" + re.escape(_TYPE))
_MARGINS = frozenset(
    f"{STYLE}{name}"
    for name in ("header", "footer", "header-left", "footer-left", "header-first", "footer-first")
)
_HAN = re.compile("[\u4e00-\u9fff]")


def recognises(file: SourceFile) -> bool:
    """Tell whether this is an OpenDocument text."""
    if not file.is_zip:
        return _FLAT.search(file.data[:16384]) is not None
    members = file.archive.members
    if _CONTENT not in members:
        return False
    return "mimetype" not in members or file.archive.read("mimetype").startswith(_TYPE)


def read(file: SourceFile) -> Report:
    """Return the report: body, then notes; raises UnreadableReport."""
    roots = _roots(file)
    body = roots[0].find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise file.error("unreadable")
    styles = Styles(*reversed(roots))
    lists = OdtLists(styles)
    counters = Counters(lists)
    reader = BodyReader(styles, lists, counters)
    builder = ReportBuilder(file.path, FORMAT, file.limits)
    lines = list(reader.story(body, BlockKind.PARAGRAPH))
    while reader.notes:
        notes, reader.notes = reader.notes, []
        lines += [line for note in notes for line in reader.story(note, BlockKind.NOTE)]
    builder.add_story(lines)
    builder.notice_skipped(reader.skipped, counters)
    if any(_has_text_in_margins(root) for root in roots):
        builder.notice("header-footer-skipped")
    if _lacks_styles(file):
        builder.notice("perhaps-incomplete")
    if _has_macros(file):
        builder.notice("macros-ignored")
    builder.mark_frame(load_frame().find(builder.lines))
    return builder.build()


def _roots(file: SourceFile) -> list[_Element]:
    """Return the roots of content and styles, of the one part where the file is flat."""
    if not file.is_zip:
        return [parse_xml(file.data, file)]
    archive = file.archive
    if _MANIFEST in archive.members and b":encryption-data" in archive.read(_MANIFEST):
        raise file.error("encrypted")
    parts = [name for name in (_CONTENT, _STYLES) if name in archive.members]
    return [parse_xml(archive.read(name), file) for name in parts]


def _has_text_in_margins(root: _Element) -> bool:
    return any(
        _HAN.search("".join(margin.itertext()))
        for margin in root.iterfind(f"{OFFICE}master-styles/{STYLE}master-page/*")
        if margin.tag in _MARGINS
    )


def _lacks_styles(file: SourceFile) -> bool:
    """Tell whether the styles, with them perhaps numbers, are listed but not there."""
    if not file.is_zip or _STYLES in file.archive.members:
        return False
    return _MANIFEST in file.archive.members and b'"styles.xml"' in file.archive.read(_MANIFEST)


def _has_macros(file: SourceFile) -> bool:
    if not file.is_zip:
        return b"<script:module" in file.data
    return any(
        name.startswith(("Basic/", "Scripts/")) and not name.endswith(("/", "-lc.xml"))
        for name in file.archive.members
    )
