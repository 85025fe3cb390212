"""Styles and fonts of a Word file ([MS-DOC] 2.9.271 STSH, 2.9.282 SttbfFfn)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace

from reviewer.readers.doc.properties import (
    Character,
    ParagraphFormat,
    changed_character,
    changed_look,
    changed_paragraph,
    character_style,
)
from reviewer.readers.line import RunFormat

_PARAGRAPH, _CHARACTER = 1, 2
_NO_STYLE = 0xFFF
_HEADINGS = range(1, 10)
_CONTENTS = range(19, 28)
_LONGEST_CHAIN = 30
_FONT_NAME = 40
_SYMBOL_SET = b"\x02"
_UNSTYLED = RunFormat()
_NO_FORMAT = ParagraphFormat()


@dataclass(frozen=True, slots=True)
class _Stored:
    """A style as stored: its built-in number, kind, parent, name and modifiers."""

    builtin: int
    kind: int
    parent: int
    name: str
    paragraph: bytes = b""
    character: bytes = b""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style gives, with all it inherits."""

    name: str | None = None
    contents: bool = False
    look: RunFormat = _UNSTYLED
    paragraph: ParagraphFormat = _NO_FORMAT


class Styles:
    """The styles of a document by index, each resolved once; a missing one gives nothing."""

    def __init__(self, sheet: bytes, fonts: bytes) -> None:
        self._fonts = tuple(name for name, _ in _fonts(fonts))
        self.symbol_fonts = frozenset(
            index for index, (_, is_symbol) in enumerate(_fonts(fonts)) if is_symbol
        )
        self._stored = _stored(sheet)
        self._styles: dict[int, Style] = {}
        self._characters: dict[tuple[int, bytes], Character] = {}

    def paragraph(self, index: int) -> Style:
        """Return the paragraph style with this index."""
        if index not in self._styles:
            self._styles[index] = self._resolve(index)
        return self._styles[index]

    def character(self, style: int, data: bytes) -> Character:
        """Return how modifiers `data` let a run look in a paragraph of the style `style`."""
        key = (style, data)
        found = self._characters.get(key)
        if found is None:
            base = self.paragraph(style).look
            named = character_style(data)
            if named is not None:
                for stored in reversed(self._chain(named)):
                    base = changed_look(base, stored.character, self._fonts)
            found = changed_character(Character(base), base, data, self._fonts)
            self._characters[key] = found
        return found

    def _chain(self, index: int) -> list[_Stored]:
        """Return the style and those it is based on, the nearest first."""
        chain: list[_Stored] = []
        while index in self._stored and len(chain) < _LONGEST_CHAIN:
            stored = self._stored[index]
            if stored in chain:
                break
            chain.append(stored)
            index = stored.parent
        return chain

    def _resolve(self, index: int) -> Style:
        style = Style()
        for stored in reversed(self._chain(index)):
            if stored.kind != _PARAGRAPH:
                continue
            paragraph = style.paragraph
            if stored.builtin in _HEADINGS:
                paragraph = replace(paragraph, outline_level=stored.builtin)
            style = Style(
                name=stored.name or None,
                contents=style.contents or stored.builtin in _CONTENTS,
                look=changed_look(style.look, stored.character, self._fonts),
                paragraph=changed_paragraph(paragraph, stored.paragraph),
            )
        return replace(style, paragraph=replace(style.paragraph, style=index))


def _stored(sheet: bytes) -> dict[int, _Stored]:
    found: dict[int, _Stored] = {}
    if len(sheet) < 6:
        return found
    head, count, base = struct.unpack_from("<HHH", sheet)
    place = 2 + head
    for index in range(min(count, _NO_STYLE)):
        if place + 2 > len(sheet):
            break
        size = int.from_bytes(sheet[place : place + 2], "little")
        entry = sheet[place + 2 : place + 2 + size]
        if size > base:
            found[index] = _style(entry, base)
        place += 2 + size
    return {index: stored for index, stored in found.items() if stored.kind}


def _style(entry: bytes, base: int) -> _Stored:
    if len(entry) < base + 2 or base < 8:
        return _Stored(0, 0, _NO_STYLE, "")
    first, second, third = struct.unpack_from("<HHH", entry)
    length = int.from_bytes(entry[base : base + 2], "little")
    place = base + 2 + 2 * length
    name = entry[base + 2 : place].decode("utf-16-le", errors="replace")
    place += 2
    kind = second & 0xF
    parts = []
    for _ in range(min(third & 0xF, 3)):
        place += place & 1
        size = int.from_bytes(entry[place : place + 2], "little")
        parts.append(entry[place + 2 : place + 2 + size])
        place += 2 + size
    if kind == _PARAGRAPH:
        # The paragraph's modifiers begin with the index of the style itself.
        paragraph, character = [*parts, b"", b""][:2]
        return _Stored(first & 0xFFF, kind, second >> 4, name, paragraph[2:], character)
    if kind == _CHARACTER:
        return _Stored(first & 0xFFF, kind, second >> 4, name, b"", [*parts, b""][0])
    return _Stored(first & 0xFFF, 0, _NO_STYLE, name)


def _fonts(table: bytes) -> list[tuple[str, bool]]:
    """Return the names of the fonts, by index, and whether their characters are symbols."""
    names: list[tuple[str, bool]] = []
    place = 4
    count = int.from_bytes(table[:2], "little")
    while place < len(table) and len(names) < count:
        size = table[place] + 1
        entry = table[place : place + size]
        text = entry[_FONT_NAME:].decode("utf-16-le", errors="replace")
        names.append((text.split("\0")[0], entry[4:5] == _SYMBOL_SET))
        place += size
    return names
