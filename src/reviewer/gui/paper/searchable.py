"""Lets words be found in and copied from a PDF by Qt.

Where a font has one glyph for a character and the radical of its shape, Qt names the radical, and a
search for the character finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from reviewer.support.radicals import load_radicals

_NAMES = re.compile(rb"beginbf(?:range|char)\n.*?endbf(?:range|char)", re.S)
_CODE = re.compile(rb"<([0-9A-F]{4})>")


def searchable(pdf: bytes, characters: Mapping[bytes, bytes]) -> bytes:
    """Return a PDF that names characters, not radicals; every byte keeps its place.

    `characters` leads from the code of a radical to that of its character, as the file writes them.
    """

    def named(code: re.Match[bytes]) -> bytes:
        return b"<%s>" % characters.get(code[1], code[1])

    return _NAMES.sub(lambda names: _CODE.sub(named, names[0]), pdf)


def load_characters() -> Mapping[bytes, bytes]:
    """Read which character has the shape of which radical, by their codes."""
    return {_code(radical): _code(character) for radical, character in load_radicals().items()}


def _code(character: int) -> bytes:
    return f"{character:04X}".encode()
