"""Automatic numbers: what numbering.xml says, and the counters that run through a document.

Follows ECMA-376 part 1, 17.9, and Word where it differs: all lists (w:num) of one definition
(w:abstractNum) share its counters, a start override takes effect at the first paragraph of its
list and level.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reviewer.readers.docx.names import W, child_value, is_on, whole_number
from reviewer.readers.docx.number_formats import is_known, shown, zero_padded

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEVELS = 9
_PLACE = re.compile("%([1-9])")
# After these the text follows at once, as people type it; a tab or blank would be lost anyway when
# the report is copied. Other numbers (第一条, 1, •) are set off by the one blank Word shows.
_TIGHT = tuple("、．.。)）〕］】:：,，")
_SYMBOLS: Mapping[str, str] = {
    "\uf06c": "●", "\uf06e": "■", "\uf075": "◆", "\uf0d8": "➢", "\uf0fc": "✓", "\uf0a7": "▪",
    "\uf0a8": "□", "\uf0b2": "◇", "\uf06f": "□", "\uf0e8": "→", "\uf0b7": "•",
}  # fmt: skip


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
class Definition:
    """An abstractNum: its levels, or the style that has them."""

    identity: str
    levels: Mapping[int, Level]
    style_link: str | None = None
    num_style_link: str | None = None


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A num: the definition it uses and what it changes."""

    identity: str
    definition: str
    starts: Mapping[int, int]
    levels: Mapping[int, Level]


@dataclass(frozen=True, slots=True)
class NumberText:
    """A number as Word shows it and what parts it from the text ("" or a blank)."""

    text: str
    gap: str


@dataclass(frozen=True, slots=True)
class Numbering:
    """All of numbering.xml."""

    definitions: Mapping[str, Definition] = field(default_factory=dict)
    lists: Mapping[str, NumberedList] = field(default_factory=dict)

    def definition_of(self, numbered: NumberedList) -> Definition | None:
        """Return the definition that has the levels, through a list style where there is one."""
        found = self.definitions.get(numbered.definition)
        if found is None or found.num_style_link is None:
            return found
        for definition in self.definitions.values():
            if definition.style_link == found.num_style_link:
                return definition
        return found

    def levels_of(self, numbered: NumberedList, definition: Definition) -> Mapping[int, Level]:
        """Return the levels as the list changes them."""
        if not numbered.levels:
            return definition.levels
        return {**definition.levels, **numbered.levels}


class Counters:
    """The state of all lists while a document is read from its start to its end."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._values: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()
        self.unknown_format: str | None = None

    def advance(self, list_id: str, index: int) -> NumberText | None:
        """Count one paragraph at level `index` (from 0); None where Word shows no number."""
        numbered = self._numbering.lists.get(list_id)
        definition = self._numbering.definition_of(numbered) if numbered else None
        if numbered is None or definition is None or not 0 <= index < _LEVELS:
            return None
        levels = self._numbering.levels_of(numbered, definition)
        level = levels.get(index)
        if level is None:
            return None
        values = self._values.setdefault(definition.identity, [None] * _LEVELS)
        self._count(numbered, level, index, values)
        for deeper in range(index + 1, _LEVELS):
            if _restarts(levels.get(deeper), deeper, index):
                values[deeper] = None
        return self._write(numbered, levels, index, values)

    def level_of_style(self, list_id: str, *styles: str) -> int | None:
        """Return the level (from 0) linked to the first of the paragraph styles that has one."""
        numbered = self._numbering.lists.get(list_id)
        definition = self._numbering.definition_of(numbered) if numbered else None
        if numbered is None or definition is None:
            return None
        levels = self._numbering.levels_of(numbered, definition)
        linked = {level.style: index for index, level in levels.items() if level.style}
        return next((linked[style] for style in styles if style in linked), None)

    def _count(
        self, numbered: NumberedList, level: Level, index: int, values: list[int | None]
    ) -> None:
        start = numbered.starts.get(index, level.start)
        key = (numbered.identity, index)
        overridden = index in numbered.starts and key not in self._begun
        self._begun.add(key)
        value = values[index]
        values[index] = start if value is None or overridden else value + 1

    def _write(
        self,
        numbered: NumberedList,
        levels: Mapping[int, Level],
        index: int,
        values: list[int | None],
    ) -> NumberText | None:
        level = levels[index]
        if level.number_format == "bullet":
            text = "".join(_SYMBOLS.get(char, _bullet(char)) for char in level.text)
        else:

            def number(match: re.Match[str]) -> str:
                return self._number(int(match[1]) - 1, numbered, levels, index, values)

            text = _PLACE.sub(number, level.text)
        text = text.strip()
        if not text:
            return None
        tight = level.suffix == "nothing" or text.endswith(_TIGHT) or _is_enclosed(text[-1])
        return NumberText(text, "" if tight else " ")

    def _number(
        self,
        place: int,
        numbered: NumberedList,
        levels: Mapping[int, Level],
        index: int,
        values: list[int | None],
    ) -> str:
        level = levels.get(place)
        if level is None or level.number_format == "bullet" or place > index:
            return ""
        value = values[place]
        if value is None:
            # A level that no paragraph has used yet shows where it will begin.
            value = numbered.starts.get(place, level.start)
        if level.number_format == "custom" and level.width:
            return zero_padded(value, level.width)
        if levels[index].legal and level.number_format != "none":
            return str(value)
        if not is_known(level.number_format):
            self.unknown_format = level.number_format
        return shown(value, level.number_format)


def _restarts(level: Level | None, index: int, used: int) -> bool:
    """Tell whether `level` at `index` begins anew after a paragraph at the higher level `used`."""
    if level is None or level.restart is None:
        return True
    if level.restart == 0:
        return False
    return used < level.restart or level.restart > index


def _bullet(char: str) -> str:
    return "•" if "\ue000" <= char <= "\uf8ff" else char


def _is_enclosed(char: str) -> bool:
    """Tell whether the glyph carries its own mark: ① ⑴ ⒈ ㈠."""
    return "\u2460" <= char <= "\u249b" or "\u3220" <= char <= "\u3229"


def read_numbering(root: _Element) -> Numbering:
    """Return what the root of numbering.xml says."""
    definitions = {}
    for element in root.iterchildren(f"{W}abstractNum"):
        identity = element.get(f"{W}abstractNumId", "")
        definitions[identity] = Definition(
            identity=identity,
            levels=dict(map(_level, element.iterchildren(f"{W}lvl"))),
            style_link=child_value(element, "styleLink"),
            num_style_link=child_value(element, "numStyleLink"),
        )
    lists = {}
    for element in root.iterchildren(f"{W}num"):
        numbered = _list(element)
        lists[numbered.identity] = numbered
    return Numbering(definitions, lists)


def _list(element: _Element) -> NumberedList:
    starts: dict[int, int] = {}
    levels: dict[int, Level] = {}
    definition = child_value(element, "abstractNumId") or ""
    for override in element.iterchildren(f"{W}lvlOverride"):
        index = whole_number(override.get(f"{W}ilvl"), 0)
        start = child_value(override, "startOverride")
        if start is not None:
            starts[index] = whole_number(start, 1)
        for changed in override.iterchildren(f"{W}lvl"):
            levels[index] = replace(_level(changed)[1])
    return NumberedList(element.get(f"{W}numId", ""), definition, starts, levels)


def _level(element: _Element) -> tuple[int, Level]:
    """Return the level's index (from 0) and the level."""
    index = whole_number(element.get(f"{W}ilvl"), 0)
    found = {child.tag: child for child in element.iter() if isinstance(child.tag, str)}
    number_format = found.get(f"{W}numFmt")
    custom = "" if number_format is None else number_format.get(f"{W}format", "")
    legal = found.get(f"{W}isLgl")
    restart = child_value(element, "lvlRestart")
    picture = f"{W}lvlPicBulletId" in found
    return index, Level(
        start=whole_number(child_value(element, "start"), 0),
        number_format="decimal"
        if number_format is None
        else number_format.get(f"{W}val", "decimal"),
        text="•" if picture else child_value(element, "lvlText") or "",
        suffix=child_value(element, "suff") or "tab",
        legal=legal is not None and is_on(legal),
        restart=None if restart is None else whole_number(restart, 0),
        style=child_value(element, "pStyle"),
        width=len(custom.split(",")[0].strip()),
    )
