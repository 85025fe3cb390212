"""One spelling for half-width and full-width, simplified and traditional characters.

Nothing moves by a single offset: words are looked for in the folded text, and shown as printed.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache

from reviewer.support.resources import resource

_FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_BLANKS = {chr(code): " " for code in (*range(0x2000, 0x200C), 0x9, 0xA0, 0x202F, 0x3000, 0xFEFF)}
_QUOTES = dict(zip("「」『』", "“”“”", strict=True))
_BRACKETS = dict(zip("〔〕﹙﹚❨❩⦅⦆", "()()()()", strict=True))
_MARKS = dict(zip("﹐﹑﹒﹔﹕∶", ",、.;::", strict=True))
_QUOTED = re.compile(r'"([^"\n]*)"')
_SPELLING = {**_FULL_WIDTH, **_BLANKS, **_QUOTES, **_BRACKETS, **_MARKS}


def fold(text: str) -> str:
    """Return `text` simplified, with half-width ASCII, plain blanks and “” for ""; same length."""
    folded = _replaced(text, _spelling(), _spelt_otherwise())
    return _QUOTED.sub(r"“\1”", folded) if '"' in folded else folded


def simplified(text: str) -> str:
    """Return `text` with simplified characters for traditional ones; same length."""
    return _replaced(text, simplified_characters(), _traditional())


def _replaced(text: str, spelling: Mapping[str, str], glyphs: frozenset[str]) -> str:
    # str.translate looks every code point up; a report has few glyphs that need another spelling.
    for glyph in glyphs.intersection(text):
        text = text.replace(glyph, spelling[glyph])
    return text


@cache
def _spelling() -> Mapping[str, str]:
    return {**simplified_characters(), **_SPELLING}


@cache
def _spelt_otherwise() -> frozenset[str]:
    return frozenset(_spelling())


@cache
def _traditional() -> frozenset[str]:
    return frozenset(simplified_characters())


@cache
def simplified_characters() -> Mapping[str, str]:
    """Return the traditional characters with their simplified forms."""
    table = tomllib.loads(resource("lexicon", "traditional.toml").read_text(encoding="utf-8"))
    return dict(zip("".join(table["traditional"]), "".join(table["simplified"]), strict=True))
