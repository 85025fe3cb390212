"""A table of contents above a report is none of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.outline.lines import Line

_NAME = re.compile("目[ ]*[录次]")
_PAGE = re.compile(r"[ .…·—\-]*(?:[(]?\d{1,3}[)]?)?$")
_SEARCHED = 40  # lines a table of contents begins within
_MOST = 80  # entries
_LONGEST = 80  # code points of an entry


def without_contents(lines: list[Line]) -> list[Line]:
    """Return `lines` with a table of contents marked as frame, as a page's menu is.

    An entry ends in the number of its page, or stands again below.
    """
    begin = next((i for i, line in enumerate(lines[:_SEARCHED]) if _is_name(line)), None)
    if begin is None:
        return lines
    end = begin + 1
    while end < len(lines) and end - begin <= _MOST and _is_brief(lines[end]):
        end += 1
    entries = [i for i in range(begin + 1, end) if _is_entry(lines[i], lines[i + 1 :])]
    if len(entries) < 2:
        return lines
    marked = {begin, *entries}
    return [
        line._replace(frame=True) if index in marked else line for index, line in enumerate(lines)
    ]


def _is_name(line: Line) -> bool:
    return _NAME.fullmatch(line.folded) is not None


def _is_brief(line: Line) -> bool:
    return len(line.folded) <= _LONGEST and not set("。;") & set(line.folded)


def _is_entry(line: Line, below: Sequence[Line]) -> bool:
    page = _PAGE.search(line.folded)
    bare = line.folded[: page.start()] if page else line.folded
    if not bare:
        return True
    return bare != line.folded or any(other.folded.startswith(bare) for other in below)
