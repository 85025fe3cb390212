"""Text that is safe in a cell of a workbook, whatever stood in the report."""

from __future__ import annotations

import math
import re

from reviewer.support.width import display_width

MAX_UNITS = 32_767  # what a cell holds, in UTF-16 units
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean_text(text: str, cut_note: str) -> str:
    """Return `text` without what XML cannot carry, cut to a cell's limit and then noted.

    Lone surrogates become U+FFFD; carriage returns become line feeds.
    """
    shown = text.replace("\r\n", "\n").replace("\r", "\n")
    shown = re.sub("[\ud800-\udfff]", "\ufffd", shown)
    shown = _NOT_XML.sub("", shown)
    if _units(shown) <= MAX_UNITS:
        return shown
    return first_units(shown, MAX_UNITS - _units(cut_note)) + cut_note


def first_units(text: str, count: int) -> str:
    """Return the longest beginning of `text` that is at most `count` UTF-16 units long."""
    return text.encode("utf-16-le")[: 2 * count].decode("utf-16-le", errors="ignore")


def lines_needed(text: str, width: float) -> int:
    """Return on how many lines `text` stands in a cell `width` digits wide."""
    return sum(max(1, math.ceil(display_width(line) / (width - 1))) for line in text.split("\n"))


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
