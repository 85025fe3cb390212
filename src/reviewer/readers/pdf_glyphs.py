"""The glyphs of a PDF page in reading direction, without those that nobody sees."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from reviewer.readers.line import RunFormat
from reviewer.readers.paged import Glyph, Page, Rule
from reviewer.readers.source import SourceFile
from reviewer.readers.symbols import symbol
from reviewer.support.radicals import is_radical, load_radicals

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "heavy", "black")
_FORCED_BOLD = 1 << 18
_INVISIBLE = 3
# What PDFium gives for a glyph without code, and for a hyphen it takes out itself.
_NO_CODES = (0, 0xFFFD, 0xFFFE, 0xFFFF)
_HYPHEN = 2
_LINE_ENDS = (10, 13)
_BLANK = 32
_PRIVATE = range(0xE000, 0xF900)
_FONT_NAME = 256

Box = tuple[float, float, float, float]


class _Style(NamedTuple):
    """What all glyphs of one text object share; `turn` counts quarter turns, None if askew."""

    look: RunFormat
    size: float
    turn: int | None
    visible: bool


class _Raw(NamedTuple):
    """A glyph at its place on the page, y upwards."""

    text: str
    x: float
    y: float
    advance: float
    style: _Style


class GlyphReader:
    """Reads page after page and counts over all of them what could not be read."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self.known = 0
        self.unknown = 0
        self.recognised = 0
        self.hidden = 0
        self.turned = 0

    def page(self, text: PdfTextPage, box: Box, rules: list[Rule], pictures: int) -> Page:
        """Return the page with its glyphs; `box` is left, bottom, right, top of what is shown."""
        found = self._raw(text, box)
        turn = _usual_turn(found)
        kept = [raw for raw in found if raw.style.turn == turn]
        self.turned += len(found) - len(kept)
        shown = [raw for raw in kept if raw.style.visible]
        if shown:
            self.hidden += len(kept) - len(shown)
        else:
            # The text that a scanner's software put behind the picture of a page.
            shown = kept
            self.recognised += len(kept)
        self.known += len(shown)
        place = _Placing(box, turn)
        page = Page(*place.size, pictures=pictures)
        page.glyphs = [place.glyph(raw) for raw in shown]
        page.rules = [place.rule(rule) for rule in rules]
        return page

    def _raw(self, text: PdfTextPage, box: Box) -> list[_Raw]:
        from pypdfium2 import raw as pdfium

        count = text.count_chars()
        if self.known + count > 2 * self._file.limits.characters:
            raise self._file.error("too-large")
        handle = text.raw
        left, bottom, right, top = box
        styles: dict[int, _Style] = {}
        fonts = _Fonts(handle)
        x, y, bounds = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
        to_x, to_y, to_bounds = ctypes.byref(x), ctypes.byref(y), ctypes.byref(bounds)
        found: list[_Raw] = []
        for index in range(count):
            code = pdfium.FPDFText_GetUnicode(handle, index)
            # Line ends and blanks that PDFium adds itself; it adds nothing else.
            if code <= _BLANK and pdfium.FPDFText_IsGenerated(handle, index) == 1:
                continue
            if code in _LINE_ENDS:
                continue
            char = self._character(code)
            pdfium.FPDFText_GetCharOrigin(handle, index, to_x, to_y)
            if char is None or not (left <= x.value <= right and bottom <= y.value <= top):
                continue
            owner = pdfium.FPDFText_GetTextObject(handle, index)
            key = ctypes.addressof(owner.contents) if owner else 0
            style = styles.get(key)
            if style is None:
                style = styles[key] = _style(handle, index, owner, fonts)
            pdfium.FPDFText_GetLooseCharBox(handle, index, to_bounds)
            sideways = style.turn in (1, 3)
            advance = bounds.top - bounds.bottom if sideways else bounds.right - bounds.left
            found.append(_Raw(char, x.value, y.value, abs(advance), style))
        return found

    def _character(self, code: int) -> str | None:
        """Return the character for PDFium's `code`, None where it has none."""
        if code == _HYPHEN:
            return "-"
        if code in _NO_CODES or code > 0x10FFFF or 0xD800 <= code < 0xE000:
            self.unknown += 1
            return None
        if code in _PRIVATE and symbol(code) is None:
            self.unknown += 1
        if is_radical(code):
            code = self._radicals.get(code, code)
        return chr(code)

    @cached_property
    def _radicals(self) -> Mapping[int, int]:
        # Browsers' PDFs name characters by the radicals that look alike.
        return load_radicals()


class _Fonts:
    """The name of each font of a page and whether it is bold, asked for once."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle
        self._known: dict[int, tuple[str, bool]] = {}

    def at(self, index: int, owner: Any) -> tuple[str, bool]:
        """Return name and boldness at the character `index` of the text object `owner`."""
        from pypdfium2 import raw as pdfium

        font = pdfium.FPDFTextObj_GetFont(owner) if owner else None
        if not font:
            return self._ask(index)
        key = ctypes.addressof(font.contents)
        if key not in self._known:
            self._known[key] = self._ask(index)
        return self._known[key]

    def _ask(self, index: int) -> tuple[str, bool]:
        from pypdfium2 import raw as pdfium

        written = ctypes.create_string_buffer(_FONT_NAME)
        flags = ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._handle, index, written, _FONT_NAME, flags)
        name = written.value.decode("utf-8", errors="replace").split("+")[-1]
        bold = (
            pdfium.FPDFText_GetFontWeight(self._handle, index) >= _BOLD_WEIGHT
            or bool(flags.value & _FORCED_BOLD)
            or any(word in name.lower() for word in _BOLD_NAMES)
        )
        return name, bold


def _style(handle: Any, index: int, owner: Any, fonts: _Fonts) -> _Style:
    from pypdfium2 import raw as pdfium

    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(handle, index, matrix)
    size = pdfium.FPDFText_GetFontSize(handle, index) * math.hypot(matrix.c, matrix.d)
    quarters = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
    turn = round(quarters) % 4 if abs(quarters - round(quarters)) < 0.06 else None
    name, bold = fonts.at(index, owner)
    visible = not owner or pdfium.FPDFTextObj_GetTextRenderMode(owner) != _INVISIBLE
    points = round(size * 2) / 2
    return _Style(RunFormat(bold, name or None, points), size or 1.0, turn, visible)


def _usual_turn(found: list[_Raw]) -> int:
    turns = Counter(raw.style.turn for raw in found if raw.style.turn is not None)
    return turns.most_common(1)[0][0] if turns else 0


class _Placing:
    """Turns places on the page, y upwards, into places as they are read, y downwards."""

    def __init__(self, box: Box, turn: int) -> None:
        self._box = box
        self._turn = turn
        left, bottom, right, top = box
        width, height = right - left, top - bottom
        self.size = (width, height) if turn % 2 == 0 else (height, width)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where (x, y) is when the text stands upright."""
        left, bottom, right, top = self._box
        if self._turn == 0:
            return x - left, top - y
        if self._turn == 1:
            return y - bottom, x - left
        if self._turn == 2:
            return right - x, y - bottom
        return top - y, right - x

    def glyph(self, raw: _Raw) -> Glyph:
        """Return the glyph at its place."""
        x, y = self.point(raw.x, raw.y)
        return Glyph(raw.text, x, x + raw.advance, y, raw.style.size, raw.style.look)

    def rule(self, rule: Rule) -> Rule:
        """Return the line at its place; `rule` has y upwards."""
        (x, y), (other_x, other_y) = (
            self.point(rule.left, rule.top),
            self.point(rule.right, rule.bottom),
        )
        return Rule(min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))
