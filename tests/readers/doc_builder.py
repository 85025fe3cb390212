"""Makes small .doc files: a compound file around a header, pieces and formatting pages."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
# Streams smaller than this would stand in another stream.
_SMALLEST = 4096
TEXT_PLACE = 0x800
_FOLDER, _STREAM, _ROOT = 1, 2, 5

# Offset and size in the header of what a test gives.
PLACES = {"pieces": 33, "characters": 12, "paragraphs": 13, "lists": 73, "overrides": 74}


def compound(streams: Mapping[str, bytes]) -> bytes:
    """A compound file with these streams."""
    sectors: list[bytes] = []
    table: list[int] = []
    entries = [_entry("Root Entry", _ROOT, child=1)]
    for index, (name, data) in enumerate(streams.items(), start=1):
        padded = data.ljust(_SMALLEST, b"\0")
        start = len(sectors)
        count = -(-len(padded) // _SECTOR)
        padded = padded.ljust(count * _SECTOR, b"\0")
        sectors += [padded[i * _SECTOR : (i + 1) * _SECTOR] for i in range(count)]
        table += [*range(start + 1, start + count), _END]
        following = index + 1 if index < len(streams) else _FREE
        size = max(len(data), _SMALLEST)
        entries.append(_entry(name, _STREAM, right=following, start=start, size=size))
    directory = len(sectors)
    while len(entries) % 4:
        entries.append(bytes(128))
    count = len(entries) // 4
    joined = b"".join(entries)
    sectors += [joined[i * _SECTOR : (i + 1) * _SECTOR] for i in range(count)]
    table += [*range(directory + 1, directory + count), _END, _FAT]
    sectors.append(struct.pack("<128I", *table, *[_FREE] * (128 - len(table))))
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6),
        0, 1, directory, 0, _SMALLEST, _END, 0, _END, 0, len(sectors) - 1,
    )  # fmt: skip
    return header.ljust(_SECTOR, b"\xff") + b"".join(sectors)


def _entry(
    name: str, kind: int, *, child: int = _FREE, right: int = _FREE, start: int = 0, size: int = 0
) -> bytes:
    written = (name + "\0").encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        written, len(written), kind, 1, _FREE, right, child, bytes(16), 0, 0, 0, start, size,
    )  # fmt: skip


def pieces(*parts: tuple[int, int, int, bool]) -> bytes:
    """A piece table of first CP, last CP, byte, and whether a character takes one byte."""
    ends = [parts[0][0], *(end for _, end, _, _ in parts)]
    entries = b"".join(
        struct.pack("<HIH", 0, place * 2 | 0x4000_0000 if narrow else place, 0)
        for _, _, place, narrow in parts
    )
    table = struct.pack(f"<{len(ends)}i", *ends) + entries
    return b"\x02" + struct.pack("<I", len(table)) + table


def page(runs: Sequence[tuple[int, int, bytes]], *, paragraphs: bool = False) -> bytes:
    """A page of formatting: bytes from, bytes to, modifiers."""
    data = bytearray(_SECTOR)
    ends = [runs[0][0], *(end for _, end, _ in runs)]
    struct.pack_into(f"<{len(ends)}I", data, 0, *ends)
    place = 510
    for index, (_, _, modifiers) in enumerate(runs):
        if paragraphs:
            written = struct.pack("<H", 0) + modifiers
            written += b"\0" * (len(written) % 2)
            stored = bytes((0, len(written) // 2)) + written
        else:
            stored = bytes((len(modifiers),)) + modifiers
        place = (place - len(stored)) // 2 * 2
        data[place : place + len(stored)] = stored
        data[4 * len(ends) + (13 if paragraphs else 1) * index] = place // 2
    data[511] = len(runs)
    return bytes(data)


def doc(
    text: bytes,
    table: Mapping[str, bytes],
    *,
    stories: Sequence[int],
    flags: int = 0x1000,
    version: int = 0xC1,
    language: int = 0x0804,
    magic: int = 0xA5EC,
    pages: Sequence[bytes] = (),
) -> bytes:
    """A .doc whose text stands at TEXT_PLACE, pages of formatting from page 8 on."""
    header = bytearray(TEXT_PLACE)
    struct.pack_into("<HHHHHH", header, 0, magic, version, 0, language, 0, flags)
    struct.pack_into("<II", header, 0x18, TEXT_PLACE, TEXT_PLACE + len(text))
    old = version < 0xC1
    if not old:
        struct.pack_into("<H", header, 32, 14)
        struct.pack_into("<H", header, 62, 22)
        struct.pack_into("<H", header, 152, 93)
    struct.pack_into(f"<{len(stories)}i", header, 0x34 if old else 0x4C, *stories)
    stored = b""
    for name, data in table.items():
        if not old:
            struct.pack_into("<II", header, 0x9A + 8 * PLACES[name], len(stored), len(data))
        stored += data
    body = (bytes(header) + text).ljust(8 * _SECTOR, b"\0") + b"".join(pages)
    return compound({"WordDocument": body, "0Table": stored})
