"""What modifiers make of a run of characters or a paragraph."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from reviewer.readers.doc import sprms
from reviewer.readers.doc.sprms import modifiers
from reviewer.readers.line import RunFormat

_PLAIN = RunFormat()
# 0x80 and 0x81 say "as in the style" and "other than in the style".
_AS_STYLE, _OTHER_THAN_STYLE = 0x80, 0x81


class Character(NamedTuple):
    """How a run of characters is to be read; `symbol` is a character's code and font.

    `picture` is a place in the stream Data.
    """

    look: RunFormat = _PLAIN
    deleted: bool = False
    inserted: bool = False
    special: bool = False
    data: bool = False
    symbol: tuple[int, str | None] | None = None
    picture: int | None = None


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """A paragraph's place in lists and tables; `list_index` counts from 1, `depth` of tables."""

    style: int = 0
    list_index: int = 0
    list_level: int = 0
    outline_level: int | None = None
    centered: bool = False
    depth: int = 0
    ends_row: bool = False
    inner_cell: bool = False
    inner_row_end: bool = False
    old_number: bool = False


def toggled(operand: int, of_style: bool) -> bool:
    """Return what a toggle makes of the style's value."""
    if operand == _AS_STYLE:
        return of_style
    if operand == _OTHER_THAN_STYLE:
        return not of_style
    return bool(operand & 1)


def changed_look(look: RunFormat, data: bytes, fonts: tuple[str, ...]) -> RunFormat:
    """Return the look of a style as its modifiers change it."""
    return changed_character(Character(look), look, data, fonts).look


def changed_character(
    character: Character, of_style: RunFormat, data: bytes, fonts: tuple[str, ...]
) -> Character:
    """Return `character` as the modifiers change it; `of_style` is what toggles refer to."""
    (bold, font, size, hidden), deleted, inserted, special, is_data, symbol, picture = character
    for code, value, operand in modifiers(data):
        if code == sprms.C_BOLD:
            bold = toggled(value, of_style.bold)
        elif code == sprms.C_HIDDEN:
            hidden = toggled(value, of_style.hidden)
        elif code == sprms.C_ASIAN_FONT:
            font = fonts[value] if value < len(fonts) else font
        elif code == sprms.C_SIZE:
            size = value / 2
        elif code == sprms.C_DELETED:
            deleted = bool(value)
        elif code == sprms.C_INSERTED:
            inserted = bool(value)
        elif code == sprms.C_SPECIAL:
            special = bool(value)
        elif code == sprms.C_DATA:
            is_data = bool(value)
        elif code == sprms.C_SYMBOL:
            index = int.from_bytes(operand[:2], "little")
            named = fonts[index] if index < len(fonts) else None
            symbol = int.from_bytes(operand[2:4], "little"), named
        elif code == sprms.C_PICTURE:
            picture = value
        elif code == sprms.C_PLAIN:
            bold, font, size, hidden = of_style
    return Character(
        RunFormat(bold, font, size, hidden), deleted, inserted, special, is_data, symbol, picture
    )


def character_style(data: bytes) -> int | None:
    """Return the character style that modifiers name."""
    style = None
    for code, value, _ in modifiers(data):
        if code == sprms.C_STYLE:
            style = value
    return style


def changed_paragraph(paragraph: ParagraphFormat, data: bytes) -> ParagraphFormat:
    """Return `paragraph` as the modifiers change it."""
    changes: dict[str, object] = {}
    depth = paragraph.depth
    for code, value, _ in modifiers(data):
        if code == sprms.P_LIST:
            changes["list_index"] = value
        elif code == sprms.P_LEVEL:
            changes["list_level"] = value
        elif code == sprms.P_OLD_NUMBER:
            changes["old_number"] = True
        elif code == sprms.P_OUTLINE:
            changes["outline_level"] = value + 1 if value < 9 else None
        elif code in (sprms.P_JUSTIFIED, sprms.P_JUSTIFIED_80):
            changes["centered"] = value == 1
        elif code == sprms.P_IN_TABLE:
            depth = max(depth, 1) if value else 0
        elif code == sprms.P_DEPTH:
            depth = value
        elif code == sprms.P_DEPTH_CHANGE:
            depth += value - (0x1_0000_0000 if value >= 0x8000_0000 else 0)
        elif code in _FLAGS:
            changes[_FLAGS[code]] = bool(value)
    changes["depth"] = depth
    return replace(paragraph, **changes)  # type: ignore[arg-type]


_FLAGS = {
    sprms.P_ROW_END: "ends_row",
    sprms.P_INNER_CELL: "inner_cell",
    sprms.P_INNER_ROW_END: "inner_row_end",
}
