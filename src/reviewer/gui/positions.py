"""Code points to Qt's UTF-16 positions and back; the only place that knows the difference."""

from __future__ import annotations

import re
from bisect import bisect_left

from reviewer.report import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")  # two positions each
# QTextDocument would turn each of these into a paragraph of its own, or swallow it.
_BREAKS = "\r\u2029\ufdd0\ufdd1\x00"


def shown(text: str) -> str:
    """Return `text` as a QTextDocument can hold it, every code point in its old place."""
    for sign in _BREAKS:  # most texts have none, and looking for one sign is fast
        text = text.replace(sign, " ")
    return text


class Positions:
    """Converts between code points of one text and positions of the QTextDocument showing it."""

    def __init__(self, text: str) -> None:
        wide = len(text.encode("utf-16-le", "surrogatepass")) > 2 * len(text)
        # Most texts have no wide code point; half a million are looked through only for a reason.
        self._wide = [found.start() for found in _WIDE.finditer(text)] if wide else []
        self._wide_utf16 = [place + before for before, place in enumerate(self._wide)]

    def to_qt(self, place: int) -> int:
        """Return the UTF-16 position of code point `place`."""
        return place + bisect_left(self._wide, place)

    def from_qt(self, position: int) -> int:
        """Return the code point at UTF-16 `position`; inside a pair, the pair's code point."""
        before = bisect_left(self._wide_utf16, position)
        if before and self._wide_utf16[before - 1] + 1 == position:
            return self._wide[before - 1]
        return position - before

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        """Return the UTF-16 start and end of `span`."""
        return self.to_qt(span.start), self.to_qt(span.end)
