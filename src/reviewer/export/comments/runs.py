"""The text of a Word file, run by run, so that a passage of it can be found and marked."""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn
from docx.text.run import Run

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.run import CT_R

_RUN, _TEXT, _PROPERTIES = qn("w:r"), qn("w:t"), qn("w:rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# What holds text that nobody sees, or sees twice.
_HIDDEN = (qn("w:del"), qn("w:moveFrom"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of runs, and how many characters of the first and the last belong to it."""

    first: CT_R
    skipped: int
    last: CT_R
    taken: int


class RunText:
    """All text of a document's body without blanks, and where each character stands."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._runs: list[CT_R] = []
        self._starts: list[int] = []
        parts: list[str] = []
        length = 0
        for run in _visible_runs(document):
            squeezed = squeeze(_text_of(run))
            if squeezed:
                self._runs.append(run)
                self._starts.append(length)
                parts.append(squeezed)
                length += len(squeezed)
        self.text = "".join(parts)

    def find(self, wanted: str, near: int) -> Passage | None:
        """Return the occurrence of `wanted` (without blanks) that begins nearest to `near`."""
        starts = []
        place = self.text.find(wanted) if wanted else -1
        while place >= 0:
            starts.append(place)
            place = self.text.find(wanted, place + 1)
        if not starts:
            return None
        start = min(starts, key=lambda at: abs(at - near))
        return self._passage(start, start + len(wanted))

    def _passage(self, start: int, end: int) -> Passage:
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        return Passage(
            first=self._runs[first],
            skipped=_raw_length(self._runs[first], start - self._starts[first]),
            last=self._runs[last],
            taken=_raw_length(self._runs[last], end - self._starts[last]),
        )

    def mark(self, passage: Passage, text: str, author: str) -> None:
        """Put a comment on a passage; runs are cut where it begins and ends within them.

        The text of the document is as it was. What was found before must be found anew.
        """
        last = _cut(passage.last, passage.taken)[0]
        if passage.first is passage.last:
            first = _cut(last, passage.skipped)[1]
            last = first
        else:
            first = _cut(passage.first, passage.skipped)[1]
        marked = [Run(first, self._document._body), Run(last, self._document._body)]
        self._document.add_comment(marked, text=text, author=author, initials=author[:1])


def squeeze(text: str) -> str:
    """Return a text without any blank."""
    return "".join(text.split())


def _visible_runs(document: Document) -> Iterator[CT_R]:
    for run in document.element.body.iter(_RUN):
        if not any(parent.tag in (*_HIDDEN, _FALLBACK) for parent in run.iterancestors()):
            yield run


def _text_of(run: CT_R) -> str:
    return "".join(text.text or "" for text in run.iterchildren(_TEXT))


def _raw_length(run: CT_R, count: int) -> int:
    """Return how many characters of a run hold its first `count` that are not blank."""
    seen = 0
    for place, character in enumerate(_text_of(run)):
        if seen == count:
            return place
        seen += not character.isspace()
    return len(_text_of(run))


def _cut(run: CT_R, at: int) -> tuple[CT_R, CT_R]:
    """Cut a run behind its first `at` characters; return both parts, the run itself where none is.

    What is no text (breaks, tabs, fields) stays on its side.
    """
    if at <= 0 or at >= len(_text_of(run)):
        return run, run
    rest = copy.deepcopy(run)
    run.addnext(rest)
    seen = 0
    for left, right in zip(list(run), list(rest), strict=True):
        if left.tag == _PROPERTIES:
            continue
        length = len(left.text or "") if left.tag == _TEXT else 0
        if seen >= at:
            run.remove(left)
        elif seen + length <= at:
            rest.remove(right)
        else:
            whole = left.text or ""
            left.text, right.text = whole[: at - seen], whole[at - seen :]
            for part in (left, right):
                part.set(_SPACE, "preserve")
        seen += length
    return run, rest
