"""Puts the paragraphs of one story (body, note, text box) of an .rtf file together."""

from __future__ import annotations

from reviewer.readers.line import Line, Piece, paragraph_lines
from reviewer.readers.lists import Counters, NumberText, number_text
from reviewer.readers.rtf.head import Head
from reviewer.readers.rtf.state import ParagraphState, State
from reviewer.readers.skipped import Skipped
from reviewer.readers.tables import TableFolder
from reviewer.report import BlockKind, Layout


class Story:
    """Collects pieces until a paragraph, cell or row ends."""

    def __init__(self, kind: BlockKind, head: Head, counters: Counters, skipped: Skipped) -> None:
        self._kind = kind
        self._head = head
        self._counters = counters
        self._skipped = skipped
        self._folder = TableFolder()
        self._pieces: list[Piece] = []
        self._boxes: list[Line] = []
        self._contents = False
        self._hidden = False
        self.number = ""

    def add(self, text: str, state: State) -> None:
        """Take text that shows, or says why it does not."""
        character = state.character
        if character.deleted:
            self._skipped.skip("tracked-changes")
            return
        if character.inserted:
            self._skipped.skip("tracked-changes")
        if character.look.hidden:
            self._hidden = True
            self._skipped.skip("hidden-text")
            return
        self._contents |= state.field is not None and state.field.is_contents
        self._pieces.append((text, character.look))

    def add_box(self, lines: list[Line]) -> None:
        """Take the lines of a text box that is anchored in the paragraph."""
        self._boxes += lines

    def end_paragraph(self, state: State) -> None:
        """End the paragraph, unless its mark is deleted: then the next one goes on."""
        if state.character.deleted:
            self._skipped.skip("tracked-changes")
            return
        self._flush(state.paragraph, state.paragraph.depth)

    def end_cell(self, state: State, *, nested: bool) -> None:
        """End a cell and the paragraph in it."""
        depth = max(state.paragraph.depth, 2 if nested else 1) if nested else 1
        self._flush(state.paragraph, depth)
        self._folder.end_cell()

    def end_row(self) -> None:
        """End the row of the innermost table."""
        self._folder.end_row()

    def finish(self, state: State) -> list[Line]:
        """Return the lines of the story."""
        if self._pieces or self._boxes:
            self._flush(state.paragraph, state.paragraph.depth)
        return self._folder.finish()

    def _flush(self, paragraph: ParagraphState, depth: int) -> None:
        style = self._head.styles.get(paragraph.style)
        contents = self._contents or (style is not None and style.contents)
        outline = paragraph.outline_level
        layout = Layout(
            style=None if style is None else style.name,
            outline_level=style.outline_level if outline is None and style else outline,
            centered=paragraph.centered,
        )
        number = None
        if self._pieces or not self._hidden:
            number = self._number(paragraph)
        lines = list(paragraph_lines(self._pieces, number, self._kind, layout, contents))
        if contents and lines:
            self._skipped.skip("contents-list")
        self._folder.add(lines + self._boxes, depth)
        self._pieces, self._boxes = [], []
        self._contents = self._hidden = False
        self.number = ""

    def _number(self, paragraph: ParagraphState) -> NumberText | None:
        """Return the number as the writing program showed it, else as the lists count it."""
        counted = None
        if paragraph.list_index > 0:
            counted = self._counters.advance(str(paragraph.list_index), paragraph.list_level)
        printed = number_text(self.number)
        if printed is None or (counted is not None and counted.text == printed.text):
            return counted
        return printed
