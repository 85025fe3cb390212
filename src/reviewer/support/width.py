"""How many columns a text takes where Han characters are twice as wide as Latin letters."""

from __future__ import annotations

import unicodedata


def display_width(text: str) -> int:
    """Return the width of one line of `text` in columns of a Latin letter."""
    return sum(_width(char) for char in text)


def pad(text: str, width: int) -> str:
    """Fill `text` with blanks on the right up to `width` columns."""
    return text + " " * (width - display_width(text))


def _width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
