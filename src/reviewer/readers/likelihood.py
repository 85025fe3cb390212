"""How likely a reading of some bytes is as Chinese text; by that, encodings are told apart."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache

from reviewer.support.folding import simplified_characters
from reviewer.support.resources import resource

# Natural logarithms of what share of a Chinese text a single character of each kind makes up. The
# kinds' shares are rough; what counts is that each is some e³ rarer than the one before it.
_SIGN = -5.5  # , 。 、
_FREQUENT = -6.7  # one of some 1,000 characters
_ASCII = -6.7
_COMMON = -9.5  # of the first level of GB 2312 or Big5, some 6,000
_RARE = -13.5  # of their second levels
_SYMBOL = -12.0
_LETTER = -10.0  # of Latin with accents
_HAN = -16.0
_ASTRAL_HAN = -18.0
_UNEXPECTED = -18.0
_BROKEN = -25.0  # controls, private use, what could not be decoded

_SIGNS = "，。、：；？！“”‘’（）《》〈〉—…·【】〔〕\u3000"
_BLANKS = " \t\r\n"
_FULL_TRAILS = range(0xA1, 0xFF)
_BIG5_TRAILS = (*range(0x40, 0x7F), *_FULL_TRAILS)


def log_likelihood(text: str) -> float:
    """Return the logarithm of how likely `text` is among all Chinese texts; 0 or less.

    Values of different readings of the same bytes can be compared.
    """
    table = _table()
    return sum(table.get(char) or _by_kind(char) for char in text)


def share_of_common(text: str) -> float:
    """Return the share, 0 to 1, of the characters beyond ASCII that Chinese texts are made of."""
    table = _table()
    beyond = [char for char in text if not " " <= char < "\x7f" and char not in "\t\n\r\x0b\x0c"]
    if not beyond:
        return 1.0
    return sum(table.get(char, _BROKEN) >= _SYMBOL for char in beyond) / len(beyond)


@cache
def _by_kind(char: str) -> float:
    kind = unicodedata.category(char)
    if kind in ("Cc", "Co", "Cn", "Cs") or char == "\ufffd":
        return _BROKEN
    if "\u3400" <= char <= "\u9fff":
        return _HAN
    if unicodedata.name(char, "").startswith("CJK"):
        return _ASTRAL_HAN
    return _LETTER if kind in ("Ll", "Lu") and char < "\u0180" else _UNEXPECTED


@cache
def _table() -> Mapping[str, float]:
    """Return the characters of the Chinese standards; later kinds replace earlier ones."""
    table: dict[str, float] = {}
    for value, characters in (
        (_RARE, _rows("big5", range(0xC9, 0xFA), _BIG5_TRAILS)),
        (_RARE, _rows("gb18030", range(0xD8, 0xF8), _FULL_TRAILS)),
        (_SYMBOL, _rows("big5", range(0xA1, 0xA4), _BIG5_TRAILS)),
        (_SYMBOL, _rows("gb18030", range(0xA1, 0xA4), _FULL_TRAILS)),
        (_SYMBOL, "\xa0\u2002\u2003\u2022\u3007\ufeff"),
        (_COMMON, _rows("big5", range(0xA4, 0xC7), _BIG5_TRAILS)),
        (_COMMON, _rows("gb18030", range(0xB0, 0xD8), _FULL_TRAILS)),
        (_FREQUENT, _frequent()),
        (_ASCII, "".join(map(chr, range(0x21, 0x7F)))),
        (_SIGN, _SIGNS + _BLANKS),
    ):
        table.update(dict.fromkeys(characters, value))
    return {char: value for char, value in table.items() if not _is_private(char)}


def _frequent() -> str:
    text = resource("lexicon", "characters.toml").read_text(encoding="utf-8")
    simplified = frozenset("".join(tomllib.loads(text)["frequent"]))
    forms = (form for form, plain in simplified_characters().items() if plain in simplified)
    return "".join((*simplified, *forms))


def _rows(encoding: str, leads: range, trails: range | tuple[int, ...]) -> str:
    """Return the characters of some rows of a two-byte encoding."""
    cells = bytes(byte for lead in leads for trail in trails for byte in (lead, trail))
    return cells.decode(encoding, errors="ignore")


def _is_private(char: str) -> bool:
    return "\ue000" <= char <= "\uf8ff" or char == "\ufffd"
