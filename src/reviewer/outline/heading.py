"""Headings with numbers: where the title begins and where it ends."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar

from reviewer.outline.lines import Line, LinedText
from reviewer.outline.numbering import Number, read_number

_STOP = re.compile(r"[。!?]")
# The blank comes first, so that the search goes from one to the next.
_BREAK = re.compile(r"[ ](?<=[一-龥”)] )[ ]*(?=[一-龥“]|20\d\d ?年)")
_MARKS = "。;:,、.!? "
_SHORT = 4  # code points; less is not a heading's wording
_LONG = 40  # a heading before a colon or a blank is not longer
_SEAMED = 28  # a first sentence beyond this may be heading and text without a mark between
_ENDLESS = 90  # a first sentence beyond this is cut at its first semicolon
_CARRIED = 45  # the rest of a heading that goes on in the next line is not longer


@dataclass(frozen=True, slots=True)
class Heading:
    """A line found to be a heading.

    `start` is where the number (or the title, where the number was lost) begins; the title lies
    from `title_start` to `title_end` (code points); `body` is where the text below it begins in
    the same line, None where the heading has the line for itself. `index` is the line's index.
    `corrected` says that a person set the level.
    """

    level: int
    ordinal: int | None
    index: int
    start: int
    title_start: int
    title_end: int
    body: int | None = None
    recovered: bool = False
    corrected: bool = False


class _Placed(Protocol):
    @property
    def index(self) -> int: ...


_Thing = TypeVar("_Thing", bound=_Placed)
_INDEX = attrgetter("index")


def after(things: Sequence[_Placed], index: int) -> int:
    """Return the place in `things` (in order of their lines) of the first below line `index`."""
    return bisect_right(things, index, key=_INDEX)


def between(things: Sequence[_Thing], start: int, end: int) -> Sequence[_Thing]:
    """Return those of `things` (in order of their lines) between two lines, both left out."""
    return things[after(things, start) : bisect_left(things, end, key=_INDEX)]


class Extent(NamedTuple):
    """Where the title of a heading ends and where text below it begins in the same line."""

    title_end: int
    body: int | None


def numbered_headings(lined: LinedText, first: int, last: int) -> list[Heading]:
    """Return the headings with a number among lines `first` up to, not including, `last`."""
    lines = lined.lines
    found: list[Heading] = []
    skip = -1
    for index in range(first, last):
        line = lines[index]
        if index == skip or line.frame:
            continue
        number = read_number(lined.folded, line.start, line.end, lined.lexicon)
        if number is None:
            continue
        rest = lines[index + 1] if index + 1 < last else None
        heading = _heading(lined, index, number, rest)
        if heading is None:
            continue
        found.append(heading)
        if heading.title_end > line.end:
            skip = index + 1
    return found


def _heading(lined: LinedText, index: int, number: Number, rest: Line | None) -> Heading | None:
    line = lined.lines[index]
    ordinal, start = number.ordinal, number.start
    if number.end >= line.end:
        if rest is None or not _goes_on(lined, rest):
            return None
        extent = title_extent(lined, rest, rest.start)
        return Heading(number.level, ordinal, index, start, rest.start, *_parts(extent))
    extent = title_extent(lined, line, number.end)
    if extent.title_end <= number.end:
        return None
    carried = _carried(lined, line, number, extent, rest)
    parts = _parts(carried or extent)
    return Heading(
        number.level, ordinal, index, start, number.end, *parts, recovered=ordinal is None
    )


def _parts(extent: Extent) -> tuple[int, int | None]:
    return extent.title_end, extent.body


def _goes_on(lined: LinedText, rest: Line) -> bool:
    if rest.frame or len(rest.folded) > _CARRIED:
        return False
    return read_number(lined.folded, rest.start, rest.end, lined.lexicon) is None


def _carried(
    lined: LinedText, line: Line, number: Number, extent: Extent, rest: Line | None
) -> Extent | None:
    """Return the extent of a heading of level 1 that was broken over two lines."""
    if number.level != 1 or extent.body is not None or rest is None:
        return None
    title = line.folded[number.end - line.start :]
    open_end = title[-1] in ",、" or title.count("(") > title.count(")")
    if not open_end or not _goes_on(lined, rest):
        return None
    return title_extent(lined, rest, rest.start)


def title_extent(lined: LinedText, line: Line, start: int) -> Extent:
    """Return how far the title that begins at `start` reaches in `line`."""
    folded = lined.folded
    stop = _STOP.search(folded, start, line.end)
    end = stop.start() if stop else line.end
    cut = _run_in(lined, line, start, end)
    title_end = without_marks(folded, start, cut)
    body = _skip_marks(folded, cut, line.end)
    return Extent(title_end, body if body < line.end else None)


def _run_in(lined: LinedText, line: Line, start: int, end: int) -> int:
    """Return where the first sentence stops being the heading."""
    folded, lexicon = lined.folded, lined.lexicon
    lead = line.start + line.layout.lead
    if start + _SHORT <= lead < end and (folded[lead] in _MARKS or folded[lead - 1] in _MARKS):
        return lead
    item = lexicon.item_first.search(folded, start + _SHORT, end)
    if item:
        end = item.start()
    colon = folded.find(":", start + _SHORT, min(end, start + _LONG))
    if colon >= 0:
        return colon
    blank = _BREAK.search(folded, start + _SHORT, min(end, start + _LONG))
    if blank and end - blank.end() > blank.start() - start:
        return blank.start()
    if end - start > _SEAMED:
        seam = lexicon.heading_seam.search(folded, start + _SHORT, min(end, start + 2 * _LONG))
        if seam and seam.start("text") - start <= _LONG:
            return seam.start("text")
    if end - start > _ENDLESS:
        semicolon = folded.find(";", start + _SHORT, end)
        return semicolon if semicolon >= 0 else end
    return end


def without_marks(folded: str, start: int, end: int) -> int:
    """Return `end` moved back over punctuation and blanks, not beyond `start`."""
    while end > start and folded[end - 1] in _MARKS:
        end -= 1
    return end


def _skip_marks(folded: str, start: int, end: int) -> int:
    while start < end and folded[start] in _MARKS:
        start += 1
    return start
