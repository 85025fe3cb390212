"""The characters of a Word file by CP, with the modifiers that hold for them."""

from __future__ import annotations

import re
import sys
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from reviewer.readers.codepages import codepage_of_language
from reviewer.readers.doc.bins import Bins
from reviewer.readers.doc.pieces import Piece

# [MS-DOC] 2.9.73: windows-1252, and what it leaves undefined stays as it is.
_WESTERN = "".join(
    bytes((code,)).decode("cp1252", errors="replace").replace("\ufffd", chr(code))
    for code in range(256)
)
# Takes the place of the second byte of a character: a CP counts bytes in old files.
_FILLER = "\0"
_CHINESE = "gb18030"
_NO_TEXT = re.compile("[\0\ud800-\udfff\ufffe\uffff]")


class Text:
    """Gives stretches of text that look alike.

    `is_broken` tells, of what was given so far, whether there was something that no program writes
    as text: sectors of zeros, of ones, of other things.
    """

    def __init__(
        self, data: bytes, pieces: list[Piece], bins: Bins | None, language: int, is_old: bool
    ) -> None:
        self._data = data
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._bins = bins
        self._codepage = codepage_of_language(language)
        self._is_old = is_old
        self.is_broken = False

    def runs(self, start: int, end: int) -> Iterator[tuple[int, str, bytes]]:
        """Give CP, text and modifiers of the stretches in the CPs `start` to `end`."""
        index = max(0, bisect_right(self._starts, start) - 1)
        while index < len(self._pieces) and self._pieces[index].start < end:
            piece = self._pieces[index]
            first, last = max(start, piece.start), min(end, piece.end)
            yield from self._piece(piece, first, last)
            index += 1

    def place(self, position: int) -> tuple[int, bytes]:
        """Return the byte at which the CP stands, and what its piece adds."""
        piece = self._pieces[bisect_right(self._starts, position) - 1]
        return piece.place + (position - piece.start) * piece.width, piece.modifiers

    def _piece(self, piece: Piece, first: int, last: int) -> Iterator[tuple[int, str, bytes]]:
        if last <= first:
            return
        begin = piece.place + (first - piece.start) * piece.width
        end = piece.place + (last - piece.start) * piece.width
        text = self._decode(self._data[begin:end], piece.width)
        if self._bins is None:
            yield first, text, b""
            return
        for start, stop, modifiers in self._bins.between(begin, end, piece.width):
            offset = (start - begin) // piece.width
            shown = text[offset : offset + (stop - start) // piece.width]
            yield first + offset, shown, modifiers + piece.modifiers

    def _decode(self, data: bytes, width: int) -> str:
        if width == 2 and self._is_old:
            return _wide_codes(data, self._codepage or _CHINESE)
        if width == 2:
            text = data.decode("utf-16-le", errors="surrogatepass")
            self.is_broken |= _NO_TEXT.search(text) is not None
            if len(text) * 2 == len(data):
                return text
            # A surrogate pair is two CPs; `joined` makes one character of it again.
            return "".join(map(chr, array("H", data)))
        codepage = self._codepage
        if codepage is None and self._is_old:
            # A Word 95 set to English holds Chinese text as well and says nothing of it.
            codepage = _CHINESE if _is_double_byte(data, _CHINESE) else None
        if codepage is not None and (self._is_old or _is_double_byte(data, codepage)):
            return _double_byte(data, codepage)
        return data.decode("latin-1").translate(_WESTERN)


def _wide_codes(data: bytes, codepage: str) -> str:
    """Decode what Word 95 wrote in East Asia: a code of the codepage in each two bytes."""
    codes = array("H", data)
    if sys.byteorder == "big":
        codes.byteswap()
    parts = []
    for code in codes:
        if code > 0xFF:
            parts.append(code.to_bytes(2, "big").decode(codepage, errors="replace")[:1])
        else:
            parts.append(_WESTERN[code])
    return "".join(parts)


def _is_double_byte(data: bytes, codepage: str) -> bool:
    """Tell whether bytes that should be western are not: some programs write GBK all the same."""
    high = sum(byte > 0x7F for byte in data)
    if high < 4:
        return False
    try:
        text = data.decode(codepage)
    except UnicodeDecodeError:
        return False
    return sum("\u4e00" <= char <= "\u9fff" for char in text) * 2 > high * 0.8


def _double_byte(data: bytes, codepage: str) -> str:
    """Decode so that every byte makes one character, the second of a pair a filler."""
    text = data.decode(codepage, errors="replace")
    parts = []
    length = 0
    for char in text:
        parts.append(char)
        if char > "\x7f" and char != "\ufffd":
            parts.append(_FILLER * (len(char.encode(codepage)) - 1))
    shown = "".join(parts)
    length = len(shown)
    return shown[: len(data)] if length >= len(data) else shown + _FILLER * (len(data) - length)
