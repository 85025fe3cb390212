"""Styles: what a paragraph or run inherits, each resolved once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.readers.docx.names import VALUE, W, child_value, is_on, whole_number
from reviewer.readers.line import RunFormat

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:\d|heading)", re.IGNORECASE)
# Longer chains of basedOn than this do not occur; a loop would be one.
_LONGEST_CHAIN = 30


_UNSTYLED = RunFormat()


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style gives; `list_id` "0" switches numbering off."""

    identity: str = ""
    name: str | None = None
    list_id: str | None = None
    list_style: str = ""
    list_level: int | None = None
    outline_level: int | None = None
    centered: bool = False
    contents: bool = False
    run: RunFormat = _UNSTYLED


class Styles:
    """The styles of a document by id; ids that do not exist behave like the default style."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._runs: dict[tuple[str | None, RunFormat], RunFormat] = {}
        self._default: str | None = None
        self._base = RunFormat()
        self._read(root)

    def paragraph(self, identity: str | None) -> ParagraphStyle:
        """Return the paragraph style, with all it inherits."""
        found = self._paragraphs.get(identity)
        if found is None:
            found = self._resolve(identity if identity in self._elements else self._default)
            self._paragraphs[identity] = found
        return found

    def run(self, identity: str | None, base: RunFormat) -> RunFormat:
        """Return how the character style changes `base`."""
        key = (identity, base)
        if key not in self._runs:
            look = base
            for element in reversed(self._chain(identity)):
                properties = element.find(f"{W}rPr")
                if properties is not None:
                    look = self.changed(properties, look)
            self._runs[key] = look
        return self._runs[key]

    def changed(self, properties: _Element, base: RunFormat) -> RunFormat:
        """Return `base` as the children of a w:rPr change it."""
        bold, font, size, hidden = base
        for child in properties:
            tag = child.tag
            if tag == _BOLD:
                bold = is_on(child)
            elif tag == _FONTS:
                font = child.get(_EAST_ASIAN) or font
            elif tag == _SIZE:
                size = whole_number(child.get(VALUE), 0) / 2 or size
            elif tag == _VANISH:
                hidden = is_on(child)
            elif tag == _RUN_STYLE:
                bold, font, size, hidden = self.run(child.get(VALUE), base)
        return RunFormat(bold, font, size, hidden)

    def _read(self, root: _Element | None) -> None:
        if root is None:
            return
        for element in root.iterchildren(f"{W}style"):
            identity = element.get(f"{W}styleId", "")
            self._elements[identity] = element
            kind = element.get(f"{W}type")
            if kind == "paragraph" and element.get(f"{W}default") in ("1", "true", "on"):
                self._default = identity
        properties = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if properties is not None:
            self._base = self.changed(properties, self._base)

    def _chain(self, identity: str | None) -> list[_Element]:
        """Return the style and those it is based on, the nearest first."""
        chain: list[_Element] = []
        while identity in self._elements and len(chain) < _LONGEST_CHAIN:
            element = self._elements[identity]
            if element in chain:
                break
            chain.append(element)
            identity = child_value(element, "basedOn")
        return chain

    def _resolve(self, identity: str | None) -> ParagraphStyle:
        style = ParagraphStyle(run=self._base)
        for element in reversed(self._chain(identity)):
            style = self._inherit(style, element)
        return style

    def _inherit(self, style: ParagraphStyle, element: _Element) -> ParagraphStyle:
        name = child_value(element, "name") or ""
        heading = _HEADING.fullmatch(name)
        identity = element.get(f"{W}styleId", "")
        style = replace(
            style,
            identity=identity,
            name=name or None,
            contents=style.contents or _CONTENTS.match(name) is not None,
            outline_level=int(heading[1]) if heading else style.outline_level,
        )
        paragraph = element.find(f"{W}pPr")
        if paragraph is not None:
            style = _paragraph_properties(style, paragraph, identity)
        run = element.find(f"{W}rPr")
        return style if run is None else replace(style, run=self.changed(run, style.run))


def _paragraph_properties(
    style: ParagraphStyle, properties: _Element, identity: str
) -> ParagraphStyle:
    numbers = properties.find(f"{W}numPr")
    if numbers is not None:
        list_id = child_value(numbers, "numId")
        level = child_value(numbers, "ilvl")
        style = replace(
            style,
            list_id=list_id or style.list_id,
            list_style=identity,
            list_level=whole_number(level, 0) if level is not None else style.list_level,
        )
    outline = child_value(properties, "outlineLvl")
    if outline is not None:
        style = replace(style, outline_level=outline_level(outline))
    justified = child_value(properties, "jc")
    return style if justified is None else replace(style, centered=justified == "center")


def outline_level(value: str) -> int | None:
    """Return the outline level counted from 1; Word's 9 means body text."""
    level = whole_number(value, 9)
    return level + 1 if 0 <= level < 9 else None


_BOLD = f"{W}b"
_FONTS = f"{W}rFonts"
_EAST_ASIAN = f"{W}eastAsia"
_SIZE = f"{W}sz"
_VANISH = f"{W}vanish"
_RUN_STYLE = f"{W}rStyle"
