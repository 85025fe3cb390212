"""Rows of a column become paragraphs: by indent, where the row before ends, and punctuation."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from reviewer.readers.line import Line, Piece, describe
from reviewer.readers.paged.rows import Row
from reviewer.report import BlockKind, Layout

# In em, the size of the text.
_INDENT = 1.2
_SAME_PLACE = 0.5
_SAME_END = 0.4
_CENTRED = 0.8
_CENTRED_INDENT = 2.2
_LARGE_INDENT = 0.5
_FREE = 1.0
_SLACK = 0.2
_LATIN_WIDTH = 0.65
# Share of the column's width: rows that begin so far in are set to the right or in the middle.
_FAR_IN = 0.25
# In points: sizes told apart.
_SIZE_STEP = 0.8
# A gap between rows this many times the usual one parts paragraphs.
_WIDE_GAP = 1.45
# Rows of a title stand no further apart, in em.
_TITLE_GAP = 2.0
# Rows that are enough to tell a page's margins from.
_ROWS = 8
# One of so many rows ends at the margin at least.
_ENDS = 30
# Of so many rows one may reach beyond the margin.
_BEYOND = 8
_CLOSING = "，。、；：！？）》」』】〕”’,.;:!?)]%％…"
_OPENING = "（《「『【〔“‘(["
_QUOTES = "“”‘’\"'"
_TERMINAL = "。！？；：!?;:”）"
_NUMBER = re.compile(
    r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}[.．、]\D"
)
_DATE = re.compile(r"(?:\d|[〇○零一二三四五六七八九]){4}\s?年")
_TOKEN = re.compile(r"[!-~\u00a1-\u024f]+")
_LATIN_END = re.compile(r"[A-Za-z0-9,.;:%)]$")
_LATIN_START = re.compile(r"[A-Za-z0-9(]")
_HAN = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
# No paragraph is a single Han character; it is the end of one.
_LONE = re.compile(r"[\u4e00-\u9fff][。）”]?")
_HYPHENATED = re.compile(r"[A-Za-z]-$")


@dataclass(frozen=True, slots=True)
class Margins:
    """Where the rows of a column begin and end, how far apart they stand, the size of its text.

    `indents` is false where an indent says nothing, as in the cells of a table.
    """

    left: float
    right: float
    pitch: float
    em: float
    indents: bool = True

    @property
    def middle(self) -> float:
        """The column's middle."""
        return (self.left + self.right) / 2


def margins_of(rows: Sequence[Row], usual: Margins | None = None) -> Margins:
    """Tell the margins from the rows; `usual` are those of all pages of the same width."""
    if len(rows) < _ROWS and usual is not None:
        return usual
    starts = Counter(round(row.left / 4) for row in rows)
    often = [start for start, count in starts.items() if count * 8 >= len(rows)] or list(starts)
    left = min(row.left for row in rows if round(row.left / 4) == min(often))
    em = median(row.size for row in rows)
    ends = sorted((row.right for row in rows), reverse=True)
    # A few rows may reach beyond the margin; where several end at the same place, there it is.
    several = max(1, len(ends) // _ENDS)
    pairs = zip(ends[: 1 + len(ends) // _BEYOND], ends[several:], strict=False)
    right = next((end for end, other in pairs if end - other < _SAME_END * em), ends[0])
    gaps = [after.base - row.base for row, after in itertools.pairwise(rows)]
    down = [gap for gap in gaps if gap > 0]
    if usual is not None:
        # The rows of this page may all be short or indented.
        left, right = min(left, usual.left), max(right, usual.right)
    return Margins(left, right, _pitch(down), em)


def _pitch(gaps: list[float]) -> float:
    """Return how far apart the rows of a paragraph stand; on many a page most gaps are wider."""
    return sorted(gaps)[len(gaps) // 4] if gaps else 0.0


@dataclass(slots=True)
class _Open:
    """The paragraph that may go on with the next row."""

    rows: list[Row]
    margins: Margins
    page: int


class ParagraphJoiner:
    """Takes the rows of a report in reading order and gives its paragraphs."""

    def __init__(self, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        self.lines: list[Line] = []
        self._kind = kind
        self._open: _Open | None = None

    def add(self, rows: Iterable[Row], margins: Margins, page: int = 0) -> None:
        """Add the rows of one stretch of a column on `page`."""
        for row in rows:
            if self._open is None or _begins(row, margins, self._open, page):
                self.close()
                self._open = _Open([row], margins, page)
            else:
                self._open.rows.append(row)
                self._open.margins = margins
                self._open.page = page

    def close(self) -> None:
        """End the paragraph, as something else follows."""
        if self._open is None:
            return
        rows, margins = self._open.rows, self._open.margins
        self._open = None
        centred = all(_is_centred(row, margins) for row in rows)
        text, layout = describe(_join(rows), "", Layout(centered=centred))
        self.lines.append(Line(text, self._kind, layout))


def _begins(row: Row, margins: Margins, before: _Open, page: int) -> bool:
    """Tell whether `row` begins a paragraph."""
    last = before.rows[-1]
    if abs(row.size - last.size) > _SIZE_STEP:
        return True
    same_column = page == before.page and row.base > last.base
    if same_column and _goes_on_centred(row, last, margins):
        return False
    if same_column and margins.pitch and row.base - last.base > _WIDE_GAP * margins.pitch:
        return True
    if _LONE.fullmatch(row.text):
        return False
    centred = _is_centred(last, before.margins), _is_centred(row, margins)
    if margins.indents and centred[0] != centred[1] and len(before.rows) == 1:
        return True
    room = before.margins.right - last.right
    if all(centred):
        room *= 2
    if room > _first_token(row) + _FREE * row.size:
        return True
    ended = last.text[-1] in _TERMINAL
    numbered = _NUMBER.match(row.text) is not None
    if margins.indents and row.left - margins.left > _INDENT * row.size:
        indent = row.left - margins.left
        far_in = indent > _FAR_IN * (margins.right - margins.left)
        if far_in and not ended and _runs_on_far_in(row, last, before.margins):
            return False
        shifted = indent - (last.left - before.margins.left) > _SAME_PLACE * row.size
        # The second row of a paragraph stands at the margin, the first of the next one does not.
        return far_in or shifted or ended or numbered or len(before.rows) == 1
    return ended and numbered


def _goes_on_centred(row: Row, last: Row, margins: Margins) -> bool:
    """Tell whether a title runs on: both rows in the middle, no room for more in the first."""
    if row.size <= margins.em + _SIZE_STEP or row.base - last.base > _TITLE_GAP * row.size:
        return False
    middles = ((part.left + part.right) / 2 for part in (last, row))
    if any(abs(middle - margins.middle) >= _CENTRED * row.size for middle in middles):
        return False
    room = margins.right - margins.left - (last.right - last.left)
    return room < _first_token(row) + _SLACK * row.size


def _runs_on_far_in(row: Row, last: Row, margins: Margins) -> bool:
    """Tell whether a long signature runs on, in the middle of a block or at the right margin."""
    if _DATE.match(row.text):
        return False
    near = _SAME_PLACE * row.size
    room = _first_token(row) + _SLACK * row.size
    if abs(last.right - row.right) < near:
        return last.left - margins.left < room
    in_the_middle = abs(last.left + last.right - row.left - row.right) < 2 * near
    return in_the_middle and row.left > last.left and 2 * (margins.right - last.right) < room


def _is_centred(row: Row, margins: Margins) -> bool:
    shift = abs((row.left + row.right) / 2 - margins.middle)
    # The first row of a paragraph of body text may be as long as its indent on the right, too.
    needed = _LARGE_INDENT if row.size > margins.em + _SIZE_STEP else _CENTRED_INDENT
    return shift < _CENTRED * row.size and row.left - margins.left > needed * margins.em


def _first_token(row: Row) -> float:
    """Return the width of what could not be parted from the row's first character, in points."""
    text = row.text
    place = 0
    while True:
        while place < len(text) and text[place] in _OPENING:
            place += 1
        word = _TOKEN.match(text, place)
        place = word.end() if word else place + 1
        while place < len(text) and text[place] in _CLOSING and text[place] not in _QUOTES:
            place += 1
        if place >= len(text) or text[place] not in _QUOTES:
            break
        # Many programs part neither side of a quotation mark from what stands there.
        place += 1
    after = _TOKEN.match(text, place)
    if after and text[place - 1] in _CLOSING:
        # LibreOffice keeps a figure with the comma before it.
        place = after.end()
    return sum(_LATIN_WIDTH if char <= "\u024f" else 1.0 for char in text[:place]) * row.size


def _join(rows: list[Row]) -> list[Piece]:
    pieces: list[Piece] = []
    for row in rows:
        if pieces:
            _bridge(pieces, row.text)
        pieces += row.pieces
    return _with_han_fonts(pieces)


def _with_han_fonts(pieces: list[Piece]) -> list[Piece]:
    """Give Latin letters and figures the font of the Han characters beside them.

    Figures are set in a font of their own; a font means something only where Han characters
    change it.
    """
    font = next((look.font for text, look in pieces if _HAN.search(text)), None)
    if font is None:
        return pieces
    shown: list[Piece] = []
    for text, look in pieces:
        if _HAN.search(text):
            font = look.font
        shown.append((text, look._replace(font=font)))
    return shown


def _bridge(pieces: list[Piece], following: str) -> None:
    """Join a row to the one before: a blank between Latin words, no hyphen that parts a word."""
    text, look = pieces[-1]
    if _HYPHENATED.search(text) and following[0].islower():
        pieces[-1] = (text[:-1], look)
    elif _LATIN_END.search(text) and _LATIN_START.match(following):
        pieces.append((" ", look))
