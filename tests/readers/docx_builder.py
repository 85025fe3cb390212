"""Makes small .docx files from a few words of notation, so that no fixture is an opaque binary."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, properties: str = "") -> str:
    """A run; `properties` are the children of w:rPr."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(
    content: str, *, style: str = "", number: tuple[int, int] | None = None, properties: str = ""
) -> str:
    """A paragraph of text or of inline XML; `number` is a list's id and the level from 0."""
    parts = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number is not None:
        parts += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    parts += properties
    inner = content if content.startswith("<") else run(content) if content else ""
    return f"<w:p><w:pPr>{parts}</w:pPr>{inner}</w:p>" if parts else f"<w:p>{inner}</w:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table; every cell is text, or XML of blocks."""
    cells = [
        "".join(f"<w:tc>{c if c.startswith('<') else paragraph(c)}</w:tc>" for c in row)
        for row in rows
    ]
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def level(
    index: int, number_format: str, text: str, *, start: int | None = 1, more: str = ""
) -> str:
    """A level of a list; `more` are further children of w:lvl, after w:numFmt."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{index}">{begin}<w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{escape(text)}"/></w:lvl>'
    )


def numbering(definitions: Mapping[int, str], lists: Mapping[int, int | tuple[int, str]]) -> str:
    """A numbering part: levels by definition id, definition id (and overrides) by list id."""
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{key}">{levels}</w:abstractNum>'
        for key, levels in definitions.items()
    )
    for key, value in lists.items():
        definition, overrides = value if isinstance(value, tuple) else (value, "")
        made += f'<w:num w:numId="{key}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
    return made


def docx(body: str, *, members: Mapping[str, bytes] | None = None, **parts: str) -> bytes:
    """A .docx with this body; parts such as numbering, styles, footnotes are XML without root."""
    files: dict[str, bytes] = {}
    relations = ""
    overrides = (
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
    )
    for name, content in parts.items():
        kind = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        xml = f"{_DECLARATION}<w:{root} {NAMESPACES}>{content}</w:{root}>"
        files[f"word/{name}.xml"] = xml.encode()
        overrides += f'<Override PartName="/word/{name}.xml" ContentType="{_TYPES}.{kind}+xml"/>'
        relations += f'<Relationship Id="r{name}" Type="{_RELATIONS}/{kind}" Target="{name}.xml"/>'
    document = f"{_DECLARATION}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    files["word/document.xml"] = document.encode()
    files["[Content_Types].xml"] = (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()
    files["_rels/.rels"] = _relationships(
        f'<Relationship Id="r1" Type="{_RELATIONS}/officeDocument" Target="word/document.xml"/>'
    )
    files["word/_rels/document.xml.rels"] = _relationships(relations)
    files.update(members or {})
    return zipped(files)


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of these members."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The members of a zip archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _relationships(inner: str) -> bytes:
    return (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{inner}</Relationships>'
    ).encode()
