"""Which formatting holds at which byte: the FKP pages of a Word file ([MS-DOC] 2.8.5, 2.9.32)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

from reviewer.readers.source import SourceFile

_PAGE = 512
_PAGE_MASK = 0x3F_FFFF
_PARAGRAPH_ENTRY = 13
_MOST_IN_PAGE = {True: 29, False: 101}

Run = tuple[int, int, bytes]


class Bins:
    """Runs of bytes with their modifiers, in file order."""

    def __init__(self, file: SourceFile, plc: bytes, data: bytes, *, paragraphs: bool) -> None:
        count = max(0, (len(plc) - 4) // 8)
        pages = struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ()
        self._runs: list[Run] = []
        for page in dict.fromkeys(page & _PAGE_MASK for page in pages):
            self._runs += _page(file, data[page * _PAGE : (page + 1) * _PAGE], paragraphs)
            if len(self._runs) > file.limits.nodes:
                raise file.error("too-large")
        self._runs.sort(key=lambda run: run[0])
        self._starts = [run[0] for run in self._runs]

    def at(self, place: int) -> bytes:
        """Return the modifiers that hold at the byte `place`."""
        index = bisect_right(self._starts, place) - 1
        if index < 0 or place >= self._runs[index][1]:
            return b""
        return self._runs[index][2]

    def between(self, start: int, end: int, width: int) -> Iterator[Run]:
        """Give the runs that make up the bytes `start` to `end`, whole characters of `width`."""
        index = max(0, bisect_right(self._starts, start) - 1)
        place = start
        while place < end:
            while index < len(self._runs) and self._runs[index][1] <= place:
                index += 1
            if index >= len(self._runs):
                yield place, end, b""
                return
            first, last, modifiers = self._runs[index]
            if first > place:
                last, modifiers = first, b""
            last = min(end, place + -(-(last - place) // width) * width)
            yield place, last, modifiers
            place = last


def _page(file: SourceFile, page: bytes, paragraphs: bool) -> Iterator[Run]:
    if len(page) < _PAGE or not 0 < page[-1] <= _MOST_IN_PAGE[paragraphs]:
        raise file.error("unreadable")
    count = page[-1]
    ends = struct.unpack_from(f"<{count + 1}I", page)
    width = _PARAGRAPH_ENTRY if paragraphs else 1
    for index in range(count):
        place = page[4 * (count + 1) + width * index] * 2
        if ends[index] < ends[index + 1]:
            yield ends[index], ends[index + 1], _entry(page, place, paragraphs)


def _entry(page: bytes, place: int, paragraphs: bool) -> bytes:
    """Return the modifiers at this place of a page; those of a paragraph begin with its style."""
    if not place:
        return b""
    size = page[place]
    if paragraphs and size:
        size = 2 * size - 1
    elif paragraphs:
        place += 1
        size = 2 * page[place]
    return page[place + 1 : place + 1 + size]
