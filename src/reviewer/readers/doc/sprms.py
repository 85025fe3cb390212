"""Property modifiers ([MS-DOC] 2.2.5 and 2.6): the small commands all formatting is made of."""

from __future__ import annotations

from collections.abc import Iterator

C_DELETED, C_INSERTED, C_DATA = 0x0800, 0x0801, 0x0806
C_BOLD, C_HIDDEN, C_SPECIAL = 0x0835, 0x083C, 0x0855
C_SYMBOL, C_STYLE, C_SIZE, C_PLAIN, C_PICTURE = 0x6A09, 0x4A30, 0x4A43, 0x2A33, 0x6A03
C_FONT, C_ASIAN_FONT = 0x4A4F, 0x4A50
P_JUSTIFIED_80, P_JUSTIFIED, P_OUTLINE = 0x2403, 0x2461, 0x2640
P_LEVEL, P_LIST, P_OLD_NUMBER = 0x260A, 0x460B, 0xC63E
P_IN_TABLE, P_ROW_END, P_DEPTH, P_DEPTH_CHANGE = 0x2416, 0x2417, 0x6649, 0x664A
P_INNER_CELL, P_INNER_ROW_END = 0x244B, 0x244C

_SIZES = (1, 1, 2, 4, 2, 2, 0, 3)
_TABLE_DEFINITION, _TABS = 0xD608, 0xC615
# The short forms that stand in a piece, [MS-DOC] 2.9.214.
_SHORT = {
    0x05: P_JUSTIFIED_80, 0x18: P_IN_TABLE, 0x19: P_ROW_END, 0x41: C_DELETED, 0x42: C_INSERTED,
    0x47: C_DATA, 0x53: C_PLAIN, 0x55: C_BOLD, 0x5C: C_HIDDEN, 0x75: C_SPECIAL,
}  # fmt: skip


def modifiers(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Give each modifier's code, its operand as a number and as bytes; stops at a cut one."""
    place = 0
    end = len(data)
    while place + 3 <= end:
        code = data[place] | data[place + 1] << 8
        place += 2
        size = _SIZES[code >> 13]
        if not size:
            size = data[place] + 1
            if code == _TABLE_DEFINITION:
                size = int.from_bytes(data[place : place + 2], "little") + 1
            elif code == _TABS and data[place] == 255:
                return
        operand = data[place : place + size]
        if len(operand) < size:
            return
        yield code, int.from_bytes(operand[:4], "little"), operand
        place += size


def of_piece(prm: int, shared: list[bytes]) -> bytes:
    """Return the modifiers that a piece adds: a short one, or some that pieces share."""
    if prm & 1:
        index = prm >> 1
        return shared[index] if index < len(shared) else b""
    code = _SHORT.get(prm >> 1 & 0x7F)
    return b"" if code is None else code.to_bytes(2, "little") + bytes((prm >> 8,))
