"""Styles of an OpenDocument text: what a paragraph, span or list inherits, each resolved once."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reviewer.readers.line import RunFormat
from reviewer.readers.lists import LONGEST_TEXT, Level, NumberedList
from reviewer.readers.odt.tags import FO, LO, OFFICE, STYLE, SVG, TEXT

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST_CHAIN = 30
_SIZE = re.compile(r"(\d{1,3}(?:\.\d+)?)pt")
_PLACE = re.compile(r"%([1-9])%")
_SUFFIXES = {"listtab": "tab", "space": "space", "nothing": "nothing"}
_LEVELS = 10
_UNSTYLED = RunFormat()
# The first of the three samples that a format is named by.
_FORMATS = {
    "": "none", "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman",
    "I": "upperRoman", "一": "chineseCountingThousand", "１": "decimalFullWidth",
    "①": "decimalEnclosedCircle", "甲": "ideographTraditional", "子": "ideographZodiac",
    "壹": "chineseLegalSimplified", "01": "decimalZero", "〇": "ideographDigital",
    "1st": "ordinal", "㊀": "ideographEnclosedCircle",
}  # fmt: skip
_LEGAL_TRADITIONAL = "貳"


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style gives, with all it inherits."""

    name: str | None = None
    outline_level: int | None = None
    centered: bool = False
    look: RunFormat = _UNSTYLED


class Styles:
    """The styles of the parts content and styles; names that do not exist give nothing."""

    def __init__(self, *roots: _Element) -> None:
        self._elements: dict[tuple[str, str], _Element] = {}
        self._defaults: dict[str, _Element] = {}
        self._fonts: dict[str, str] = {}
        self._lists: dict[str, dict[int, Level]] = {}
        self._list_elements: dict[str, _Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._spans: dict[tuple[str, RunFormat], RunFormat] = {}
        self.outline: dict[int, Level] = {}
        for root in roots:
            self._read(root)

    def paragraph(self, name: str) -> ParagraphStyle:
        """Return the paragraph style with this name."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._resolve(name)
        return self._paragraphs[name]

    def span(self, name: str, base: RunFormat) -> RunFormat:
        """Return how the character style changes `base`."""
        key = (name, base)
        if key not in self._spans:
            look = base
            for element in reversed(self._chain("text", name)):
                look = self._changed(look, element)
            self._spans[key] = look
        return self._spans[key]

    def levels(self, name: str) -> dict[int, Level]:
        """Return the levels (from 0) of the list style."""
        if name not in self._lists:
            element = self._list_elements.get(name)
            self._lists[name] = {} if element is None else _levels(element)
        return self._lists[name]

    def _read(self, root: _Element) -> None:
        for element in root.iter(f"{STYLE}font-face"):
            family = element.get(f"{SVG}font-family", "").strip("'\" ")
            self._fonts[element.get(f"{STYLE}name", "")] = family
        for holder in ("styles", "automatic-styles"):
            for element in root.iterfind(f"{OFFICE}{holder}/*"):
                family, name = element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", "")
                if element.tag == f"{STYLE}style":
                    self._elements[family, name] = element
                elif element.tag == f"{STYLE}default-style":
                    self._defaults[family] = element
                elif element.tag == f"{TEXT}list-style":
                    self._list_elements[name] = element
                elif element.tag == f"{TEXT}outline-style":
                    self.outline = _levels(element)

    def _chain(self, family: str, name: str) -> list[_Element]:
        """Return the style and its parents, the nearest first."""
        chain: list[_Element] = []
        while (family, name) in self._elements and len(chain) < _LONGEST_CHAIN:
            element = self._elements[family, name]
            if element in chain:
                break
            chain.append(element)
            name = element.get(f"{STYLE}parent-style-name", "")
        return chain

    def _resolve(self, name: str) -> ParagraphStyle:
        chain = self._chain("paragraph", name)
        default = self._defaults.get("paragraph")
        style = ParagraphStyle(name or None)
        for element in [*([] if default is None else [default]), *reversed(chain)]:
            style = replace(style, look=self._changed(style.look, element))
            properties = element.find(f"{STYLE}paragraph-properties")
            if properties is not None:
                align = properties.get(f"{FO}text-align")
                centered = style.centered if align is None else align == "center"
                style = replace(style, centered=centered)
            level = element.get(f"{STYLE}default-outline-level", "")
            if level.isdigit():
                style = replace(style, outline_level=int(level[:2]) or None)
        return style

    def _changed(self, look: RunFormat, element: _Element) -> RunFormat:
        properties = element.find(f"{STYLE}text-properties")
        if properties is None:
            return look
        bold, font, size, hidden = look
        weight = properties.get(f"{STYLE}font-weight-asian") or properties.get(f"{FO}font-weight")
        if weight is not None:
            bold = weight in ("bold", "600", "700", "800", "900")
        face = properties.get(f"{STYLE}font-name-asian")
        if face is not None:
            font = self._fonts.get(face) or face
        else:
            font = properties.get(f"{STYLE}font-family-asian", "").strip("'\" ") or font
        points = _SIZE.fullmatch(
            properties.get(f"{STYLE}font-size-asian") or properties.get(f"{FO}font-size") or ""
        )
        if points:
            size = float(points[1])
        shown = properties.get(f"{TEXT}display")
        return RunFormat(bold, font, size, hidden if shown is None else shown == "none")


class OdtLists:
    """Lists as they run through a text: a name made of the run's own and that of its style."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, NumberedList] = {}

    def list(self, identity: str) -> NumberedList | None:
        """Return the list that `enter` has given this identity."""
        return self._lists.get(identity)

    def enter(self, run: str, style: str | None, starts: dict[int, int]) -> str:
        """Return the identity of the run of numbers `run` in this list style, None for headings."""
        identity = f"{run} {style} {sorted(starts.items())}"
        if identity not in self._lists:
            levels = self._styles.outline if style is None else self._styles.levels(style)
            self._lists[identity] = NumberedList(identity, run, starts, levels)
        return identity


def _levels(element: _Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for child in element:
        level = child.get(f"{TEXT}level", "")
        if level.isdigit() and 0 < int(level[:3]) < _LEVELS:
            found[int(level) - 1] = _level(child, int(level))
    return found


def _level(element: _Element, level: int) -> Level:
    follow = next((child.get(f"{TEXT}label-followed-by") for child in element.iter(_ALIGNMENT)), "")
    suffix = _SUFFIXES.get(follow or "", "nothing")
    if element.tag in _BULLETS:
        return Level(number_format="bullet", text=element.get(f"{TEXT}bullet-char", "•")[:1])
    start = element.get(f"{TEXT}start-value", "1")
    return Level(
        start=int(start[:6]) if start.isdigit() else 1,
        number_format=_number_format(element.get(f"{STYLE}num-format", "")),
        text=_template(element, level),
        suffix=suffix,
    )


def _template(element: _Element, level: int) -> str:
    """Return the text around the numbers, which stand as %1 to %9."""
    given: str | None = element.get(f"{LO}num-list-format")
    if given is not None:
        return _PLACE.sub(r"%\1", given[:LONGEST_TEXT])
    displayed = element.get(f"{TEXT}display-levels", "1")
    count = min(int(displayed[:2]) if displayed.isdigit() else 1, level)
    places = ".".join(f"%{place}" for place in range(level - count + 1, level + 1))
    if not element.get(f"{STYLE}num-format"):
        places = ""
    prefix: str = element.get(f"{STYLE}num-prefix", "")[:LONGEST_TEXT]
    suffix: str = element.get(f"{STYLE}num-suffix", "")[:LONGEST_TEXT]
    return prefix + places + suffix


def _number_format(samples: str) -> str:
    first = samples.split(",")[0].strip()
    if first == "壹" and _LEGAL_TRADITIONAL in samples:
        return "ideographLegalTraditional"
    return _FORMATS.get(first, samples)


_ALIGNMENT = f"{STYLE}list-level-label-alignment"
_BULLETS = frozenset((f"{TEXT}list-level-style-bullet", f"{TEXT}list-level-style-image"))
