"""The tables at the start of an .rtf file: fonts, styles, lists."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reviewer.readers.codepages import codec_of_codepage, codepage_of_character_set
from reviewer.readers.lists import LONGEST_TEXT, Level, NumberedList
from reviewer.readers.number_codes import number_format
from reviewer.readers.rtf.tokens import Group, Kind, Token, bytes_of

_SYMBOL_SET = 2
# Western or "as the system": the codepage of the whole file decides.
_NEUTRAL_SETS = (0, 1)
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_CONTENTS = re.compile(r"toc (?:\d|heading)", re.IGNORECASE)
_LEVELS = 9
_SUFFIXES = ("tab", "space", "nothing")


@dataclass(frozen=True, slots=True)
class Font:
    """A font; `codec` is None where the codepage of the file holds."""

    name: str | None = None
    codec: str | None = None
    is_symbol: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says of the outline."""

    name: str | None = None
    outline_level: int | None = None
    contents: bool = False


class Head:
    """Everything the head of the file has said so far."""

    def __init__(self) -> None:
        self.codec = "cp1252"
        self.fonts: dict[int, Font] = {}
        self.default_font = 0
        self.styles: dict[int, Style] = {}
        self._definitions: dict[int, dict[int, Level]] = {}
        self._lists: dict[str, NumberedList] = {}

    def list(self, identity: str) -> NumberedList | None:
        """Return the list that paragraphs name by this number."""
        return self._lists.get(identity)

    def decode(self, data: bytes, font: Font) -> str:
        """Return the text of bytes in this font."""
        for codec in (font.codec, self.codec):
            if codec is not None:
                try:
                    return data.decode(codec)
                except UnicodeDecodeError:
                    continue
        return data.decode(font.codec or self.codec, errors="replace")

    def take_codepage(self, number: int) -> None:
        """Take the codepage of the file."""
        self.codec = codec_of_codepage(number) or self.codec

    def take_fonts(self, table: Group) -> None:
        """Take the font table; in old files the fonts stand in it without groups of their own."""
        for group in table.groups or _parted(table):
            words = group.words
            number = words.get("f")
            if number is None:
                continue
            character_set = words.get("fcharset") or 0
            codec = codec_of_codepage(words.get("cpg") or 0)
            if codec is None and character_set not in _NEUTRAL_SETS:
                codec = codepage_of_character_set(character_set)
            # The name is written in letters, whatever the font shows for them.
            name = self._text(group, Font(None, codec)).split(";")[0].strip()
            self.fonts[number] = Font(name or None, codec, character_set == _SYMBOL_SET)

    def take_styles(self, sheet: Group) -> None:
        """Take the style sheet."""
        for group in sheet.groups:
            words = group.words
            if "cs" in words or "ds" in words or "ts" in words:
                continue
            name = self._text(group, Font()).split(";")[0].strip()
            heading = _HEADING.fullmatch(name)
            outline = words.get("outlinelevel")
            level = int(heading[1]) if heading else None if outline is None else outline + 1
            number = words.get("s") or 0
            self.styles[number] = Style(name or None, level, _CONTENTS.match(name) is not None)

    def take_lists(self, table: Group) -> None:
        """Take the definitions of the lists."""
        for group in table.groups:
            identity = group.words.get("listid")
            if group.name == "list" and identity is not None:
                found = [part for part in group.groups if part.name == "listlevel"]
                self._definitions[identity] = dict(enumerate(map(self._level, found[:_LEVELS])))

    def take_overrides(self, table: Group) -> None:
        """Take the lists themselves, each made of a definition and of changes to it."""
        for group in table.groups:
            words = group.words
            number, definition = words.get("ls"), words.get("listid")
            if number is None or definition not in self._definitions:
                continue
            levels = dict(self._definitions[definition])
            starts: dict[int, int] = {}
            changes = [part for part in group.groups if part.name == "lfolevel"]
            for index, change in enumerate(changes[:_LEVELS]):
                given = change.words
                for part in change.groups:
                    if part.name == "listlevel":
                        levels[index] = self._level(part)
                if "listoverridestartat" in given:
                    own = levels[index].start if index in levels else 1
                    starts[index] = given.get("levelstartat") or own
            self._lists[str(number)] = NumberedList(str(number), str(definition), starts, levels)

    def _level(self, group: Group) -> Level:
        words = group.words
        code = words.get("levelnfcn", words.get("levelnfc"))
        text = next((part for part in group.groups if part.name == "leveltext"), Group())
        follow = words.get("levelfollow") or 0
        font = self.fonts.get(words.get("f") or -1, Font())
        start = words.get("levelstartat")
        return Level(
            start=1 if start is None else start,
            number_format=number_format(code or 0),
            text=_template(self._text(text, font)),
            suffix=_SUFFIXES[follow] if 0 <= follow < len(_SUFFIXES) else "tab",
            legal=words.get("levellegal", 0) != 0,
            restart=0 if words.get("levelnorestart") else None,
        )

    def _text(self, group: Group, font: Font) -> str:
        """Return the text of a group without that of the groups in it."""
        parts: list[str] = []
        waiting = b""
        skip = 0
        for token in group.content:
            if isinstance(token, Group):
                continue
            if token.kind is Kind.BYTES:
                waiting += token.data[skip:]
                skip = max(0, skip - len(token.data))
            elif token.kind is Kind.UNICODE:
                for unit, count, rest in token.units:
                    parts += [self._symbols(waiting, font), chr(unit)]
                    waiting, skip = bytes_of(rest)[1:], max(0, 1 - count)
        parts.append(self._symbols(waiting, font))
        return "".join(parts)

    def _symbols(self, data: bytes, font: Font) -> str:
        if font.is_symbol:
            return "".join(chr(0xF000 + byte) if byte > 0x20 else chr(byte) for byte in data)
        return self.decode(data, font)


def _parted(table: Group) -> list[Group]:
    """Part a table without groups where a font begins."""
    groups: list[Group] = []
    for token in table.content:
        if isinstance(token, Token):
            if token.kind is Kind.WORD and token.text == "f":
                groups.append(Group())
            if groups:
                groups[-1].content.append(token)
    return groups


def _template(text: str) -> str:
    """Return a level's text with %1 to %9; it begins with its length, a semicolon ends it."""
    length, rest = ord(text[:1] or "\0"), text[1:]
    shown = rest[: min(length, LONGEST_TEXT)]
    return "".join(f"%{ord(char) + 1}" if ord(char) < _LEVELS else char for char in shown)
