"""The control words of .rtf that matter here, and what each does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from reviewer.readers.line import RunFormat
from reviewer.readers.rtf.state import CharacterState, ParagraphState
from reviewer.report import BlockKind

# Groups whose text is not for the reader.
SKIPPED = frozenset((
    "colortbl", "info", "pntxta", "pntxtb", "xe", "tc", "rxe", "txe", "nonesttables", "nonshppict",
    "shprslt", "sp", "objdata", "objclass", "themedata", "datastore", "latentstyles", "rsidtbl",
    "xmlnstbl", "mmathPict", "revtbl", "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "pnseclvl",
    "filetbl", "private", "mathPr", "protusertbl",
))  # fmt: skip
# Groups marked "may be passed over" that have text all the same.
KNOWN = frozenset(("shpinst", "fldinst", "nesttableprops", "moMath", "moMathPara", "annotation"))
MARGINS = frozenset(
    ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf")
)
HEADS = frozenset(("fonttbl", "stylesheet", "listtable", "listoverridetable"))
STORIES: Mapping[str, BlockKind] = {
    "footnote": BlockKind.NOTE,
    "shptxt": BlockKind.TEXT_BOX,
    "dptxbxtext": BlockKind.TEXT_BOX,
}
CHARACTERS: Mapping[str, str] = {
    "tab": "\t", "line": "\n", "lbr": "\n", "page": "\n", "column": "\n", "emdash": "—",
    "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”",
    "bullet": "•", "emspace": "\u2003", "enspace": "\u2002", "qmspace": "\u2005",
}  # fmt: skip
SIGNS: Mapping[str, str] = {"\\": "\\", "{": "{", "}": "}", "~": "\xa0", "_": "-", "\t": "\t"}

CharacterChange = Callable[[CharacterState, int | None], CharacterState]
ParagraphChange = Callable[[ParagraphState, int | None], ParagraphState]


def _bold(look: RunFormat, value: int | None) -> RunFormat:
    return look._replace(bold=value != 0)


def _size(look: RunFormat, value: int | None) -> RunFormat:
    return look._replace(size=(value or 0) / 2 or None)


def _look(change: Callable[[RunFormat, int | None], RunFormat]) -> CharacterChange:
    return lambda character, value: character._replace(look=change(character.look, value))


def _asian(which: bool) -> CharacterChange:
    return lambda character, _: character._replace(asian_next=which)


def _asian_look(change: Callable[[RunFormat, int | None], RunFormat]) -> CharacterChange:
    """LibreOffice gives the look of East Asian text by words meant for scripts from the right."""
    changed = _look(change)
    return lambda character, value: changed(character, value) if character.asian_next else character


def _in_tables(paragraph: ParagraphState, value: int | None) -> ParagraphState:
    return paragraph._replace(nesting=value, in_table=bool(value))


CHARACTER_WORDS: Mapping[str, CharacterChange] = {
    "plain": lambda _, __: CharacterState(),
    "b": _look(_bold),
    "ab": _asian_look(_bold),
    "fs": _look(_size),
    "afs": _asian_look(_size),
    "v": _look(lambda look, value: look._replace(hidden=value != 0)),
    "deleted": lambda character, value: character._replace(deleted=value != 0),
    "revised": lambda character, value: character._replace(inserted=value != 0),
    "dbch": _asian(True),
    "loch": _asian(False),
    "hich": _asian(False),
    "rtlch": _asian(False),
    "ltrch": _asian(False),
}
PARAGRAPH_WORDS: Mapping[str, ParagraphChange] = {
    "pard": lambda _, __: ParagraphState(),
    "s": lambda paragraph, value: paragraph._replace(style=value or 0),
    "ls": lambda paragraph, value: paragraph._replace(list_index=value or 0),
    "ilvl": lambda paragraph, value: paragraph._replace(list_level=value or 0),
    "outlinelevel": lambda paragraph, value: paragraph._replace(
        outline_level=(value or 0) + 1 if (value or 0) < 9 else None
    ),
    "qc": lambda paragraph, _: paragraph._replace(centered=True),
    "ql": lambda paragraph, _: paragraph._replace(centered=False),
    "qj": lambda paragraph, _: paragraph._replace(centered=False),
    "qr": lambda paragraph, _: paragraph._replace(centered=False),
    "intbl": lambda paragraph, _: paragraph._replace(in_table=True),
    "itap": _in_tables,
}
