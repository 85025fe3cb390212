"""The picture of a screen: from X's own dump (XWD, 32 bits a pixel) to PNG."""

from __future__ import annotations

import struct
import zlib

_HEAD = ">25I"


def png_of_xwd(dump: bytes) -> bytes:
    """Return the PNG of an XWD dump with four bytes a pixel, blue first."""
    head = struct.unpack_from(_HEAD, dump)
    size, width, height, row_bytes, colours = head[0], head[4], head[5], head[12], head[19]
    start = size + 12 * colours
    rows = bytearray()
    for row in range(height):
        line = dump[start + row * row_bytes : start + row * row_bytes + 4 * width]
        rgb = bytearray(3 * width)
        rgb[0::3], rgb[1::3], rgb[2::3] = line[2::4], line[1::4], line[0::4]
        rows += b"\0" + rgb
    form = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", form), (b"IDAT", zlib.compress(bytes(rows), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in chunks)


def shows_something(dump: bytes) -> bool:
    """Tell whether the dump has more than a handful of colours."""
    head = struct.unpack_from(_HEAD, dump)
    start = head[0] + 12 * head[19]
    pixels = memoryview(dump)[start : start + head[12] * head[5]].cast("I")
    return len(set(pixels[::7])) > 20


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
