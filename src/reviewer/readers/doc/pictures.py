"""Tells pictures from text boxes and lines, which a Word file draws in the same way."""

from __future__ import annotations

# A shape's record ([MS-ODRAW] 2.2.40) behind its kind; MSOSPT 75 is a picture.
_SHAPE = b"\x0a\xf0\x08\x00\x00\x00"
_PICTURE = b"\xb2\x04"
_REACH = 2048


def count_floating(drawings: bytes) -> int:
    """Return how many shapes of the drawing layer are pictures."""
    return drawings.count(_PICTURE + _SHAPE)


class Pictures:
    """The pictures that stand in the text, in the stream Data ([MS-DOC] 2.9.190)."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def is_picture(self, place: int | None) -> bool:
        """Tell whether what stands at `place` is a picture; a drawn shape or text box is none."""
        if place is None:
            return True
        size = int.from_bytes(self._data[place : place + 4], "little")
        entry = self._data[place : place + min(size, _REACH)]
        shape = entry.find(_SHAPE)
        return shape < 2 or entry[shape - 2 : shape] == _PICTURE
