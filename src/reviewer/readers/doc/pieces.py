"""The piece table ([MS-DOC] 2.4.1): where the characters of the document stand in the file.

A piece holds either two bytes for each character or one; CPs count characters, FCs bytes.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass

from reviewer.readers.doc.fib import Header
from reviewer.readers.doc.sprms import of_piece
from reviewer.readers.source import SourceFile

_PRC, _PCDT = 1, 2
_COMPRESSED = 0x4000_0000
_PIECE = 8


@dataclass(frozen=True, slots=True)
class Piece:
    """CPs `start` to `end`; the first character stands at the byte `place`, each `width` bytes."""

    start: int
    end: int
    place: int
    width: int
    modifiers: bytes = b""


def read_pieces(file: SourceFile, header: Header, data: bytes, table: bytes) -> list[Piece]:
    """Return the pieces in text order; raises UnreadableReport where they make no sense."""
    place, size = header.places.get("pieces", (0, 0))
    if header.is_old and not size:
        width = 2 if header.is_wide else 1
        length = (header.text_end - header.text_start) // width
        pieces = [Piece(0, length, header.text_start, width)]
    else:
        pieces = _parse(file, table[place : place + size], header)
    if not pieces or pieces[-1].end > file.limits.characters:
        raise file.error("too-large" if pieces else "unreadable")
    for piece in pieces:
        length = piece.end - piece.start
        if length <= 0 or piece.place + length * piece.width > len(data):
            raise file.error("unreadable")
    return pieces


def _parse(file: SourceFile, clx: bytes, header: Header) -> list[Piece]:
    shared: list[bytes] = []
    place = 0
    while place + 3 <= len(clx) and clx[place] == _PRC:
        size = int.from_bytes(clx[place + 1 : place + 3], "little")
        shared.append(clx[place + 3 : place + 3 + size])
        place += 3 + size
    if place + 5 > len(clx) or clx[place] != _PCDT:
        raise file.error("unreadable")
    size = int.from_bytes(clx[place + 1 : place + 5], "little")
    plc = clx[place + 5 : place + 5 + size]
    count = (size - 4) // (_PIECE + 4)
    if len(plc) < size or count < 1:
        raise file.error("unreadable")
    if count > file.limits.nodes:
        raise file.error("too-large")
    ends = struct.unpack_from(f"<{count + 1}i", plc)
    pieces = []
    for index in range(count):
        _, offset, prm = struct.unpack_from("<HIH", plc, 4 * (count + 1) + _PIECE * index)
        if header.is_old:
            width = 2 if header.is_wide else 1
        else:
            width = 1 if offset & _COMPRESSED else 2
            offset = (offset & ~_COMPRESSED & 0xFFFF_FFFF) // (2 if width == 1 else 1)
        added = b"" if header.is_old else of_piece(prm, shared)
        pieces.append(Piece(ends[index], ends[index + 1], offset, width, added))
    if ends[0] != 0:
        raise file.error("unreadable")
    return pieces
