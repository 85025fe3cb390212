"""What holds at a place of an .rtf file; a group hands it on to the groups in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.readers.line import RunFormat

_CONTENTS = "TOC"
_UNFORMATTED = RunFormat()


@dataclass(slots=True)
class FieldState:
    """A field: its code as far as read, and the field around it."""

    code: str = ""
    outer: FieldState | None = None

    @property
    def is_contents(self) -> bool:
        """Tell whether this is, or stands in, a table of contents."""
        words = self.code.split()[:1]
        return words == [_CONTENTS] or (self.outer is not None and self.outer.is_contents)


class CharacterState(NamedTuple):
    """How characters look and whether they show.

    `asian_next` says that the next font named is the East Asian one, `has_asian` that it was named.
    """

    look: RunFormat = _UNFORMATTED
    font: int | None = None
    asian_next: bool = False
    has_asian: bool = False
    deleted: bool = False
    inserted: bool = False


_PLAIN = CharacterState()


class ParagraphState(NamedTuple):
    """A paragraph's place in lists, tables and the outline."""

    style: int = 0
    list_index: int = 0
    list_level: int = 0
    outline_level: int | None = None
    centered: bool = False
    in_table: bool = False
    nesting: int | None = None

    @property
    def depth(self) -> int:
        """How many tables the paragraph stands in."""
        return 0 if not self.in_table else 1 if self.nesting is None else self.nesting


_NORMAL = ParagraphState()


@dataclass(slots=True)
class State:
    """The whole; `skip` is how many characters stand in for one given by its Unicode number."""

    character: CharacterState = _PLAIN
    paragraph: ParagraphState = _NORMAL
    skip: int = 1
    target: str = "text"
    field: FieldState | None = field(default=None)

    def copy(self) -> State:
        """Return what a group begins with."""
        return State(self.character, self.paragraph, self.skip, self.target, self.field)
