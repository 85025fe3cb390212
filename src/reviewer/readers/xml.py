"""Parses XML that is not trusted."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from reviewer.readers.source import SourceFile

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes, file: SourceFile) -> _Element:
    """Return the root of a part of a document.

    Raises UnreadableReport: "too-large" for more nodes than the limits allow, counted before
    parsing; "unreadable" for broken XML, for more than 256 levels (libxml2's own bound), and for a
    DTD, which no office format uses and which entity bombs need.
    """
    from lxml import etree

    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", errors="replace").encode()
    if max(data.count(b"<"), data.count(b"=")) > file.limits.nodes:
        raise file.error("too-large")
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise file.error("unreadable")
    # The encoding is fixed: a declared exotic one could hide tags from the counts above.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise file.error("unreadable") from error
