"""The tags the reader meets, spelt out once so that the walk compares whole strings."""

from __future__ import annotations

from reviewer.readers.docx.names import MC, W

PARAGRAPH = f"{W}p"
PARAGRAPH_PROPERTIES = f"{W}pPr"
PARAGRAPH_STYLE = f"{W}pStyle"
OUTLINE_LEVEL = f"{W}outlineLvl"
JUSTIFICATION = f"{W}jc"
NUMBERS = f"{W}numPr"
LIST_ID = f"{W}numId"
LIST_LEVEL = f"{W}ilvl"
TABLE = f"{W}tbl"
ROW = f"{W}tr"
ROW_PROPERTIES = f"{W}trPr"
CELL = f"{W}tc"
CELL_PROPERTIES = f"{W}tcPr"
CELL_DELETION = f"{W}cellDel"
MERGED_DOWN = f"{W}vMerge"
ALT_CHUNK = f"{W}altChunk"

INSERTED = f"{W}ins"
DELETION = f"{W}del"
MOVED_AWAY = f"{W}moveFrom"
DELETED = frozenset((DELETION, MOVED_AWAY))
# Containers whose content shows as if they were not there.
TRANSPARENT = frozenset(
    f"{W}{name}"
    for name in ("ins", "moveTo", "sdt", "sdtContent", "customXml", "smartTag", "hyperlink",
                 "fldSimple", "dir", "bdo", "rubyBase", "ruby")
)  # fmt: skip

RUN = f"{W}r"
RUN_PROPERTIES = f"{W}rPr"
TEXT = f"{W}t"
TAB = f"{W}tab"
POSITIONED_TAB = f"{W}ptab"
BREAK = f"{W}br"
CARRIAGE_RETURN = f"{W}cr"
HARD_HYPHEN = f"{W}noBreakHyphen"
SYMBOL = f"{W}sym"
FIELD_CHARACTER = f"{W}fldChar"
FIELD_TYPE = f"{W}fldCharType"
FIELD_CODE = f"{W}instrText"
RUBY = f"{W}ruby"
COMMENT = f"{W}commentReference"
DRAWING = f"{W}drawing"
PICTURE = f"{W}pict"
OBJECT = f"{W}object"
TEXT_BOX = f"{W}txbxContent"
# What shows that a drawing or picture holds something to look at.
PICTURED = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}blip",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
    "{urn:schemas-microsoft-com:vml}imagedata",
    "{urn:schemas-microsoft-com:office:office}OLEObject",
)
EQUATION_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
EQUATIONS = frozenset(
    f"{{http://schemas.openxmlformats.org/officeDocument/2006/math}}{name}"
    for name in ("oMath", "oMathPara")
)
ALTERNATIVES = f"{MC}AlternateContent"
CHOICE = f"{MC}Choice"
FALLBACK = f"{MC}Fallback"
