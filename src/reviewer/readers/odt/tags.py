"""The names of OpenDocument that the reader meets, spelt out once."""

from __future__ import annotations

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_NAMESPACE}office:1.0}}"
TEXT = f"{{{_NAMESPACE}text:1.0}}"
STYLE = f"{{{_NAMESPACE}style:1.0}}"
TABLE = f"{{{_NAMESPACE}table:1.0}}"
DRAW = f"{{{_NAMESPACE}drawing:1.0}}"
FO = f"{{{_NAMESPACE}xsl-fo-compatible:1.0}}"
SVG = f"{{{_NAMESPACE}svg-compatible:1.0}}"
LO = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"

PARAGRAPH, HEADING = f"{TEXT}p", f"{TEXT}h"
PARAGRAPHS = frozenset((PARAGRAPH, HEADING))
LIST, ITEM, LIST_HEADER = f"{TEXT}list", f"{TEXT}list-item", f"{TEXT}list-header"
TABLE_ROOT, ROW = f"{TABLE}table", f"{TABLE}table-row"
CELL, COVERED = f"{TABLE}table-cell", f"{TABLE}covered-table-cell"
ROW_GROUPS = frozenset(
    f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")
)
SECTIONS = frozenset(f"{TEXT}{name}" for name in ("section", "index-body", "index-title"))
INDEXES = frozenset(
    f"{TEXT}{name}"
    for name in (
        "table-of-content",
        "illustration-index",
        "table-index",
        "object-index",
        "user-index",
        "alphabetical-index",
        "bibliography",
    )
)
TRACKED = f"{TEXT}tracked-changes"
CHANGED = f"{TEXT}changed-region"

SPACE, TAB, LINE_BREAK = f"{TEXT}s", f"{TEXT}tab", f"{TEXT}line-break"
SPAN, NOTE, NOTE_BODY = f"{TEXT}span", f"{TEXT}note", f"{TEXT}note-body"
ANNOTATIONS = frozenset((f"{OFFICE}annotation", f"{OFFICE}annotation-end"))
FRAME, TEXT_BOX, GROUP = f"{DRAW}frame", f"{DRAW}text-box", f"{DRAW}g"
PICTURES = frozenset(f"{DRAW}{name}" for name in ("image", "object", "object-ole", "plugin"))
SHAPES = frozenset(
    f"{DRAW}{name}"
    for name in ("custom-shape", "rect", "ellipse", "circle", "polygon", "path", "line", "caption")
)
# Inside a paragraph these hold nothing to read, or nothing that shows.
SILENT = frozenset(
    (
        f"{TEXT}ruby-text",
        f"{TEXT}number",
        f"{TEXT}soft-page-break",
        f"{TEXT}note-citation",
        f"{TEXT}alphabetical-index-mark",
        f"{OFFICE}forms",
    )
)
HIDDEN_FIELDS = frozenset((f"{TEXT}hidden-text", f"{TEXT}hidden-paragraph"))
