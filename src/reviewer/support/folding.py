"""One spelling for half-width and full-width characters, without moving a single offset."""

from __future__ import annotations

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_BLANKS = dict.fromkeys([*range(0x2000, 0x200C), 0x0009, 0x00A0, 0x202F, 0x3000, 0xFEFF], 0x20)
_QUOTES = {ord("「"): "“", ord("」"): "”", ord("『"): "“", ord("』"): "”"}
_BRACKETS = dict(zip(map(ord, "〔〕﹙﹚❨❩⦅⦆"), "()()()()", strict=True))
_MARKS = dict(zip(map(ord, "﹐﹑﹒﹔﹕∶"), ",、.;::", strict=True))
_TABLE: dict[int, int | str] = {**_FULL_WIDTH, **_BLANKS, **_QUOTES, **_BRACKETS, **_MARKS}


def fold(text: str) -> str:
    """Return `text` with full-width ASCII made half-width and odd blanks plain; same length."""
    return text.translate(_TABLE)
