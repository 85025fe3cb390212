"""Chinese punctuation where pieces of text are put together."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_CLOSING = {"“": "”", "‘": "’"}
_OTHER = {"“": "‘", "‘": "“"}
_STOPS = frozenset("。！？；…”’」』）.!?;)")


def nested(text: str) -> str:
    """Return `text` with quotes within quotes marked by the other kind (GB/T 15834-2011, 4.8.3).

    Where marks do not pair up, as in a quote that was cut, the text stays as it is.
    """
    if sum(map(text.count, _CLOSING)) < 2:
        return text  # as most are
    shown: list[str] = []
    opened: list[tuple[str, str]] = []  # each mark that is open, as it was and as it is shown
    for char in text:
        if char in _CLOSING:
            mark = _OTHER[opened[-1][1]] if opened else char
            opened.append((char, mark))
            shown.append(mark)
        elif opened and char == _CLOSING[opened[-1][0]]:
            shown.append(_CLOSING[opened.pop()[1]])
        else:
            shown.append(char)
    return text if opened else "".join(shown)


def run_on(sentences: Iterable[str]) -> str:
    """Return sentences one behind the other, with a blank only behind a half-width sign."""
    joined = ""
    for sentence in filter(None, sentences):
        joined += sentence if not joined or _is_wide(joined[-1]) else f" {sentence}"
    return joined


def ended(sentence: str) -> str:
    """Return a sentence with a full stop, where it ends without any."""
    return sentence if not sentence or sentence[-1] in _STOPS else f"{sentence}。"


def _is_wide(char: str) -> bool:
    return char in "”’…" or unicodedata.east_asian_width(char) in "WF"
