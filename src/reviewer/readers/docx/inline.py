"""Reads what stands inside a paragraph: runs, fields, breaks, symbols, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reviewer.readers.docx import tags
from reviewer.readers.docx.names import XML_SPACE, W
from reviewer.readers.docx.styles import Styles
from reviewer.readers.field_codes import counts, text_of_code
from reviewer.readers.fields import Fields
from reviewer.readers.line import Piece, RunFormat
from reviewer.readers.skipped import Skipped
from reviewer.readers.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLANK = " \t\r\n"


class InlineReader:
    """Reads paragraphs into pieces; fields may reach over several paragraphs of a story."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._fields = Fields()
        self._boxes: list[_Element] = []
        self.hidden_runs = 0
        self.skipped = Skipped()

    @property
    def in_contents(self) -> bool:
        """Tell whether this place is inside a table of contents."""
        return self._fields.in_contents

    def take_boxes(self) -> list[_Element]:
        """Return the text boxes anchored in the paragraphs read since the last call."""
        boxes, self._boxes = self._boxes, []
        return boxes

    @contextmanager
    def own_story(self) -> Iterator[None]:
        """Read a text box on its own: the fields around its anchor do not reach into it."""
        fields, self._fields = self._fields, Fields()
        yield
        self._fields = fields

    def alternative(self, element: _Element) -> _Element:
        """Return the branch of an mc:AlternateContent that has text, the first choice if none."""
        branches = [*element.iterchildren(tags.CHOICE), *element.iterchildren(tags.FALLBACK)]
        for branch in branches:
            if next(branch.iter(tags.TEXT, tags.TEXT_BOX), None) is not None:
                return branch
        return branches[0] if branches else element

    def read(self, element: _Element, base: RunFormat, pieces: list[Piece]) -> None:
        """Append what shows of a paragraph or a container inside it."""
        for child in element:
            tag = child.tag
            if tag == tags.RUN:
                self._run(child, base, pieces)
            elif tag in tags.TRANSPARENT:
                if tag == tags.INSERTED:
                    self.skipped.skip("tracked-changes")
                self.read(child, base, pieces)
            elif tag in tags.DELETED:
                self.skipped.skip("tracked-changes")
            elif tag == tags.ALTERNATIVES:
                self.read(self.alternative(child), base, pieces)
            elif tag in tags.EQUATIONS:
                formula = "".join(part.text or "" for part in child.iter(tags.EQUATION_TEXT))
                self._text(formula, base, pieces)

    def _run(self, run: _Element, base: RunFormat, pieces: list[Piece]) -> None:
        look = base
        for child in run:
            tag = child.tag
            if tag == tags.TEXT:
                text = child.text
                if not text:
                    continue
                if (text[0] in _BLANK or text[-1] in _BLANK) and child.get(XML_SPACE) != "preserve":
                    text = text.strip(_BLANK)
                self._text(text.replace("\n", " "), look, pieces)
            elif tag == tags.RUN_PROPERTIES:
                look = self._styles.changed(child, base)
            else:
                self._part(child, look, pieces)

    def _text(self, text: str, look: RunFormat, pieces: list[Piece]) -> None:
        if not self._fields.show:
            self._fields.add_code(text)
            return
        if look.hidden:
            self.hidden_runs += 1
            self.skipped.skip("hidden-text")
        elif text:
            pieces.append((text, look))

    def _part(self, element: _Element, look: RunFormat, pieces: list[Piece]) -> None:
        """Read what a run may hold besides text."""
        tag = element.tag
        if tag in (tags.TAB, tags.POSITIONED_TAB):
            self._text("\t", look, pieces)
        elif tag in (tags.BREAK, tags.CARRIAGE_RETURN):
            self._text("\n", look, pieces)
        elif tag == tags.HARD_HYPHEN:
            # U+2011 would keep "2023‑2025" from being found as "2023-2025".
            self._text("-", look, pieces)
        elif tag == tags.SYMBOL:
            self._symbol(element, look, pieces)
        elif tag == tags.FIELD_CHARACTER:
            code = self._fields.take(element.get(tags.FIELD_TYPE))
            self._field_without_result(code, look, pieces)
        elif tag == tags.FIELD_CODE:
            self._fields.add_code(element.text or "")
        elif tag == tags.RUBY:
            for ruby_base in element.iterchildren(f"{W}rubyBase"):
                self.read(ruby_base, look, pieces)
        elif tag in (tags.DRAWING, tags.PICTURE, tags.OBJECT):
            self._drawing(element)
        elif tag == tags.ALTERNATIVES:
            for part in self.alternative(element):
                self._part(part, look, pieces)
        elif tag == tags.COMMENT:
            self.skipped.skip("comments-skipped")

    def _field_without_result(self, code: str, look: RunFormat, pieces: list[Piece]) -> None:
        if code and counts(code):
            self.skipped.skip("numbers-lost")
        elif code:
            self._text(text_of_code(code), look, pieces)

    def _symbol(self, element: _Element, look: RunFormat, pieces: list[Piece]) -> None:
        shown = _shown(element.get(f"{W}char", ""), element.get(f"{W}font"))
        if shown is None:
            self.skipped.skip("symbols-skipped")
        else:
            self._text(shown, look, pieces)

    def _drawing(self, element: _Element) -> None:
        """Put the outermost text boxes of a drawing aside; a picture is only counted."""
        found = False
        stack = [element]
        while stack:
            current = stack.pop()
            if current.tag == tags.TEXT_BOX:
                self._boxes.append(current)
                found = True
            elif current.tag == tags.ALTERNATIVES:
                stack.append(self.alternative(current))
            else:
                stack.extend(reversed(current))
        if not found and next(element.iter(*tags.PICTURED), None) is not None:
            self.skipped.skip("pictures-skipped")


def _shown(code: str, font: str | None) -> str | None:
    """Return what the symbol with this hexadecimal code shows."""
    try:
        return symbol(int(code, 16), font)
    except ValueError:
        return None
