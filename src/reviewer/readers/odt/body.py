"""Walks an OpenDocument text in reading order and turns it into lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.readers.line import Line, Piece, RunFormat, paragraph_lines, table_lines
from reviewer.readers.lists import Counters, NumberText
from reviewer.readers.odt import tags
from reviewer.readers.odt.styles import OdtLists, Styles
from reviewer.readers.odt.tags import TABLE, TEXT
from reviewer.readers.skipped import Skipped
from reviewer.readers.symbols import with_symbols
from reviewer.report import BlockKind, Layout

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANKS = re.compile(r"[ \t\r\n]+")
# A blank is given by a count; nobody sees more than these.
_MOST_BLANKS = 20
_OUTLINE = "outline"
# Stand for blanks and tabs that are meant, until the others are gone; XML cannot hold them.
_BLANK, _TAB = "\x0e", "\x0f"


@dataclass(slots=True)
class _Item:
    """The list a paragraph stands in: `numbered` until the item's number has been given."""

    run: str
    style: str
    level: int
    numbered: bool
    starts: dict[int, int]


class BodyReader:
    """Reads stories (body, cells, boxes, notes); list counters run through all of them."""

    def __init__(self, styles: Styles, lists: OdtLists, counters: Counters) -> None:
        self._styles = styles
        self._lists = lists
        self._counters = counters
        self._runs: dict[str, str] = {}
        self._last_runs: dict[str, str] = {}
        self._boxes: list[_Element] = []
        self._hidden_texts = 0
        self.notes: list[_Element] = []
        self.skipped = Skipped()

    def story(
        self,
        element: _Element,
        kind: BlockKind,
        item: _Item | None = None,
        frame: bool = False,
    ) -> Iterator[Line]:
        """Give the lines of a body, cell, note or text box."""
        for child in element:
            tag = child.tag
            if tag in tags.PARAGRAPHS:
                yield from self._paragraph(child, kind, item, frame)
            elif tag == tags.LIST:
                yield from self._list(child, kind, item, frame)
            elif tag == tags.TABLE_ROOT:
                yield from table_lines([self._cells(row, kind) for row in _rows(child)])
            elif tag in tags.SECTIONS:
                if child.get(f"{TEXT}display") == "none":
                    self.skipped.skip("hidden-text")
                else:
                    yield from self.story(child, kind, item, frame)
            elif tag in tags.INDEXES:
                self.skipped.skip("contents-list")
                yield from self.story(child, kind, item, frame=True)
            elif tag == tags.TRACKED:
                if child.find(tags.CHANGED) is not None:
                    self.skipped.skip("tracked-changes")
            elif tag == tags.FRAME or tag == tags.GROUP or tag in tags.SHAPES:
                self._drawing(child)
                yield from self._take_boxes()

    def _list(
        self, element: _Element, kind: BlockKind, outer: _Item | None, frame: bool
    ) -> Iterator[Line]:
        style = element.get(f"{TEXT}style-name") or (outer.style if outer else "")
        run = outer.run if outer else self._run(element, style)
        level = outer.level + 1 if outer else 0
        for child in element:
            if child.tag in (tags.ITEM, tags.LIST_HEADER):
                start = child.get(f"{TEXT}start-value", "")
                starts = {level: int(start[:6])} if start.isdigit() else {}
                item = _Item(run, style, level, child.tag == tags.ITEM, starts)
                yield from self.story(child, kind, item, frame)

    def _run(self, element: _Element, style: str) -> str:
        """Return which run of numbers a list goes on with, a new one if none."""
        run = None
        continued = element.get(f"{TEXT}continue-list")
        if continued is not None:
            run = self._runs.get(continued)
        elif element.get(f"{TEXT}continue-numbering") == "true":
            run = self._last_runs.get(style)
        if run is None:
            run = str(len(self._runs) + 1)
        self._runs[element.get(tags.XML_ID) or f"#{len(self._runs)}"] = run
        self._last_runs[style] = run
        return run

    def _cells(self, row: _Element, kind: BlockKind) -> list[list[Line]]:
        cells: list[list[Line]] = []
        covered = 0
        for cell in row:
            if cell.tag == tags.CELL:
                cells.append(list(self.story(cell, kind)))
                spanned = cell.get(f"{TABLE}number-columns-spanned", "1")
                covered = int(spanned[:4]) - 1 if spanned.isdigit() else 0
            elif cell.tag == tags.COVERED:
                # Those beside a wide cell are no cells of their own; those below a high one are.
                if covered > 0:
                    covered -= 1
                else:
                    cells.append([])
        return cells

    def _paragraph(
        self, element: _Element, kind: BlockKind, item: _Item | None, frame: bool
    ) -> Iterator[Line]:
        style = self._styles.paragraph(element.get(f"{TEXT}style-name", ""))
        pieces: list[Piece] = []
        before = self._hidden_texts
        self._inline(element, style.look, pieces)
        hidden = not pieces and self._hidden_texts > before
        outline = _outline_level(element, style.outline_level)
        layout = Layout(style.name, outline, centered=style.centered)
        number = None if hidden else self._number(element, item, outline)
        yield from paragraph_lines(_collapsed(pieces), number, kind, layout, frame)
        yield from self._take_boxes()

    def _take_boxes(self) -> Iterator[Line]:
        boxes, self._boxes = self._boxes, []
        for box in boxes:
            yield from self.story(box, BlockKind.TEXT_BOX)

    def _number(
        self, element: _Element, item: _Item | None, outline: int | None
    ) -> NumberText | None:
        if item is not None:
            if not item.numbered:
                return None
            item.numbered = False
            identity = self._lists.enter(item.run, item.style, item.starts)
            return self._counters.advance(identity, item.level)
        if element.tag != tags.HEADING or element.get(f"{TEXT}is-list-header") == "true":
            return None
        identity = self._lists.enter(_OUTLINE, None, {})
        return self._counters.advance(identity, (outline or 1) - 1)

    def _inline(self, element: _Element, look: RunFormat, pieces: list[Piece]) -> None:
        """Append what shows of a paragraph or of an element in it, with the text behind."""
        self._text(element.text, look, pieces)
        for child in element:
            self._child(child, look, pieces)
            self._text(child.tail, look, pieces)

    def _child(self, child: _Element, look: RunFormat, pieces: list[Piece]) -> None:
        tag = child.tag
        if tag == tags.SPAN:
            name = child.get(f"{TEXT}style-name", "")
            self._inline(child, self._styles.span(name, look), pieces)
        elif tag == tags.SPACE:
            count = child.get(f"{TEXT}c", "1")
            blanks = min(int(count[:4]), _MOST_BLANKS) if count.isdigit() else 1
            self._text(_BLANK * blanks, look, pieces)
        elif tag == tags.TAB:
            self._text(_TAB, look, pieces)
        elif tag == tags.LINE_BREAK:
            if not look.hidden:
                pieces.append(("\n", look))
        elif tag == tags.NOTE:
            self.notes += child.iterchildren(tags.NOTE_BODY)
        elif tag in tags.ANNOTATIONS:
            self.skipped.skip("comments-skipped")
        elif tag == tags.FRAME or tag == tags.GROUP or tag in tags.SHAPES:
            self._drawing(child)
        elif tag in tags.HIDDEN_FIELDS:
            self.skipped.skip("hidden-text")
        elif tag not in tags.SILENT:
            self._inline(child, look, pieces)

    def _text(self, text: str | None, look: RunFormat, pieces: list[Piece]) -> None:
        if not text:
            return
        if look.hidden:
            if text.strip():
                self._hidden_texts += 1
                self.skipped.skip("hidden-text")
            return
        shown, lost = with_symbols(text.replace("\u2011", "-"))
        for _ in range(lost):
            self.skipped.skip("symbols-skipped")
        if shown:
            pieces.append((shown, look))

    def _drawing(self, element: _Element) -> None:
        """Put the text boxes of a drawing aside; a picture is only counted."""
        if element.tag in tags.SHAPES:
            self._boxes.append(element)
            return
        boxes = [child for child in element if child.tag == tags.TEXT_BOX]
        if boxes:
            self._boxes += boxes
        elif any(child.tag in tags.PICTURES for child in element):
            self.skipped.skip("pictures-skipped")
        for child in element:
            if child.tag in (tags.FRAME, tags.GROUP) or child.tag in tags.SHAPES:
                self._drawing(child)


def _rows(table: _Element) -> Iterator[_Element]:
    for child in table:
        if child.tag == tags.ROW:
            yield child
        elif child.tag in tags.ROW_GROUPS:
            yield from _rows(child)


def _outline_level(element: _Element, of_style: int | None) -> int | None:
    level = element.get(f"{TEXT}outline-level", "")
    if element.tag == tags.HEADING and level.isdigit():
        return int(level[:2]) or None
    return of_style


def _collapsed(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with runs of white space as one blank, as the format has it."""
    shown: list[Piece] = []
    after_blank = True
    for text, look in pieces:
        if text != "\n":
            single = _BLANKS.sub(" ", text)
            single = single.removeprefix(" ") if after_blank else single
            if single:
                after_blank = single.endswith(" ")
                shown.append((single.replace(_TAB, "\t").replace(_BLANK, " "), look))
        else:
            after_blank = True
            shown.append((text, look))
    return shown
