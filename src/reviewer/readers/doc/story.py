"""Reads the stories of a Word file (body, notes, text boxes) into lines."""

from __future__ import annotations

import re
from collections import deque

from reviewer.readers.doc.bins import Bins
from reviewer.readers.doc.pictures import Pictures
from reviewer.readers.doc.properties import (
    Character,
    ParagraphFormat,
    changed_paragraph,
)
from reviewer.readers.doc.styles import Style, Styles
from reviewer.readers.doc.text import Text
from reviewer.readers.field_codes import counts, text_of_code
from reviewer.readers.fields import Fields
from reviewer.readers.line import Line, Piece, paragraph_lines
from reviewer.readers.lists import Counters, NumberText
from reviewer.readers.skipped import Skipped
from reviewer.readers.source import SourceFile
from reviewer.readers.surrogates import joined
from reviewer.readers.symbols import symbol
from reviewer.readers.tables import TableFolder
from reviewer.report import BlockKind, Layout

_PICTURE, _NOTE, _COMMENT, _CELL, _DRAWING = "\x01", "\x02", "\x05", "\x07", "\x08"
_LINE, _PAGE, _PARAGRAPH, _COLUMN = "\x0b", "\x0c", "\r", "\x0e"
_BEGIN, _SEPARATE, _END = "\x13", "\x14", "\x15"
_HARD_HYPHEN, _SYMBOL = "\x1e", "("
_CONTROL = re.compile("([\x01\x02\x05\x07\x08\x0b-\x0e\x13-\x15\x1e\uf000-\uf0ff])")
_SHOWN = {_LINE: "\n", _PAGE: "\n", _COLUMN: "\n", _HARD_HYPHEN: "-"}
_SILENT = frozenset((_PICTURE, _NOTE, _COMMENT, _CELL, _DRAWING, _PARAGRAPH))
_FIELD = {_BEGIN: "begin", _SEPARATE: "separate", _END: "end"}
# No paragraph is made of so many stretches and control characters.
_PARTS_PER_BLOCK = 4
# Beyond the lists there are: Word 95's own numbering, and numbers switched off but kept.
_OLD_LIST, _LISTS_END = 0x7FF, 0xF800


class StoryReader:
    """Reads one story after the other; list counters run through all of them.

    `boxes` are the CPs of anchors in the body, in order, each with those of a text box's story.
    """

    def __init__(
        self,
        text: Text,
        styles: Styles,
        bins: Bins | None,
        counters: Counters,
        sections: frozenset[int],
        pictures: Pictures,
        file: SourceFile,
    ) -> None:
        self._text = text
        self._styles = styles
        self._bins = bins
        self._counters = counters
        self._sections = sections
        self._pictures = pictures
        self._file = file
        self._paragraphs = 0
        self.skipped = Skipped()
        self.boxes: deque[tuple[int, int, int]] = deque()
        self._begin()

    def story(self, start: int, end: int, kind: BlockKind) -> list[Line]:
        """Return the lines of the CPs `start` to `end`. Raises UnreadableReport."""
        self._begin()
        folder = TableFolder()
        waiting: list[tuple[str, bytes]] = []
        for position, text, modifiers in self._text.runs(start, end):
            offset = position
            for part in _CONTROL.split(text):
                waiting.append((part, modifiers))
                offset += len(part)
                if len(waiting) > self._file.limits.blocks * _PARTS_PER_BLOCK:
                    raise self._file.error("too-large")
                if part in (_PARAGRAPH, _CELL) or (part == _PAGE and offset in self._sections):
                    self._paragraph(waiting, offset - 1, kind, folder)
                    waiting = []
        self._paragraph(waiting, end - 1, kind, folder)
        folder.add(list(paragraph_lines(self._carried, None, kind, Layout())), 0)
        return folder.finish()

    def _begin(self) -> None:
        self._fields = Fields()
        self._carried: list[Piece] = []

    def _paragraph(
        self,
        parts: list[tuple[str, bytes]],
        end: int,
        kind: BlockKind,
        folder: TableFolder,
    ) -> None:
        """Take the paragraph whose mark stands at the CP `end`."""
        if not parts:
            return
        self._paragraphs += 1
        if self._paragraphs > self._file.limits.blocks:
            raise self._file.error("too-large")
        style, paragraph = self._format(end)
        pieces, self._carried = self._carried, []
        contents = style.contents or self._fields.in_contents
        hidden = False
        character = Character()
        for part, modifiers in parts:
            character = self._styles.character(paragraph.style, modifiers)
            if part:
                hidden |= self._take(part, character, pieces)
        contents = contents or self._fields.in_contents
        mark = parts[-1][0]
        if mark == _PARAGRAPH and character.deleted and not paragraph.inner_cell:
            # Without its mark the paragraph runs on into the next one.
            self.skipped.skip("tracked-changes")
            self._carried = pieces
            return
        number = None
        if pieces or not hidden:
            number = self._number(paragraph)
        layout = Layout(style.name, paragraph.outline_level, centered=paragraph.centered)
        lines = list(paragraph_lines(pieces, number, kind, layout, contents))
        if contents and lines:
            self.skipped.skip("contents-list")
        while self.boxes and kind is BlockKind.PARAGRAPH and self.boxes[0][0] <= end:
            lines += self._boxed(*self.boxes.popleft()[1:])
        _lay_in(folder, lines, mark, paragraph)

    def _boxed(self, start: int, end: int) -> list[Line]:
        """Return the lines of a text box; the fields around its anchor do not reach into it."""
        fields, carried = self._fields, self._carried
        lines = self.story(start, end, BlockKind.TEXT_BOX)
        self._fields, self._carried = fields, carried
        return lines

    def _format(self, mark: int) -> tuple[Style, ParagraphFormat]:
        if self._bins is None:
            return Style(), ParagraphFormat()
        place, added = self._text.place(mark)
        stored = self._bins.at(place)
        style = self._styles.paragraph(int.from_bytes(stored[:2], "little"))
        paragraph = changed_paragraph(style.paragraph, stored[2:] + added)
        return style, paragraph

    def _number(self, paragraph: ParagraphFormat) -> NumberText | None:
        index = paragraph.list_index
        if index == _OLD_LIST or (paragraph.old_number and not index):
            self.skipped.skip("numbers-lost")
            return None
        if not 0 < index < _LISTS_END:
            return None
        return self._counters.advance(str(index), paragraph.list_level)

    def _take(self, part: str, character: Character, pieces: list[Piece]) -> bool:
        """Take a stretch of text or a control character; tells whether it was hidden."""
        if part in _FIELD and not character.deleted:
            code = self._fields.take(_FIELD[part])
            if code and counts(code):
                self.skipped.skip("numbers-lost")
            part = text_of_code(code)
            if not part:
                return False
        if character.deleted:
            self.skipped.skip("tracked-changes")
            return False
        if not self._fields.show:
            self._fields.add_code(part)
            return False
        if character.inserted:
            self.skipped.skip("tracked-changes")
        shown = self._shown(part, character)
        if not shown:
            return False
        if character.look.hidden:
            self.skipped.skip("hidden-text")
            return True
        pieces.append((shown, character.look))
        return False

    def _shown(self, part: str, character: Character) -> str:
        if character.symbol is not None and part == _SYMBOL:
            return self._symbol(*character.symbol)
        if part in _SHOWN:
            return _SHOWN[part]
        if part == _PICTURE and character.special and not character.data:
            if self._pictures.is_picture(character.picture):
                self.skipped.skip("pictures-skipped")
        elif part == _COMMENT and character.special:
            self.skipped.skip("comments-skipped")
        if len(part) == 1:
            if "\uf000" <= part <= "\uf0ff":
                return self._symbol(ord(part))
            if part in _SILENT:
                return ""
        return joined(part)

    def _symbol(self, code: int, font: str | None = None) -> str:
        shown = symbol(code, font)
        if shown is None:
            self.skipped.skip("symbols-skipped")
        return shown or ""


def _lay_in(folder: TableFolder, lines: list[Line], mark: str, paragraph: ParagraphFormat) -> None:
    """Lay a paragraph into the table it stands in, if any; its mark may end a cell or a row."""
    depth = 0 if mark not in (_PARAGRAPH, _CELL) else paragraph.depth
    if mark == _CELL:
        depth = max(depth, 1)
    folder.add(lines, depth)
    if (mark == _CELL and paragraph.ends_row) or paragraph.inner_row_end:
        folder.end_row()
    elif mark == _CELL or paragraph.inner_cell:
        folder.end_cell()
