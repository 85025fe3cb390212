"""一是 … 二是 … inside a section's own text."""

from __future__ import annotations

from reviewer.outline.lexicon import Lexicon
from reviewer.outline.numbering import chinese_value
from reviewer.report import Item, Span

_BOUNDARY = frozenset("。,;:、!?)” \n")


def read_items(folded: str, start: int, end: int, lexicon: Lexicon) -> tuple[Item, ...]:
    """Return the items between two code points.

    An item reaches to the next marker; the last of a sequence to the end of its line.
    """
    if start >= end:
        return ()
    marks = _marks(folded, start, end, lexicon)
    items: list[Item] = []
    for index, (ordinal, begin, after) in enumerate(marks):
        follows = index + 1 < len(marks) and marks[index + 1][0] > ordinal
        limit = marks[index + 1][1] if index + 1 < len(marks) else end
        if not follows:
            line_end = folded.find("\n", begin, limit)
            limit = line_end if line_end >= 0 else limit
        stop = limit - (len(folded[begin:limit]) - len(folded[begin:limit].rstrip()))
        items.append(Item(ordinal, Span(begin, after), Span(begin, stop)))
    return tuple(items)


def _marks(folded: str, start: int, end: int, lexicon: Lexicon) -> list[tuple[int, int, int]]:
    """Return ordinal, start and end of each marker; it stands at the start of a clause."""
    marks: list[tuple[int, int, int]] = []
    for match in lexicon.item_marker.finditer(folded, start, end):
        begin = match.start()
        if folded[begin - 1] == "第":
            begin -= 1
        elif not match["word"]:
            continue
        if folded[begin - 1] in _BOUNDARY:
            ordinal = chinese_value(match["ordinal"])
            if ordinal is not None:
                marks.append((ordinal, begin, match.end()))
    return marks
