"""Walks the XML of a document in reading order and turns it into lines.

What Word's final view shows is kept: insertions, content controls, smart tags, results of fields,
text boxes. Deletions, field codes and hidden text are left out; `BodyReader.skipped` says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from reviewer.readers.docx import tags
from reviewer.readers.docx.embedded import lines_of
from reviewer.readers.docx.inline import InlineReader
from reviewer.readers.docx.names import VALUE, R, first, whole_number
from reviewer.readers.docx.styles import ParagraphStyle, Styles, outline_level
from reviewer.readers.line import Line, Piece, paragraph_lines, table_lines
from reviewer.readers.lists import Counters, NumberText
from reviewer.report import BlockKind, Layout, Report

if TYPE_CHECKING:
    from lxml.etree import _Element


class BodyReader:
    """Reads stories (body, notes) one after the other; list counters run through all of them."""

    def __init__(
        self, styles: Styles, counters: Counters, read_embedded: Callable[[str], Report | None]
    ) -> None:
        self._read_embedded = read_embedded
        self._styles = styles
        self._counters = counters
        self._inline = InlineReader(styles)
        self.skipped = self._inline.skipped
        self._carried: list[Piece] = []

    def story(self, element: _Element, kind: BlockKind) -> Iterator[Line]:
        """Give the lines of a body, cell, note or text box, one after the other."""
        for child in self._blocks(element):
            if child.tag == tags.PARAGRAPH:
                yield from self._paragraph(child, kind)
            elif child.tag == tags.ALT_CHUNK:
                yield from self._embedded(child.get(f"{R}id", ""))
            else:
                rows = [self._cells(row, kind) for row in self._parts(child, tags.ROW)]
                yield from table_lines(rows)
        # The mark of a story's last paragraph cannot be deleted away: there is nothing to join.
        carried, self._carried = self._carried, []
        yield from paragraph_lines(carried, None, kind, Layout(), frame=False)

    def _blocks(self, element: _Element) -> Iterator[_Element]:
        """Give paragraphs, tables and embedded documents, through containers that do not show."""
        for child in element:
            tag = child.tag
            if tag in (tags.PARAGRAPH, tags.TABLE, tags.ALT_CHUNK):
                yield child
            elif tag in tags.TRANSPARENT:
                if tag == tags.INSERTED:
                    self.skipped.skip("tracked-changes")
                yield from self._blocks(child)
            elif tag == tags.ALTERNATIVES:
                yield from self._blocks(self._inline.alternative(child))
            elif tag in tags.DELETED:
                self.skipped.skip("tracked-changes")

    def _embedded(self, identity: str) -> list[Line]:
        report = self._read_embedded(identity)
        if report is None:
            self.skipped.skip("embedded-document-skipped")
            return []
        return lines_of(report, self.skipped)

    def _paragraph(self, element: _Element, kind: BlockKind) -> Iterator[Line]:
        properties = first(element, tags.PARAGRAPH_PROPERTIES)
        own = {} if properties is None else {child.tag: child for child in properties}
        style = self._styles.paragraph(_value(own, tags.PARAGRAPH_STYLE))
        contents = style.contents or self._inline.in_contents
        pieces, self._carried = self._carried, []
        hidden_before = self._inline.hidden_runs
        self._inline.read(element, style.run, pieces)
        contents = contents or self._inline.in_contents
        boxes = self._inline.take_boxes()
        if self._mark_is_deleted(own.get(tags.RUN_PROPERTIES)):
            # Without its mark the paragraph runs on into the next one.
            self._carried = pieces
        else:
            only_hidden = not pieces and self._inline.hidden_runs > hidden_before
            number = None if only_hidden else self._number(own.get(tags.NUMBERS), style)
            yield from paragraph_lines(pieces, number, kind, _layout(own, style), contents)
            if contents:
                self.skipped.skip("contents-list")
        for box in boxes:
            with self._inline.own_story():
                yield from self.story(box, BlockKind.TEXT_BOX)

    def _mark_is_deleted(self, mark: _Element | None) -> bool:
        if mark is None:
            return False
        deleted = any(child.tag in tags.DELETED for child in mark)
        if deleted:
            self.skipped.skip("tracked-changes")
        return deleted

    def _number(self, own: _Element | None, style: ParagraphStyle) -> NumberText | None:
        """Count the paragraph in its list, be it its own or its style's."""
        given = {} if own is None else {child.tag: child.get(VALUE) for child in own}
        own_list, own_level = given.get(tags.LIST_ID), given.get(tags.LIST_LEVEL)
        list_id = own_list or style.list_id
        if list_id is None or list_id == "0":
            return None
        if own_level is not None:
            level = whole_number(own_level, 0)
        elif own_list is not None:
            level = 0
        else:
            linked = self._counters.level_of_style(list_id, style.identity, style.list_style)
            level = linked if linked is not None else style.list_level or 0
        return self._counters.advance(list_id, level)

    def _cells(self, row: _Element, kind: BlockKind) -> list[list[Line]]:
        properties = row.find(tags.ROW_PROPERTIES)
        if properties is not None and properties.find(tags.DELETION) is not None:
            self.skipped.skip("tracked-changes")
            return []
        return [self._cell(cell, kind) for cell in self._parts(row, tags.CELL)]

    def _cell(self, cell: _Element, kind: BlockKind) -> list[Line]:
        properties = cell.find(tags.CELL_PROPERTIES)
        if properties is not None:
            merged = properties.find(tags.MERGED_DOWN)
            if merged is not None and merged.get(VALUE) != "restart":
                return []
            if properties.find(tags.CELL_DELETION) is not None:
                self.skipped.skip("tracked-changes")
                return []
        return list(self.story(cell, kind))

    def _parts(self, element: _Element, wanted: str) -> Iterator[_Element]:
        """Give the rows of a table or cells of a row, through containers that do not show."""
        for child in element:
            if child.tag == wanted:
                yield child
            elif child.tag in tags.TRANSPARENT:
                yield from self._parts(child, wanted)
            elif child.tag in tags.DELETED:
                self.skipped.skip("tracked-changes")


def _value(own: Mapping[str, _Element], tag: str) -> str | None:
    """Return w:val of the property with this tag."""
    found = own.get(tag)
    return None if found is None else found.get(VALUE)


def _layout(own: Mapping[str, _Element], style: ParagraphStyle) -> Layout:
    """Return the layout as far as the paragraph itself decides it."""
    outline, justified = _value(own, tags.OUTLINE_LEVEL), _value(own, tags.JUSTIFICATION)
    return Layout(
        style=style.name,
        outline_level=style.outline_level if outline is None else outline_level(outline),
        centered=style.centered if justified is None else justified == "center",
    )
