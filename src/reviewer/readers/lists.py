"""Automatic numbers of lists: the counters that run through a document, the same for every format.

Follows ECMA-376 part 1, 17.9, and Word where it differs: all lists (w:num, LFO) of one definition
(w:abstractNum, LSTF) share its counters, a start override takes effect at the first paragraph of
its list and level.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from reviewer.readers.number_formats import is_known, shown, zero_padded
from reviewer.readers.symbols import bullet

_LEVELS = 9
# Word allows 31 characters around the numbers; a hostile file could have millions.
LONGEST_TEXT = 255
_PLACE = re.compile("%([1-9])")
# After these the text follows at once, as people type it; a tab or blank would be lost anyway when
# the report is copied. Other numbers (第一条, 1, •) are set off by the one blank Word shows.
_TIGHT = tuple("、．.。)）〕］】:：,，")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart` is the level (from 1) after which it begins anew, 0 never."""

    start: int = 1
    number_format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    style: str | None = None
    width: int = 0


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A w:num as it works: `definition` names the w:abstractNum whose counters it shares.

    `starts` are the values with which levels of this list begin anew at their first paragraph.
    """

    identity: str
    definition: str
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number as Word shows it and what parts it from the text ("" or a blank)."""

    text: str
    gap: str


class Lists(Protocol):
    """The lists of a document."""

    def list(self, identity: str) -> NumberedList | None:
        """Return the list with this id, None where there is none or it has no levels."""


class Counters:
    """The state of all lists while a document is read from its start to its end."""

    def __init__(self, numbering: Lists) -> None:
        self._numbering = numbering
        self._values: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.unknown_format: str | None = None

    def advance(self, list_id: str, index: int) -> NumberText | None:
        """Count one paragraph at level `index` (from 0); None where Word shows no number."""
        numbered = self._numbering.list(list_id)
        if numbered is None or index not in numbered.levels or not 0 <= index < _LEVELS:
            return None
        values = self._values.setdefault(numbered.definition, [None] * _LEVELS)
        for higher in range(index):
            if values[higher] is None:
                # A level that is skipped counts as begun, as if its paragraph were there.
                values[higher] = _start(numbered, higher)
        self._count(numbered, index, values)
        for deeper in range(index + 1, _LEVELS):
            has_begun = values[deeper] is not None
            if has_begun and _restarts(numbered.levels.get(deeper), deeper, index):
                values[deeper] = None
        return self._write(numbered.levels, index, values)

    def level_of_style(self, list_id: str, *styles: str) -> int | None:
        """Return the level (from 0) linked to the first of the paragraph styles that has one."""
        numbered = self._numbering.list(list_id)
        levels = {} if numbered is None else numbered.levels
        linked = {level.style: index for index, level in levels.items() if level.style}
        return next((linked[style] for style in styles if style in linked), None)

    def _count(self, numbered: NumberedList, index: int, values: list[int | None]) -> None:
        key = (numbered.identity, index)
        overridden = index in numbered.starts and key not in self._begun
        self._begun.add(key)
        value = values[index]
        begins = value is None or overridden
        values[index] = _start(numbered, index) if begins or value is None else value + 1

    def _write(
        self, levels: Mapping[int, Level], index: int, values: list[int | None]
    ) -> NumberText | None:
        level = levels[index]
        if level.number_format == "bullet":
            text = "".join(map(bullet, level.text))
        else:
            text = _PLACE.sub(
                lambda place: self._number(levels, int(place[1]) - 1, index, values), level.text
            )
        return number_text(text, tight=level.suffix == "nothing")

    def _number(
        self, levels: Mapping[int, Level], place: int, index: int, values: list[int | None]
    ) -> str:
        """Return what stands for the level `place` in a number of the level `index`."""
        level = levels.get(place)
        value = values[place]
        if level is None or value is None or level.number_format == "bullet":
            return ""
        if level.number_format == "custom" and level.width:
            return zero_padded(value, level.width)
        if levels[index].legal and level.number_format != "none":
            return str(value)
        if not is_known(level.number_format):
            self.unknown_format = level.number_format
        return shown(value, level.number_format)


def number_text(text: str, *, tight: bool = False) -> NumberText | None:
    """Return a number as written, with what sets it off; None where nothing of it shows."""
    text = text.strip()
    if not text:
        return None
    tight = tight or text.endswith(_TIGHT) or _is_enclosed(text[-1])
    return NumberText(text, "" if tight else " ")


def _start(numbered: NumberedList, index: int) -> int:
    """Return the value with which a level of the list begins."""
    level = numbered.levels.get(index)
    return numbered.starts.get(index, 1 if level is None else level.start)


def _restarts(level: Level | None, index: int, used: int) -> bool:
    """Tell whether `level` at `index` begins anew after a paragraph at the higher level `used`."""
    if level is None or level.restart is None:
        return True
    if level.restart == 0:
        return False
    return used < level.restart or level.restart > index


def _is_enclosed(char: str) -> bool:
    """Tell whether the glyph carries its own mark: ① ⑴ ⒈ ㈠."""
    return "\u2460" <= char <= "\u249b" or "\u3220" <= char <= "\u3229"
