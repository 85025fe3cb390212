"""Dates in Arabic or Chinese figures, and the one of publication in a web page's frame."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line
from reviewer.outline.numbering import chinese_value
from reviewer.report import Located, Span

_FIGURES = {glyph: str(value) for value, glyph in enumerate("零一二三四五六七八九")}
_ZEROS = dict.fromkeys("〇○O", "0")
_RANK = {"published": 0, "plain": 1, "written": 2, "changed": 4}
_FIGURES_ONLY = re.compile(r"[-•·● ]*[\d/.-]+(?:[ ]+[\d:]+)?[ ]*")
_ALONE = 5  # rank of a date that is a line of its own
_BESIDE = 3  # rank of a date without label beside other facts of publication


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date and where it stands (code points); `has_day` is false where the day is missing."""

    value: datetime.date
    start: int
    end: int
    has_day: bool

    @property
    def located(self) -> Located[datetime.date]:
        """The date with its place."""
        return Located(self.value, Span(self.start, self.end))

    def moved(self, offset: int) -> FoundDate:
        """Return the same date in a text that begins `offset` code points earlier."""
        return FoundDate(self.value, self.start + offset, self.end + offset, self.has_day)


def year_value(figures: str) -> int:
    """Return the year that four Arabic or Chinese figures mean."""
    return int("".join(_FIGURES.get(glyph, _ZEROS.get(glyph, glyph)) for glyph in figures))


def read_date(match: re.Match[str], first_month: int = 1) -> FoundDate | None:
    """Return the date in a match of `Lexicon.date`, None where there is no such day."""
    month = _figure(match["month"]) or first_month
    day = _figure(match["day"]) if match["day"] else None
    try:
        value = datetime.date(year_value(match["year"]), month, day or 1)
    except ValueError:
        return None
    return FoundDate(value, match.start(), match.end(), day is not None)


def _figure(figures: str) -> int | None:
    return int(figures) if figures.isdecimal() else chinese_value(figures)


def publication_date(
    lines: Iterable[Line], year: int | None, lexicon: Lexicon
) -> Located[datetime.date] | None:
    """Return the best labelled date of the lines outside the report's body.

    A date without label is "today" as often as not: it counts beside facts of publication, or
    alone in figures (2025-01-26) where it lies in the `year` reported on or the one after.
    """
    best: tuple[int, Located[datetime.date]] | None = None
    waiting: str | None = None
    for line in lines:
        for rank, found in _dates_of(line, waiting, lexicon):
            if rank == _ALONE and (year is None or not 0 <= found.value.year - year <= 1):
                continue
            if best is None or rank < best[0]:
                span = Span(line.start + found.start, line.start + found.end)
                best = rank, Located(found.value, span)
        waiting = _label_alone(line, lexicon)
    return best[1] if best else None


def writing_date(lines: Iterable[Line], lexicon: Lexicon) -> Located[datetime.date] | None:
    """Return the date on which a page's frame says that the report was written."""
    waiting: str | None = None
    for line in lines:
        for rank, found in _dates_of(line, waiting, lexicon):
            if rank == _RANK["written"]:
                return found.moved(line.start).located
        waiting = _label_alone(line, lexicon)
    return None


def _dates_of(line: Line, waiting: str | None, lexicon: Lexicon) -> list[tuple[int, FoundDate]]:
    found: list[tuple[int, FoundDate]] = []
    for match in lexicon.date.finditer(line.folded):
        date = read_date(match)
        if date is None or not date.has_day:
            continue
        label = None
        for candidate in lexicon.date_labels.finditer(line.folded, 0, match.start()):
            label = candidate if candidate.end() == match.start() else label
        if label and label.lastgroup:
            found.append((_RANK[_kind(label)], date))
        elif waiting and match.start() == 0:
            found.append((_RANK[waiting], date))
        elif lexicon.date_companions.search(line.folded):
            found.append((_BESIDE, date))
        elif _FIGURES_ONLY.fullmatch(line.folded):
            found.append((_ALONE, date))
    return found


def _label_alone(line: Line, lexicon: Lexicon) -> str | None:
    """Return the kind of label a line holds when the date must stand in the next line."""
    label = lexicon.date_labels.search(line.folded)
    return _kind(label) if label and label.end() == len(line.folded) else None


def _kind(label: re.Match[str]) -> str:
    return next(kind for kind in _RANK if label[kind])
