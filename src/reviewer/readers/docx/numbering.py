"""What numbering.xml says of the lists of a document (ECMA-376 part 1, 17.9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.readers.docx.names import W, child_value, is_on, whole_number
from reviewer.readers.lists import LONGEST_TEXT, Level, NumberedList

if TYPE_CHECKING:
    from lxml.etree import _Element


class Numbering:
    """All of numbering.xml; a list is looked at when a paragraph uses it, few of them are."""

    def __init__(self, root: _Element | None) -> None:
        self._definitions: dict[str, _Element] = {}
        self._nums: dict[str, _Element] = {}
        self._lists: dict[str, NumberedList | None] = {}
        for element in () if root is None else root:
            if element.tag == f"{W}abstractNum":
                self._definitions[element.get(f"{W}abstractNumId", "")] = element
            elif element.tag == f"{W}num":
                self._nums[element.get(f"{W}numId", "")] = element

    def list(self, identity: str) -> NumberedList | None:
        """Return the list with this id, None where there is none or it has no levels."""
        if identity not in self._lists:
            element = self._nums.get(identity)
            self._lists[identity] = None if element is None else self._read(identity, element)
        return self._lists[identity]

    def _read(self, identity: str, element: _Element) -> NumberedList | None:
        definition = self._definition(child_value(element, "abstractNumId") or "")
        if definition is None:
            return None
        levels = dict(map(_level, definition.iterchildren(f"{W}lvl")))
        starts: dict[int, int] = {}
        for override in element.iterchildren(f"{W}lvlOverride"):
            index = whole_number(override.get(f"{W}ilvl"), 0)
            levels.update(map(_level, override.iterchildren(f"{W}lvl")))
            start = child_value(override, "startOverride")
            if start is not None:
                starts[index] = whole_number(start, 1)
        return NumberedList(identity, definition.get(f"{W}abstractNumId", ""), starts, levels)

    def _definition(self, identity: str) -> _Element | None:
        """Return the definition that has the levels, through a list style where there is one."""
        found = self._definitions.get(identity)
        link = None if found is None else child_value(found, "numStyleLink")
        if link is not None:
            for element in self._definitions.values():
                if child_value(element, "styleLink") == link:
                    return element
        return found


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
        text="•" if picture else (child_value(element, "lvlText") or "")[:LONGEST_TEXT],
        suffix=child_value(element, "suff") or "tab",
        legal=legal is not None and is_on(legal),
        restart=None if restart is None else whole_number(restart, 0),
        style=child_value(element, "pStyle"),
        width=len(custom.split(",")[0].strip()),
    )
