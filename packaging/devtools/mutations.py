"""Ways to break a file: bytes of any, members of zips, tags, sectors of OLE, words of RTF."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SECTOR = 512
_ODD_INTEGERS = (0, 1, 0x7F, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFE, 0xFFFFFFFF)
_ODD_VALUES = (b"", b"-1", b"0", b"99999999999999999999", b"NaN", b"1e309", b"true", b"x" * 5000)
_TAG = re.compile(rb"<[^<>]{1,300}>")
_ATTRIBUTE = re.compile(rb"=\"([^\"<>]{0,200})\"")
_NUMBER = re.compile(rb"\d{1,10}")
_RTF_WORD = re.compile(rb"\\[a-z]{1,20}-?\d{0,8}|[{}]")

Mutation = Callable[[bytes, random.Random], bytes]


def mutate(data: bytes, chance: random.Random) -> bytes:
    """Return `data` broken in one to three ways that fit its format."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        data = chance.choice(_ways(data))(data, chance)
    return data


def _ways(data: bytes) -> list[Mutation]:
    anything: list[Mutation] = [flip_bits, overwrite, cut_out, double, truncate, odd_integer]
    if data.startswith(b"PK\x03\x04"):
        return [*anything, *[break_member] * 12]
    if data.startswith(_OLE2):
        return [*anything, odd_integer, *[break_sector] * 6, *[odd_header] * 2]
    if data.startswith(b"%PDF"):
        return [*anything, *[odd_number] * 4, *[move_line] * 2]
    if data.startswith(b"{\\rtf"):
        return [*anything, *[break_words] * 8]
    if data.lstrip().startswith((b"<", b"From:", b"Content-Type:")):
        return [*anything, *[break_tags] * 6]
    return anything


def _slice(data: bytes, chance: random.Random, most: int = 4096) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, min(len(data), start + chance.randrange(1, most))


def flip_bits(data: bytes, chance: random.Random) -> bytes:
    """Flip one to thirty bits."""
    changed = bytearray(data)
    for _ in range(chance.randrange(1, 30) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def overwrite(data: bytes, chance: random.Random) -> bytes:
    """Write noise or zeros over a stretch."""
    start, end = _slice(data, chance, 256)
    noise = chance.randbytes(end - start) if chance.random() < 0.7 else bytes(end - start)
    return data[:start] + noise + data[end:]


def cut_out(data: bytes, chance: random.Random) -> bytes:
    """Leave a stretch out."""
    start, end = _slice(data, chance)
    return data[:start] + data[end:]


def double(data: bytes, chance: random.Random) -> bytes:
    """Repeat a stretch."""
    start, end = _slice(data, chance)
    return data[:end] + data[start:end] * chance.randrange(1, 4) + data[end:]


def truncate(data: bytes, chance: random.Random) -> bytes:
    """End the file early."""
    return data[: chance.randrange(len(data) + 1)]


def odd_integer(data: bytes, chance: random.Random) -> bytes:
    """Write a number that programs forget into some place, two or four bytes long."""
    size = chance.choice((2, 4))
    if len(data) < size:
        return data
    place = chance.randrange(len(data) - size + 1) // 2 * 2
    value = chance.choice(_ODD_INTEGERS) & ((1 << 8 * size) - 1)
    return data[:place] + value.to_bytes(size, "little") + data[place + size :]


def odd_header(data: bytes, chance: random.Random) -> bytes:
    """Write such a number into the header of a compound file."""
    place = chance.randrange(24, 508) // 2 * 2
    value = chance.choice(_ODD_INTEGERS) & 0xFFFF
    return data[:place] + value.to_bytes(2, "little") + data[place + 2 :]


def break_sector(data: bytes, chance: random.Random) -> bytes:
    """Change one sector of a compound file: blank, full, noise, another one's content."""
    count = len(data) // _SECTOR
    if count < 2:
        return data
    place, other = chance.randrange(count) * _SECTOR, chance.randrange(count) * _SECTOR
    sector = data[place : place + _SECTOR]
    broken = chance.choice(
        (
            bytes(_SECTOR),
            b"\xff" * _SECTOR,
            chance.randbytes(_SECTOR),
            data[other : other + _SECTOR],
            odd_integer(odd_integer(sector, chance), chance),
            flip_bits(sector, chance),
        )
    )
    return data[:place] + broken + data[place + _SECTOR :]


def odd_number(data: bytes, chance: random.Random) -> bytes:
    """Change some of the numbers that are written out."""
    found = list(_NUMBER.finditer(data))
    for match in sorted(chance.sample(found, min(len(found), 3)), key=lambda m: -m.start()):
        data = data[: match.start()] + chance.choice(_ODD_VALUES[1:6]) + data[match.end() :]
    return data


def move_line(data: bytes, chance: random.Random) -> bytes:
    """Move, drop or repeat a line."""
    lines = data.split(b"\n")
    line = lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.randrange(3)):
        lines.insert(chance.randrange(len(lines) + 1), line)
    return b"\n".join(lines)


def break_tags(data: bytes, chance: random.Random) -> bytes:
    """Drop, repeat, swap or nest tags, or give attributes odd values."""
    kind = chance.randrange(3)
    found = list((_ATTRIBUTE if kind == 0 else _TAG).finditer(data))
    if not found:
        return flip_bits(data, chance)
    for match in sorted(chance.sample(found, min(len(found), 4)), key=lambda m: -m.start()):
        if kind == 0:
            start, end, put = match.start(1), match.end(1), chance.choice(_ODD_VALUES)
        elif kind == 1:
            times = chance.choice((0, 0, 2, 300))
            start, end, put = match.start(), match.end(), match[0] * times
        else:
            start, end, put = match.start(), match.end(), chance.choice(found)[0]
        data = data[:start] + put + data[end:]
    return data


def break_words(data: bytes, chance: random.Random) -> bytes:
    """Drop, repeat or swap control words and braces of rich text, or change their numbers."""
    found = list(_RTF_WORD.finditer(data))
    if not found:
        return flip_bits(data, chance)
    for match in sorted(chance.sample(found, min(len(found), 6)), key=lambda m: -m.start()):
        word = match[0]
        put = chance.choice(
            (
                b"",
                word * chance.choice((2, 300)),
                chance.choice(found)[0],
                _NUMBER.sub(chance.choice(_ODD_VALUES[1:4]), word),
            )
        )
        data = data[: match.start()] + put + data[match.end() :]
    return data


def break_member(data: bytes, chance: random.Random) -> bytes:
    """Break, drop, repeat or exchange a member of a zip, and pack it well again."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = [(info.filename, packed.read(info)) for info in packed.infolist()]
    except Exception:  # noqa: BLE001 - a zip broken before is broken in its bytes instead
        return flip_bits(data, chance)
    if not members:
        return data
    place = chance.randrange(len(members))
    name, content = members[place]
    way = chance.random()
    if way < 0.1:
        del members[place]
    elif way < 0.15:
        members[place] = (name, chance.choice(members)[1])
    elif way < 0.2:
        members[place] = (name.swapcase(), content)
    elif way < 0.8:
        members[place] = (name, break_tags(content, chance))
    else:
        broken = chance.choice((flip_bits, overwrite, cut_out, double, truncate))
        members[place] = (name, broken(content, chance))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(zipfile.ZipInfo(name), content)
    return target.getvalue()
