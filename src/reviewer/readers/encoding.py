"""Finds the encoding of a text and decodes it: proof before opinion."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reviewer.support.errors import UnreadableReport

# Longest marks first: the mark of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
# What the program calls an encoding, and Python's widest codec for it.
_CODECS = {"big5": "big5hkscs"}
_SUPERSETS = {
    "utf-8-sig": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5hkscs": "big5",
    "cp950": "big5",
    "utf-16": "utf-16-le",
}
_CANDIDATES = ("utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be")
_HAN = re.compile("[\u3400-\u9fff]")
_SAMPLE = 20_000
# Measured on reports and on traditional texts: the right encoding scores 1.0, a wrong one of the
# candidates 0.6 at most, in short stretches too. Rare characters may lower the right one's score.
_PLAUSIBLE = 0.85
_POSSIBLE = 0.65


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read with, and how sure that is.

    `certain` is false where the encoding was chosen by plausibility; `damaged` counts the
    characters that could not be decoded and stand as U+FFFD.
    """

    text: str
    encoding: str
    certain: bool = True
    damaged: int = 0


def encoding_name(name: str) -> str | None:
    """Return the program's name of the encoding that `name` means, None where there is none."""
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    # Codecs such as rot13 and base64 are no encodings of text.
    if not getattr(codec, "_is_text_encoding", True):
        return None
    return _SUPERSETS.get(codec.name, codec.name)


def decode(data: bytes, source: str, encoding: str | None = None) -> Decoded:
    """Return the text of `data`, with `encoding` where the user or the file names one.

    Raises UnreadableReport("unknown-encoding") for a name that is none.
    """
    if encoding is not None:
        name = encoding_name(encoding)
        if name is None:
            raise UnreadableReport("unknown-encoding", source=source, encoding=encoding)
        return _decode_as(_without_mark(data, name), name)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data[len(mark) :], name)
    if b"\0" not in data:
        utf8 = _strictly(data, "utf-8")
        # A few characters of GB18030 (一, D2 BB) are letters of Cyrillic and the like in UTF-8.
        if utf8 is not None and (utf8.isascii() or _HAN.search(utf8)):
            return Decoded(utf8, "utf-8")
        text = _strictly(data, "gb18030")
        if text is not None and plausibility(text) >= _PLAUSIBLE:
            return Decoded(text, "gb18030")
        if utf8 is not None:
            return Decoded(utf8, "utf-8")
    return _most_plausible(data)


def plausibility(text: str) -> float:
    """Return the share, 0 to 1, of the characters beyond ASCII that Chinese texts are made of."""
    sample = [char for char in text[:_SAMPLE] if char > "\x7f" or char < " "]
    sample = [char for char in sample if char not in "\t\n\r\x0b\x0c\ufeff"]
    if not sample:
        return 1.0
    common = _common()
    return sum(char in common for char in sample) / len(sample)


def is_utf16(data: bytes) -> bool:
    """Tell whether bytes with zeros among them are UTF-16 without a mark, not binary."""
    even = data[: len(data) // 2 * 2]
    texts = (even.decode(name, errors="replace") for name in ("utf-16-le", "utf-16-be"))
    return any(plausibility(text) >= _POSSIBLE for text in texts)


def _most_plausible(data: bytes) -> Decoded:
    """Choose among the candidates by plausibility, then by damage, then by chardet's opinion."""
    readings = [
        Decoded(text, name, certain=False)
        for name in _CANDIDATES
        if (text := _strictly(data, name)) is not None
    ]
    best = _best(readings, _POSSIBLE)
    if best is not None:
        return best
    # No candidate fits every byte: a few broken ones must not cost the whole text.
    best = _best([_decode_as(data, name) for name in _CANDIDATES], _PLAUSIBLE)
    if best is not None:
        return Decoded(best.text, best.encoding, certain=False, damaged=best.damaged)
    name = _opinion(data)
    reading = _decode_as(data, name)
    return Decoded(reading.text, name, certain=False, damaged=reading.damaged)


def _best(readings: Iterable[Decoded], least: float) -> Decoded | None:
    scored = [(plausibility(reading.text), reading) for reading in readings]
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= least else None


def _opinion(data: bytes) -> str:
    """Return what chardet takes the data for; it is asked last, short texts mislead it."""
    import chardet

    found = chardet.detect(data[:200_000], compat_names=False)["encoding"]
    return encoding_name(found or "utf-8") or "utf-8"


def _decode_as(data: bytes, name: str) -> Decoded:
    codec = _CODECS.get(name, name)
    text = data.decode(codec, errors="replace")
    damaged = text.count("\ufffd")
    return Decoded(text, name, damaged=damaged)


def _strictly(data: bytes, name: str) -> str | None:
    try:
        return data.decode(_CODECS.get(name, name))
    except UnicodeDecodeError:
        return None


def _without_mark(data: bytes, name: str) -> bytes:
    for mark, marked in _MARKS:
        if marked == name and data.startswith(mark):
            return data[len(mark) :]
    return data


@cache
def _common() -> frozenset[str]:
    """Return the first levels of GB2312 and Big5, their punctuation and the general one."""
    trails = range(0xA1, 0xFF)
    gb = bytes(b for lead in range(0xB0, 0xD8) for trail in trails for b in (lead, trail))
    signs = bytes(b for lead in (0xA1, 0xA2, 0xA3) for trail in trails for b in (lead, trail))
    low = [*range(0x40, 0x7F), *trails]
    big5 = bytes(b for lead in range(0xA4, 0xC7) for trail in low for b in (lead, trail))
    big5_signs = bytes(b for lead in (0xA1, 0xA2, 0xA3) for trail in low for b in (lead, trail))
    texts = (
        gb.decode("gb18030", errors="ignore"),
        signs.decode("gb18030", errors="ignore"),
        big5.decode("big5", errors="ignore"),
        big5_signs.decode("big5", errors="ignore"),
        "\xa0\u2002\u2003\u2014\u2018\u2019\u201c\u201d\u2022\u2026\u3007",
    )
    private = {chr(code) for code in range(0xE000, 0xF900)}
    return frozenset("".join(texts)) - private - {"\ufffd"}
