"""Radicals that look like characters: fonts have one glyph for both, PDFs may name the wrong."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping

from reviewer.support.resources import resource

# The block of Unicode whose radicals all have a character of the same shape (Kangxi Radicals).
_KANGXI = range(0x2F00, 0x2FD6)


def load_radicals() -> Mapping[int, int]:
    """Read which character has the shape of which radical, by their code points."""
    table = tomllib.loads(resource("lexicon", "radicals.toml").read_text(encoding="utf-8"))
    pairs = "".join(table["pairs"])
    known = {code: ord(unicodedata.normalize("NFKC", chr(code))) for code in _KANGXI}
    known.update({ord(a): ord(b) for a, b in zip(pairs[::2], pairs[1::2], strict=True)})
    return known


def is_radical(code: int) -> bool:
    """Tell whether a code point is that of a radical (U+2E80 to U+2FDF)."""
    return 0x2E80 <= code <= 0x2FDF
