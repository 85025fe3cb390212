"""The parts of a .docx: found through relationships, parsed without trust.

Read with zipfile and lxml instead of python-docx: that library parses every part of the package
into its own classes first, which costs more than this whole reader, and its paragraphs leave out
insertions, content controls, text boxes, notes and automatic numbers.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from reviewer.readers.source import SourceFile
from reviewer.readers.xml import parse_xml

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN_TYPES = (
    "wordprocessingml.document.main",
    "wordprocessingml.template.main",
    "ms-word.document.macroEnabled.main",
    "ms-word.template.macroEnabledTemplate.main",
)
_KINDS = ("styles", "numbering", "footnotes", "endnotes")
_DEFAULT_MAIN = "word/document.xml"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_HAN_TEXT = re.compile("<w:t[ >][^<]*[\u4e00-\u9fff]")
_STYLE_END = b"</w:style>"
_TABLE_STYLE = re.compile(rb'\s*<w:style [^>]*w:type="table"')
_LATENT = b"<w:latentStyles "
_LATENT_END = b"</w:latentStyles>"
# Strict documents use other names for the same things.
_STRICT = b"http://purl.oclc.org/ooxml/"
_NAMESPACES = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main",
     b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships",
     b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"),
    (b"http://purl.oclc.org/ooxml/drawingml/",
     b"http://schemas.openxmlformats.org/drawingml/2006/"),
)  # fmt: skip


def main_part(file: SourceFile) -> str | None:
    """Return the name of the member with the document's body, None where this is no .docx."""
    members = file.archive.members
    if _DEFAULT_MAIN in members:
        return _DEFAULT_MAIN
    if "_rels/.rels" not in members:
        return None
    for _, kind, target in _relationships(file, "_rels/.rels"):
        name = posixpath.normpath(target.lstrip("/"))
        if kind == "officeDocument" and name in members and _is_word(file, name):
            return name
    return None


class Package:
    """The parts one document is made of, parsed when asked for."""

    def __init__(self, file: SourceFile, main: str) -> None:
        self._file = file
        self._main = main

    @property
    def document(self) -> _Element:
        """The root of the document part; raises UnreadableReport where it is broken."""
        return self._parse(self._main)

    def part(self, kind: str) -> _Element | None:
        """Return the root of the part of this kind ("styles", "numbering", "footnotes" …)."""
        name = self._targets.get(kind, "")
        return self._parse(name) if name in self._file.archive.members else None

    @property
    def styles(self) -> _Element | None:
        """The root of the styles part without its table styles and the list of latent ones.

        They are most of a large part (350 KB where python-docx wrote it), and parsing them would
        cost more than all the rest of the document.
        """
        name = self._targets.get("styles", "")
        if name not in self._file.archive.members:
            return None
        return self._parse(name, _what_text_needs)

    def lacks_parts(self) -> bool:
        """Tell whether styles, numbers or notes are named but not there, or there but not named."""
        folder = posixpath.dirname(self._main)
        members = self._file.archive.members
        for kind in _KINDS:
            name = self._targets.get(kind)
            is_there = (posixpath.join(folder, f"{kind}.xml") if name is None else name) in members
            if is_there != (name is not None):
                return True
        return False

    def has_text_in_margins(self) -> bool:
        """Tell whether a page header or footer says more than a page number."""
        for _, kind, name in self._related:
            if kind in ("header", "footer") and name in self._file.archive.members:
                text = self._file.archive.read(name).decode("utf-8", errors="replace")
                if _HAN_TEXT.search(text):
                    return True
        return False

    def embedded(self, identity: str) -> bytes | None:
        """Return the document embedded by this relationship, None where it is not there."""
        name = next(
            (name for known, kind, name in self._related if (known, kind) == (identity, "aFChunk")),
            None,
        )
        return None if name not in self._file.archive.members else self._file.archive.read(name)

    @cached_property
    def _related(self) -> tuple[tuple[str, str, str], ...]:
        folder, name = posixpath.split(self._main)
        rels = posixpath.join(folder, "_rels", f"{name}.rels")
        if rels not in self._file.archive.members:
            return ()
        return tuple(
            (identity, kind, posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))
            for identity, kind, target in _relationships(self._file, rels)
        )

    @cached_property
    def _targets(self) -> Mapping[str, str]:
        return {kind: name for _, kind, name in reversed(self._related)}

    def _parse(self, name: str, cut: Callable[[bytes], bytes] = bytes) -> _Element:
        data = cut(self._file.archive.read(name))
        if _STRICT in data[:8192]:
            for strict, common in _NAMESPACES:
                data = data.replace(strict, common)
        return parse_xml(data, self._file)


def _relationships(file: SourceFile, member: str) -> Iterator[tuple[str, str, str]]:
    """Give id, kind (last word of the type) and target of every relationship inside the package."""
    root = parse_xml(file.archive.read(member), file)
    for element in root.iterchildren(_RELATIONSHIP):
        if element.get("TargetMode") != "External":
            kind = element.get("Type", "").rsplit("/", 1)[-1]
            yield element.get("Id", ""), kind, element.get("Target", "")


def _what_text_needs(data: bytes) -> bytes:
    """Cut table styles and latent ones out; where they are written in an unusual way they stay."""
    styles = data.split(_STYLE_END)
    kept = _STYLE_END.join([style for style in styles if not _TABLE_STYLE.match(style)])
    before, _, latent = kept.partition(_LATENT)
    _, end, after = latent.partition(_LATENT_END)
    return before + after if end else kept


def _is_word(file: SourceFile, name: str) -> bool:
    if "[Content_Types].xml" not in file.archive.members:
        return False
    types = file.archive.read("[Content_Types].xml").decode("utf-8", errors="replace")
    return f'/{name}"' in types and any(kind in types for kind in _MAIN_TYPES)
