"""The objects on an OFD page: text with the place of every glyph, lines and pictures."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from reviewer.readers.line import RunFormat
from reviewer.readers.paged import Glyph, Page, Rule
from reviewer.readers.source import SourceFile

if TYPE_CHECKING:
    from lxml.etree import _Element

# Lengths in the file are millimetres.
POINTS = 72 / 25.4
_BOLD_WEIGHT = 600
_LAST_LATIN = "\u024f"
# In em: the widest a glyph can be, and how wide it is taken to be where nothing is said.
_WIDEST = (0.8, 1.05)
_WIDTH = (0.55, 1.0)
_SLANT = 0.5
_THIN = 0.9
_MOST_CORNERS = 400
# Pictures smaller than this in millimetres are ornaments.
_SMALL = 15.0
# How many values follow a letter of a path's data.
_VALUES = {"S": 2, "M": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
_CURVES = "QBA"

Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Font(NamedTuple):
    """A font of the document's resources."""

    name: str | None
    bold: bool


def local(element: _Element) -> str:
    """Return an element's name without its namespace, which differs between editions."""
    return str(element.tag).rpartition("}")[2]


def numbers(text: str) -> list[float]:
    """Return the numbers of a list in an attribute; what is none ends the list."""
    found: list[float] = []
    for word in text.split():
        try:
            value = float(word)
        except ValueError:
            break
        if not math.isfinite(value):
            break
        found.append(value)
    return found


class PageContent:
    """Puts the objects of layers onto a page; `origin` is the paper's corner in millimetres."""

    def __init__(
        self,
        page: Page,
        fonts: dict[str, Font],
        origin: tuple[float, float],
        file: SourceFile,
    ) -> None:
        self._page = page
        self._fonts = fonts
        self._origin = origin
        self._file = file

    def add(self, root: _Element) -> None:
        """Add all objects of a page or template."""
        for item in root.iterfind("{*}Content//{*}TextObject"):
            self._add_text(item)
        for item in root.iterfind("{*}Content//{*}PathObject"):
            self._add_path(item)
        for item in root.iterfind("{*}Content//{*}ImageObject"):
            box = numbers(item.get("Boundary", ""))
            self._page.pictures += len(box) == 4 and min(box[2:]) > _SMALL

    def _add_text(self, item: _Element) -> None:
        if item.get("Visible", "").lower() in ("false", "0"):
            self._page.hidden += 1
            return
        font = self._fonts.get(item.get("Font", ""), Font(None, False))
        weight = (numbers(item.get("Weight", "")) or [0.0])[0]
        size = (numbers(item.get("Size", "")) or [0.0])[0]
        placing = self._placing(item)
        points = size * placing.scale * POINTS
        if points <= 0:
            return
        look = RunFormat(font.bold or weight >= _BOLD_WEIGHT, font.name, round(points * 2) / 2)
        for code in item.iterfind("{*}TextCode"):
            for char, x, y, width in _glyphs(code, size):
                left, base = placing.point(x, y)
                right, _ = placing.point(x + width, y)
                self._page.glyphs.append(Glyph(char, left, right, base, points, look))

    def _add_path(self, item: _Element) -> None:
        data = next((child.text or "" for child in item if local(child) == "AbbreviatedData"), "")
        placing = self._placing(item)
        for corners in _corners(data):
            places = [placing.point(x, y) for x, y in corners]
            self._page.rules += _rules(places)

    def _placing(self, item: _Element) -> _Placing:
        boundary = numbers(item.get("Boundary", ""))
        left, top = boundary[:2] if len(boundary) >= 2 else (0.0, 0.0)
        matrix = numbers(item.get("CTM", ""))
        a, b, c, d, e, f = matrix if len(matrix) == 6 else _IDENTITY
        x, y = self._origin
        return _Placing((a, b, c, d, e + left - x, f + top - y))


class _Placing(NamedTuple):
    """From an object's own millimetres to points on the page."""

    matrix: Matrix

    @property
    def scale(self) -> float:
        """How much larger text becomes."""
        return math.hypot(self.matrix[2], self.matrix[3])

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return where (x, y) is on the page."""
        a, b, c, d, e, f = self.matrix
        return (a * x + c * y + e) * POINTS, (b * x + d * y + f) * POINTS


def _glyphs(code: _Element, size: float) -> Iterator[tuple[str, float, float, float]]:
    """Give every character with its place and width in the object's millimetres."""
    text = code.text or ""
    x = (numbers(code.get("X", "")) or [0.0])[0]
    y = (numbers(code.get("Y", "")) or [0.0])[0]
    across = _deltas(code.get("DeltaX", ""), len(text))
    down = _deltas(code.get("DeltaY", ""), len(text))
    for index, char in enumerate(text):
        han = char > _LAST_LATIN
        width = _WIDTH[han] * size
        step = across[index] if index < len(across) else (0.0 if down else width)
        if step > 0 and index < len(across):
            width = min(step, _WIDEST[han] * size)
        yield char, x, y, width
        x += step
        y += down[index] if index < len(down) else 0.0


def _deltas(text: str, most: int) -> list[float]:
    """Return the distances of a list, where "g 3 5.2" stands for three times 5.2."""
    words = text.split()
    found: list[float] = []
    place = 0
    while place < len(words) and len(found) < most:
        if words[place] == "g":
            group = numbers(" ".join(words[place + 1 : place + 3]))
            if len(group) < 2:
                break
            found += [group[1]] * max(0, min(int(group[0]), most))
            place += 3
            continue
        single = numbers(words[place])
        if not single:
            break
        found += single
        place += 1
    return found


def _corners(data: str) -> Iterator[list[tuple[float, float]]]:
    """Give the corners of every part of a path that is made of straight lines."""
    words = data.split()
    part: list[tuple[float, float]] = []
    straight = True
    place = 0
    while place < len(words) and place < _MOST_CORNERS * 3:
        letter = words[place]
        count = _VALUES.get(letter)
        if count is None:
            return
        values = numbers(" ".join(words[place + 1 : place + 1 + count]))
        if len(values) < count:
            return
        place += 1 + count
        if letter in "SM":
            if straight and len(part) > 1:
                yield part
            part, straight = [(values[0], values[1])], True
        elif letter == "L":
            part.append((values[0], values[1]))
        elif letter in _CURVES:
            straight = False
        elif part:
            part.append(part[0])
    if straight and len(part) > 1:
        yield part


def _rules(corners: list[tuple[float, float]]) -> Iterator[Rule]:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    if min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN * POINTS:
        yield Rule(min(xs), min(ys), max(xs), max(ys))
        return
    for (x, y), (next_x, next_y) in pairwise(corners):
        if min(abs(x - next_x), abs(y - next_y)) <= _SLANT * POINTS:
            yield Rule(min(x, next_x), min(y, next_y), max(x, next_x), max(y, next_y))
