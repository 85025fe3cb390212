"""Lets words be found in and copied from a PDF by Qt.

Where a font has one glyph for a character and the radical of its shape, Qt names the radical, and a
search for the character finds nothing.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping

from reviewer.support.resources import resource

_NAMES = re.compile(rb"beginbf(?:range|char)\n.*?endbf(?:range|char)", re.S)
_CODE = re.compile(rb"<([0-9A-F]{4})>")
_RADICALS = range(0x2F00, 0x2FD6)  # those that Unicode itself knows a character for


def searchable(pdf: bytes, characters: Mapping[bytes, bytes]) -> bytes:
    """Return a PDF that names characters, not radicals; every byte keeps its place.

    `characters` leads from the code of a radical to that of its character, as the file writes them.
    """

    def named(code: re.Match[bytes]) -> bytes:
        return b"<%s>" % characters.get(code[1], code[1])

    return _NAMES.sub(lambda names: _CODE.sub(named, names[0]), pdf)


def load_characters() -> Mapping[bytes, bytes]:
    """Read which character has the shape of which radical, by their codes."""
    table = tomllib.loads(resource("lexicon", "radicals.toml").read_text(encoding="utf-8"))
    pairs = "".join(table["pairs"])
    known = {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in _RADICALS}
    known.update(zip(pairs[::2], pairs[1::2], strict=True))
    return {_code(radical): _code(character) for radical, character in known.items()}


def _code(character: str) -> bytes:
    return f"{ord(character):04X}".encode()
