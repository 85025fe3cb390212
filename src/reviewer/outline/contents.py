"""A table of contents above a report is none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reviewer.outline.lines import Line, LinedText

_PAGE = re.compile(r"[ .…·—\-]*(?:[(]?\d{1,3}[)]?)?$")
_SEARCHED = 40  # lines a table of contents begins within
_MOST = 80  # entries
_LONGEST = 80  # code points of an entry


def without_contents(lined: LinedText) -> LinedText:
    """Return `lined` with a table of contents marked as frame, as a page's menu is.

    An entry ends in the number of its page, or stands again below.
    """
    lines, named = lined.lines, lined.lexicon.contents.fullmatch
    begin = next((i for i, line in enumerate(lines[:_SEARCHED]) if named(line.folded)), None)
    if begin is None:
        return lined
    end = begin + 1
    while end < len(lines) and end - begin <= _MOST and _is_brief(lines[end]):
        end += 1
    entries = [i for i in range(begin + 1, end) if _is_entry(lines[i], lines[i + 1 :])]
    if len(entries) < 2:
        return lined
    marked = {begin, *entries}
    framed = [line._replace(frame=True) if i in marked else line for i, line in enumerate(lines)]
    return replace(lined, lines=framed)


def _is_brief(line: Line) -> bool:
    return len(line.folded) <= _LONGEST and not set("。;") & set(line.folded)


def _is_entry(line: Line, below: Sequence[Line]) -> bool:
    page = _PAGE.search(line.folded)
    bare = line.folded[: page.start()] if page else line.folded
    if not bare:
        return True
    return bare != line.folded or any(other.folded.startswith(bare) for other in below)
