"""Finds the encoding of a text and decodes it: proof before opinion."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, replace

from reviewer.readers.likelihood import log_likelihood, share_of_common
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
_CANDIDATES = (
    "utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be",
)  # fmt: skip
_WIDE = _CANDIDATES[3:]
# How much rarer, as a logarithm, these are than UTF-8 where nothing else tells them apart.
_PRIOR = {
    "gb18030": -1.0, "big5": -3.0, "utf-16-le": -4.0, "utf-16-be": -6.0, "utf-32-le": -6.0,
    "utf-32-be": -8.0,
}  # fmt: skip
# Bytes that are compared; enough to tell, and short enough for seven readings.
_SAMPLE = 1_000
# So many Chinese characters without a fault in UTF-8 are in it.
_PROOF = 8
_HAN = re.compile("[\u3400-\u9fff]")
_BEYOND_ASCII = re.compile(rb"[^\x09\x0a\x0d\x20-\x7e]")
# A reading that is this much likelier, as a logarithm, than the next one is no guess.
_LEAD = 6.0
# Measured: of a text in the right encoding nearly all characters are common ones, of a text of
# another script or of a file that is no text 0.6 at most.
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
    if not _BEYOND_ASCII.search(data):
        return Decoded(data.decode("ascii"), "utf-8")
    return _most_likely(data)


def is_wide_text(data: bytes) -> bool:
    """Tell whether bytes full of control characters are UTF-16 or UTF-32 without a mark."""
    readings = (_reading(_sample(data), name) for name in _WIDE)
    return any("\ufffd" not in text and share_of_common(text) >= _POSSIBLE for text in readings)


def _most_likely(data: bytes) -> Decoded:
    """Choose the likeliest reading as Chinese text; where none is one, what chardet thinks."""
    sample = _sample(data)
    utf8 = _reading(sample, "utf-8")
    if "\ufffd" not in utf8 and len(_HAN.findall(utf8)) >= _PROOF:
        return _decode_as(data, "utf-8")
    readings = {name: _reading(sample, name) for name in _CANDIDATES}
    scores = {name: log_likelihood(text) + _PRIOR.get(name, 0) for name, text in readings.items()}
    best, second = sorted(scores, key=lambda name: scores[name], reverse=True)[:2]
    share = share_of_common(readings[best])
    if share < _PLAUSIBLE and "\ufffd" not in utf8:
        # Hardly a text of another encoding happens to be without a fault in this one.
        best, sure = "utf-8", True
    elif share < _POSSIBLE:
        best, sure = _opinion(data), False
    else:
        lead = scores[best] - scores[second]
        sure = best == "utf-8" or (best == "gb18030" and lead >= _LEAD)
    decoded = _decode_as(data, best)
    return replace(decoded, certain=sure and not decoded.damaged)


def _sample(data: bytes) -> bytes:
    """Return what is compared: from the first bytes on that readings differ about."""
    match = _BEYOND_ASCII.search(data)
    start = max(match.start() - 16, 0) // 4 * 4 if match else 0
    return data[start : start + _SAMPLE]


def _reading(sample: bytes, name: str) -> str:
    """Decode a sample, whose last character may be cut off."""
    decoder = codecs.getincrementaldecoder(_CODECS.get(name, name))(errors="replace")
    return decoder.decode(sample, final=len(sample) < _SAMPLE)


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


def _without_mark(data: bytes, name: str) -> bytes:
    for mark, marked in _MARKS:
        if marked == name and data.startswith(mark):
            return data[len(mark) :]
    return data
