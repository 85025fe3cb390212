"""One spelling for half-width and full-width characters, without moving a single offset."""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys([0x00A0, 0x2002, 0x2003, 0x2009, 0x3000, 0x0009], 0x20)
_QUOTES = {ord("「"): "“", ord("」"): "”", ord("『"): "“", ord("』"): "”"}
_TABLE = {**_FULL_WIDTH, **_BLANKS, **_QUOTES, ord("〔"): "(", ord("〕"): ")"}


def fold(text: str) -> str:
    """Return `text` with full-width ASCII made half-width and odd blanks plain; same length."""
    return text.translate(_TABLE)
