"""The header of a Word file ([MS-DOC] 2.5, FIB): where everything else stands."""

from __future__ import annotations

import struct
from dataclasses import dataclass

# Word 97 and later, Word 6 and 95, and what these two wrote in East Asia: two bytes a character.
_WIDE = (0xA697, 0xA699)
_MAGIC = (0xA5EC, 0xA5DC, *_WIDE)
_FIRST_OF_WORD_97 = 0xC1
_ENCRYPTED = 0x0100
_SECOND_TABLE = 0x0200
_STORIES = ("main", "footnotes", "headers", "macros", "comments", "endnotes", "boxes", "margins")
_LENGTHS_97, _LENGTHS_6 = 0x4C, 0x34
_PAIRS = 0x9A
# Index of a pair of offset and size in the header of Word 97 and later.
_PLACES = {
    "styles": 1, "sections": 6, "character_bins": 12, "paragraph_bins": 13, "fonts": 15,
    "pieces": 33, "shapes": 40, "drawings": 50, "box_texts": 56, "lists": 73, "overrides": 74,
}  # fmt: skip
_PIECES_6 = 0x160


@dataclass(frozen=True, slots=True)
class Header:
    """`stories` are the lengths of the stories in order, in CPs; `places` offset and size.

    `is_wide` says of an old file that all its characters take two bytes.
    """

    is_old: bool
    is_wide: bool
    encrypted: bool
    language: int
    table: str
    text_start: int
    text_end: int
    stories: dict[str, int]
    places: dict[str, tuple[int, int]]


def read_header(data: bytes) -> Header | None:
    """Return the header of the stream WordDocument, None where it cannot be one."""
    if len(data) < _PAIRS + 8 or _u16(data, 0) not in _MAGIC:
        return None
    flags = _u16(data, 0x0A)
    is_old = _u16(data, 2) < _FIRST_OF_WORD_97
    lengths = struct.unpack_from("<8i", data, _LENGTHS_6 if is_old else _LENGTHS_97)
    places: dict[str, tuple[int, int]] = {}
    if is_old:
        if len(data) >= _PIECES_6 + 8:
            places["pieces"] = struct.unpack_from("<II", data, _PIECES_6)
    else:
        count = _u16(data, _PAIRS - 2)
        for name, index in _PLACES.items():
            if index < count and len(data) >= _PAIRS + 8 * index + 8:
                places[name] = struct.unpack_from("<II", data, _PAIRS + 8 * index)
    return Header(
        is_old=is_old,
        is_wide=_u16(data, 0) in _WIDE,
        encrypted=bool(flags & _ENCRYPTED),
        language=_u16(data, 6),
        table="1Table" if flags & _SECOND_TABLE else "0Table",
        text_start=struct.unpack_from("<I", data, 0x18)[0],
        text_end=struct.unpack_from("<I", data, 0x1C)[0],
        stories=dict(zip(_STORIES, lengths, strict=True)),
        places=places,
    )


def _u16(data: bytes, place: int) -> int:
    return int.from_bytes(data[place : place + 2], "little")
