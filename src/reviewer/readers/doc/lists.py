"""The lists of a Word file: PlfLst and PlfLfo ([MS-DOC] 2.9.149 to 2.9.151, 2.9.131)."""

from __future__ import annotations

import struct

from reviewer.readers.doc.sprms import C_FONT, modifiers
from reviewer.readers.lists import LONGEST_TEXT, Level, NumberedList
from reviewer.readers.number_codes import number_format

_LIST, _OVERRIDE, _LEVEL = 28, 16, 28
_LEVELS = 9
_SUFFIXES = ("tab", "space", "nothing")
_SIMPLE = 1
_LEGAL, _NO_RESTART = 4, 8
_STARTS, _FORMATS = 0x10, 0x20
# Far more than any document has; a flipped bit may claim four thousand million.
_MOST_LISTS = 20_000


class DocLists:
    """The lists by the index (from 1) that paragraphs name; `damaged` where they end too early."""

    def __init__(
        self,
        table: bytes,
        lists: tuple[int, int],
        overrides: tuple[int, int],
        symbol_fonts: frozenset[int],
    ) -> None:
        self.damaged = False
        self._symbol_fonts = symbol_fonts
        self._lists: dict[str, NumberedList] = {}
        try:
            definitions = self._definitions(table, *lists)
            self._read(table[overrides[0] : sum(overrides)], definitions)
        except (struct.error, IndexError):
            self.damaged = True

    def list(self, identity: str) -> NumberedList | None:
        """Return the list with this index."""
        return self._lists.get(identity)

    def _read(self, data: bytes, definitions: dict[int, dict[int, Level]]) -> None:
        if not data:
            return
        count = min(struct.unpack_from("<I", data)[0], _MOST_LISTS)
        place = 4 + _OVERRIDE * count
        for index in range(count):
            entry = 4 + _OVERRIDE * index
            definition = struct.unpack_from("<i", data, entry)[0]
            levels = dict(definitions.get(definition, {}))
            starts: dict[int, int] = {}
            changed = data[entry + 12]
            place += 4
            for _ in range(min(changed, _LEVELS)):
                start, flags = struct.unpack_from("<iI", data, place)
                place += 8
                which = flags & 0xF
                if flags & _FORMATS:
                    levels[which], place = self._level(data, place)
                    if flags & _STARTS:
                        starts[which] = levels[which].start
                elif flags & _STARTS:
                    starts[which] = start
            identity = str(index + 1)
            if levels:
                self._lists[identity] = NumberedList(identity, str(definition), starts, levels)

    def _definitions(self, table: bytes, place: int, size: int) -> dict[int, dict[int, Level]]:
        """Return the levels of every list; they follow the table of lists, outside its own size."""
        found: dict[int, dict[int, Level]] = {}
        if not size:
            return found
        count = min(struct.unpack_from("<H", table, place)[0], _MOST_LISTS)
        level_place = place + size
        for index in range(count):
            entry = place + 2 + _LIST * index
            identity = struct.unpack_from("<i", table, entry)[0]
            levels: dict[int, Level] = {}
            for which in range(1 if table[entry + 26] & _SIMPLE else _LEVELS):
                levels[which], level_place = self._level(table, level_place)
            found[identity] = levels
        return found

    def _level(self, data: bytes, place: int) -> tuple[Level, int]:
        """Return the level that begins at `place`, and where the next one does."""
        start, code, flags = struct.unpack_from("<iBB", data, place)
        follow, limit = data[place + 15], data[place + 26]
        characters = place + _LEVEL + data[place + 25]
        place = characters + data[place + 24]
        length = struct.unpack_from("<H", data, place)[0]
        end = place + 2 + 2 * length
        if end > len(data):
            raise IndexError(end)
        text = data[place + 2 : end].decode("utf-16-le", errors="replace")[:LONGEST_TEXT]
        if any(
            code == C_FONT and value in self._symbol_fonts
            for code, value, _ in modifiers(data[characters:place])
        ):
            text = "".join(
                chr(0xF000 + ord(char)) if " " < char <= "\xff" else char for char in text
            )
        shown = "".join(f"%{ord(char) + 1}" if ord(char) < _LEVELS else char for char in text)
        level = Level(
            start=start,
            number_format=number_format(code),
            text=shown,
            suffix=_SUFFIXES[follow] if follow < len(_SUFFIXES) else "tab",
            legal=bool(flags & _LEGAL),
            restart=limit if flags & _NO_RESTART else None,
        )
        return level, end
