"""Finds out whether a PDF is whole: PDFium repairs what it can and does not tell what it lost.

Checked is what a file says about itself (ISO 32000-1, 7.3.8 and 7.5): the tables name the place of
every object and every stream its length; packed streams end in a checksum. Where a file says
nothing, or something this module does not understand, it is taken for whole.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from reviewer.readers.limits import MEGABYTE

_START = re.compile(rb"startxref\s+(\d{1,12})")
_TABLE = re.compile(rb"\s*xref\s")
_SECTION = re.compile(rb"\s*(\d{1,8})\s+(\d{1,8})\s+(?!\d{5}\s[nf])")
_ENTRY = re.compile(rb"(\d{10})\s\d{5}\s([nf])\s{0,2}")
_TRAILER = re.compile(rb"\s*trailer(.{0,4096}?)startxref", re.DOTALL)
_OBJECT = re.compile(rb"\s*(\d{1,10})\s+\d{1,5}\s+obj\b")
_NUMBER = re.compile(rb"\s+(\d{1,12})\s+endobj")
_PREVIOUS = re.compile(rb"/(?:Prev|XRefStm)\s+(\d{1,12})\b")
_STREAM = b"stream"
_LINE_END = re.compile(rb"\r\n|\n|\r")
_LENGTH = re.compile(rb"/Length\s+(\d{1,12})(\s+\d{1,5}\s+R\b)?")
_END_OF_STREAM = re.compile(rb"\s{0,3}endstream")
_PACKED = re.compile(rb"/Filter\s*\[?\s*/FlateDecode\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_MOST_SECTIONS = 200
_LONGEST_HEAD = 8192
# What is unpacked at most; a bomb is the other checks' business.
_MOST_UNPACKED = 64 * MEGABYTE


def is_damaged(data: bytes) -> bool:
    """Tell whether something in the file is not where, or not what, the file says it is."""
    data = data[max(data.find(b"%PDF-"), 0) :]
    return not (_objects_are_in_place(data) and _streams_are_whole(data))


def _objects_are_in_place(data: bytes) -> bool:
    """Follow the tables of places from the newest to the oldest."""
    found = _START.findall(data, max(len(data) - 2048, 0))
    if not found:
        return False
    waiting, seen = [int(found[-1])], set[int]()
    while waiting and len(seen) < _MOST_SECTIONS:
        place = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        table = _TABLE.match(data, place)
        if table is None:
            # A table in a packed stream; that its object is there has to do.
            if _OBJECT.match(data, place) is None:
                return False
            waiting += _previous(data[place : place + _LONGEST_HEAD].split(b"stream")[0])
            continue
        place = _end_of_table(data, table.end())
        trailer = _TRAILER.match(data, place)
        if trailer is None:
            return False
        waiting += _previous(trailer[1])
    return True


def _previous(head: bytes) -> list[int]:
    return [int(number) for number in _PREVIOUS.findall(head)]


def _end_of_table(data: bytes, place: int) -> int:
    """Return where the entries end, -1 where one names a place at which its object is not."""
    while section := _SECTION.match(data, place):
        place = section.end()
        first = int(section[1])
        for number in range(first, first + int(section[2])):
            entry = _ENTRY.match(data, place)
            if entry is None:
                return -1
            place = entry.end()
            at = int(entry[1])
            if entry[2] == b"n" and at and not _is_object(data, at, number):
                return -1
    return place


def _is_object(data: bytes, place: int, number: int) -> bool:
    match = _OBJECT.match(data, place)
    return match is not None and int(match[1]) == number


def _streams_are_whole(data: bytes) -> bool:
    encrypted = b"/Encrypt" in data
    left = _MOST_UNPACKED
    for head, content in _streams(data):
        if content is None:
            return False
        if encrypted or _PICTURE.search(head) or not _PACKED.search(head):
            continue
        size = _unpacked_size(content, left)
        if size < 0:
            return False
        left -= size
        if left <= 0:
            break
    return True


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes | None]]:
    """Give every stream's dictionary and content; no content where its length is not true."""
    place = 0
    while (place := data.find(_STREAM, place)) >= 0:
        begin = data.rfind(b" obj", max(place - _LONGEST_HEAD, 0), place)
        head = data[begin:place]
        place += len(_STREAM)
        start = _LINE_END.match(data, place)
        length = _LENGTH.search(head)
        if begin < 0 or start is None or length is None or not head.rstrip().endswith(b">>"):
            continue
        size = _number(data, length[1], place) if length[2] else int(length[1])
        if size is None:
            continue
        end = start.end() + size
        whole = _END_OF_STREAM.match(data, end) is not None
        yield head, data[start.end() : end] if whole else None
        place = end


def _number(data: bytes, name: bytes, place: int) -> int | None:
    """Return the number that is the object `name`; it mostly stands behind its stream."""
    wanted = b"\n" + name + b" 0 obj"
    found = data.find(wanted, place)
    match = _NUMBER.match(data, (found if found >= 0 else data.find(wanted)) + len(wanted))
    return int(match[1]) if match else None


def _unpacked_size(content: bytes, most: int) -> int:
    """Return the bytes in a packed stream, -1 where it is broken."""
    unpacker = zlib.decompressobj()
    flushed = content.endswith(b"\0\0\xff\xff")
    size = 0
    while not unpacker.eof:
        try:
            part = unpacker.decompress(content, MEGABYTE)
        except zlib.error:
            return -1
        size += len(part)
        content = unpacker.unconsumed_tail
        if size > most:
            return size
        if not part and not content:
            # Some programs leave out the end, but not in the middle of a block.
            return size if unpacker.eof or flushed else -1
    return size
