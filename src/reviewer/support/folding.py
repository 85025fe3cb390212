"""One spelling for half-width and full-width characters, without moving a single offset."""

from __future__ import annotations

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BLANKS = {chr(code): " " for code in (*range(0x2000, 0x200C), 0x9, 0xA0, 0x202F, 0x3000, 0xFEFF)}
_QUOTES = dict(zip("「」『』", "“”“”", strict=True))
_BRACKETS = dict(zip("〔〕﹙﹚❨❩⦅⦆", "()()()()", strict=True))
_MARKS = dict(zip("﹐﹑﹒﹔﹕∶", ",、.;::", strict=True))
_SPELLING = {**_FULL_WIDTH, **_BLANKS, **_QUOTES, **_BRACKETS, **_MARKS}


def fold(text: str) -> str:
    """Return `text` with full-width ASCII made half-width and odd blanks plain; same length."""
    # str.translate looks every code point up; a report has few glyphs that need another spelling.
    for glyph in _SPELLING.keys() & set(text):
        text = text.replace(glyph, _SPELLING[glyph])
    return text
