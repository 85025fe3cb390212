"""Takes a parsed web page apart into lines and finds which of them are its main text."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from reviewer.readers.line import Line, Piece, RunFormat, describe, split_lines, table_lines
from reviewer.readers.page_lists import PageLists
from reviewer.readers.source import SourceFile
from reviewer.report import BlockKind, Layout

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "select", "option", "textarea", "button",
     "input", "iframe", "svg", "object", "embed", "audio", "video", "canvas", "map", "datalist")
)  # fmt: skip
# Whatever is not listed runs in the line, as in a browser: Word writes tags of its own (o:p, st1).
_BLOCKS = frozenset(
    ("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
     "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
     "h3", "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
     "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
     "ucapcontent", "ul", "xmp")
)  # fmt: skip
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(
    ("body", "div", "article", "section", "main", "table", "tbody", "tr", "td", "center", "form",
     "ucapcontent", "span")
)  # fmt: skip
_BOLD = frozenset(("b", "strong", "th", *_HEADINGS))
_LISTS = frozenset(("ol", "ul"))
_CELLS = frozenset(("td", "th"))
_WRAPPED = re.compile(
    "(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\r\f]*\n[ \t\r\n\f]*(?=[\u3000-\u9fff\uff00-\uffef])"
)
_COLLAPSED = re.compile("[ \t\r\n\f]+")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_WEIGHT = re.compile(r"font-weight\s*:\s*(\w+)", re.IGNORECASE)
_FONT = re.compile(r"font-family\s*:\s*([^;]+)", re.IGNORECASE)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]+)\s*(pt|px)", re.IGNORECASE)
_POINTS_PER_PIXEL = 0.75
# A line of prose is at least this long; menus and metadata are not.
_PROSE = 30
# Containers nested deeper than this are not told apart; real pages have some twenty.
_DEEPEST = 64
# The main text is the innermost container that holds this share of the page's prose.
_SHARE = 0.8


class _Row:
    """A table's row that has begun: its first line, and where the lines of its cells stand."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.cells: list[tuple[int, int]] = []


class PageReader:
    """Walks a page once; `places` names the containers every line stands in, outermost first.

    Elements are visited by events, not by recursion: pages that never close their tags nest them
    by the hundred.
    """

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._lines: list[Line] = []
        self._pieces: list[Piece] = []
        self._path: list[int] = []
        self._elements = 0
        self._looks = [RunFormat()]
        self._layouts = [Layout()]
        self._lists = PageLists()
        self._number = ""
        self._rows: list[_Row] = []
        self._cells: list[int] = []
        self.places: list[tuple[int, ...]] = []
        self.pictures = 0

    def lines(self, root: HtmlElement) -> list[Line]:
        """Return the lines that show on the page."""
        from lxml import etree

        body = root.find("body")
        walk = etree.iterwalk(root if body is None else body, events=("start", "end"))
        for event, element in walk:
            shows = element.tag not in _UNSEEN and not _is_hidden(element)
            if event == "start":
                if shows:
                    self._open(element)
                else:
                    walk.skip_subtree()
            else:
                if shows:
                    self._close(element)
                parent = element.getparent()
                self._text(element.tail, parent is not None and parent.tag == "pre")
        self._flush()
        return self._lines

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag == "br":
            self._pieces.append(("\n", self._looks[-1]))
        elif tag == "img":
            self.pictures += 1
        if tag in _BLOCKS:
            self._flush()
        self._looks.append(_look(element, self._looks[-1]))
        self._layouts.append(_layout(element, self._layouts[-1]))
        if tag in _CONTAINERS:
            self._elements += 1
            self._path.append(self._elements)
        if tag in _LISTS:
            self._lists.begin(element)
        elif tag == "li":
            self._number = self._lists.item(element)
        elif tag == "tr":
            self._rows.append(_Row(len(self._lines)))
        elif tag in _CELLS:
            self._cells.append(len(self._lines))
        self._text(element.text, tag == "pre")

    def _close(self, element: HtmlElement) -> None:
        tag = element.tag
        if tag in _BLOCKS:
            self._flush()
        self._looks.pop()
        self._layouts.pop()
        if tag in _CELLS:
            begin = self._cells.pop()
            if self._rows:
                self._rows[-1].cells.append((begin, len(self._lines)))
        elif tag == "tr":
            self._join(self._rows.pop())
        elif tag in _LISTS:
            self._lists.end()
        elif tag == "li":
            self._number = ""
        if tag in _CONTAINERS:
            self._path.pop()

    def _text(self, text: str | None, keeps_breaks: bool) -> None:
        if not text:
            return
        look = self._looks[-1]
        if keeps_breaks:
            for index, line in enumerate(text.splitlines()):
                if index:
                    self._pieces.append(("\n", look))
                self._pieces.append((line, look))
        else:
            # Chinese is written without blanks: a line end in the source is none in the text.
            joined = _WRAPPED.sub("", text) if "\n" in text else text
            self._pieces.append((_COLLAPSED.sub(" ", joined), look))

    def _flush(self) -> None:
        """End the line, or the lines that <br> makes of it."""
        if not self._pieces:
            return
        for part in split_lines(self._pieces):
            if any(string.strip() for string, _ in part):
                number, self._number = self._number, ""
                text, described = describe(_trimmed(part), number, self._layouts[-1])
                self._lines.append(Line(text, BlockKind.PARAGRAPH, described, number or None))
                self.places.append(tuple(self._path[:_DEEPEST]))
        self._pieces = []
        if len(self._lines) > self._file.limits.blocks:
            raise self._file.error("too-large")

    def _join(self, row: _Row) -> None:
        """Make one line of the row, unless it only places text on the page."""
        cells = [self._lines[begin:end] for begin, end in row.cells]
        joined = table_lines([cells])
        if len(joined) < len(self._lines) - row.first:
            self._lines[row.first :] = joined
            self.places[row.first :] = [tuple(self._path[:_DEEPEST])] * len(joined)


def main_lines(lines: list[Line], places: list[tuple[int, ...]]) -> tuple[int, int]:
    """Return the first line of the page's main text and the line after its last."""
    weights: Counter[int] = Counter()
    total = 0
    for line, place in zip(lines, places, strict=True):
        if len(line.text) >= _PROSE:
            total += len(line.text)
            for element in place:
                weights[element] += len(line.text)
    heavy = [element for element, weight in weights.items() if weight >= total * _SHARE]
    if not heavy:
        return 0, len(lines)
    # Elements are numbered in document order, so the innermost of a nest has the highest number.
    main = max(heavy)
    inside = [index for index, place in enumerate(places) if main in place]
    return inside[0], inside[-1] + 1


def _trimmed(pieces: list[Piece]) -> list[Piece]:
    """Take away the blanks before the text: they would part it from its number."""
    start = next(index for index, (text, _) in enumerate(pieces) if text.strip())
    text, look = pieces[start]
    return [(text.lstrip(), look), *pieces[start + 1 :]]


def _is_hidden(element: HtmlElement) -> bool:
    return "hidden" in element.attrib or _HIDDEN.search(element.get("style", "")) is not None


def _look(element: HtmlElement, look: RunFormat) -> RunFormat:
    bold, font, size, hidden = look
    style = element.get("style", "")
    if element.tag in _BOLD:
        bold = True
    if style:
        weight = _WEIGHT.search(style)
        if weight:
            bold = weight[1].lower() in ("bold", "bolder", "600", "700", "800", "900")
        family = _FONT.search(style)
        if family:
            font = family[1].split(",")[0].strip(" '\"") or font
        points = _SIZE.search(style)
        if points:
            size = _points(points[1], points[2])
    if element.tag == "font" and element.get("face"):
        font = element.get("face")
    return RunFormat(bold, font, size, hidden)


def _points(number: str, unit: str) -> float | None:
    try:
        value = float(number)
    except ValueError:
        return None
    return value * _POINTS_PER_PIXEL if unit.lower() == "px" else value


def _layout(element: HtmlElement, layout: Layout) -> Layout:
    centred = (
        element.tag == "center"
        or element.get("align", "").lower() == "center"
        or _CENTRED.search(element.get("style", "")) is not None
    )
    aligned = "align" in element.attrib or "text-align" in element.get("style", "")
    level = _HEADINGS.get(element.tag, layout.outline_level)
    return layout._replace(
        outline_level=level, centered=centred if aligned else centred or layout.centered
    )
