"""The lines of a report as the outline sees them; a report in one line is cut where it breathes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reviewer.outline.lexicon import Lexicon
from reviewer.report import Block, BlockKind, Layout, Report

_WHOLE_REPORT = 400  # code points; a longer paragraph that begins as metadata holds more than them
_LONG_BLOCK = 60  # code points; a shorter paragraph is not searched for hidden headings
_ONE_LINE_NUMBERS = 2  # as many numbers after blanks show that a paragraph holds the whole report
_TITLE_END = 40  # code points in which the words that end a title stand
_NUMBER = (
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)"
    r"|[㈠-㈩]|\d{1,2}[.、](?!\d))"
)
# Blanks and marks come first in a pattern, so that the search goes from one to the next.
_NUMBER_AFTER_BLANK = re.compile(rf"[ ](?<![,、(《“ ] )[ ]*(?={_NUMBER})")
_BLANK = re.compile(r"(?<=[。:!?;)”》一-龥])[ ]+(?=\S)")
_AFTER_SENTENCE = re.compile(
    r"[。!?][ ]*"
    r"(?=(?P<top>[一二三四五六七八九十]{1,3})、|\((?P<second>[一二三四五六七八九十]{1,3})\)"
    r"|(?P<glyph>[㈠-㈩]))"
)
_SECOND_GLUED = re.compile(r"[^。!?\n]{2,45}?(?=\(一\))")  # 一、… ended by the (一) below it
_ORDER = "一二三四五六七八九十"
_ENCLOSED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_CELL = re.compile(r"[^\s|](?:[^\t|]*[^\s|])?")
_HAN = re.compile(r"[一-龥“《(]")
_FINAL_DATE = re.compile(r"20\d\d[ ]?年[ ]?\d{1,2}[ ]?月[ ]?\d{0,2}[ ]?日?[ ]*$")
_YEAR = re.compile(r"20\d\d[ ]?年")
_NO_LAYOUT = Layout()


class Line(NamedTuple):
    """A line of the report; `folded` is its own folded text, `start` and `end` its code points.

    `frame` marks a line of a web page's frame or of the metadata above a report.
    """

    start: int
    end: int
    folded: str
    block: Block
    frame: bool = False

    @property
    def layout(self) -> Layout:
        """How the line was set; nothing is known of a line cut out of a longer paragraph."""
        whole = self.start == self.block.start
        return self.block.layout if whole else _NO_LAYOUT


@dataclass(frozen=True, slots=True)
class LinedText:
    """What an outline is read from: a report as printed and folded, its lines, the words to know.

    All places are code points of the text, and the same in both.
    """

    text: str
    folded: str
    lines: list[Line]
    lexicon: Lexicon


def lined_text(report: Report, lexicon: Lexicon) -> LinedText:
    """Return the text of `report` cut into lines."""
    folded = report.folded
    return LinedText(report.text, folded, read_lines(report, folded, lexicon), lexicon)


def read_lines(report: Report, folded: str, lexicon: Lexicon) -> list[Line]:
    """Return the lines of `report` in text order; notes and rows of several cells are left out.

    Of a row of metadata each cell is a line.
    """
    lines: list[Line] = []
    for block in report.blocks:
        if block.kind is BlockKind.NOTE:
            continue
        content = folded[block.start : block.end]
        metadata = bool(lexicon.frame_metadata.match(content)) and len(content) < _WHOLE_REPORT
        frame = block.frame or metadata
        if _is_row(report.text[block.start : block.end]):
            if frame:
                lines += _cells(report.text, folded, block)
            if block.kind is BlockKind.TABLE_ROW:
                continue
        elif frame or (len(content) < _LONG_BLOCK and not _AFTER_SENTENCE.search(content)):
            lines.append(Line(block.start, block.end, content, block, frame))
            continue
        for start, end in _pieces(folded, block, lexicon):
            piece = folded[start:end]
            framed = end - start < len(content) and bool(lexicon.frame_metadata.match(piece))
            lines.append(Line(start, end, piece, block, framed))
    return lines


def _is_row(content: str) -> bool:
    """Tell whether a block is a row of cells, parted by tabs or set in bars."""
    return "\t" in content or (content.count("|") > 1 and "|" in (content[0], content[-1]))


def _cells(text: str, folded: str, block: Block) -> Iterator[Line]:
    for cell in _CELL.finditer(text, block.start, block.end):
        yield Line(cell.start(), cell.end(), folded[cell.start() : cell.end()], block, True)


def _pieces(folded: str, block: Block, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Cut a long paragraph at headings that stand inside it."""
    content = folded[block.start : block.end]
    cuts = {match.end() for match in _NUMBER_AFTER_BLANK.finditer(content)}
    if len(cuts) >= _ONE_LINE_NUMBERS:
        cuts |= {m.end() for m in _BLANK.finditer(content) if _breaks(content, m, lexicon)}
    cuts |= _in_sequence(content) or _in_one_line(content, lexicon)
    start = 0
    for cut in (*sorted(cuts), len(content)):
        piece = content[start:cut].rstrip()
        if piece:
            yield block.start + start, block.start + start + len(piece)
        start = cut


def _breaks(content: str, blank: re.Match[str], lexicon: Lexicon) -> bool:
    """Tell whether a blank in a report written in one line stands for a line break."""
    before, after = content[blank.start() - 1], content[blank.end()]
    if before in "。!?":
        return True
    if _HAN.match(after):
        return True
    if before in ":;":
        return bool(_YEAR.match(content, blank.end()))
    if _FINAL_DATE.match(content, blank.end()):
        return True
    title = content[max(0, blank.start() - 40) : blank.start()]
    return bool(_YEAR.match(content, blank.end()) and lexicon.title_ends.search(title))


def _in_sequence(content: str) -> set[int]:
    """Return where 二、 or (二) follows a sentence in a paragraph that began with 一、 or (一)."""
    begun = re.match(_NUMBER, content)
    if not begun:
        return set()
    last = {"top": -1, "second": -1}
    kind = "top" if content[0] in _ORDER else "second"
    last[kind] = _place(content[1] if content[0] == "(" else content[0])
    cuts: set[int] = set()
    for match in _AFTER_SENTENCE.finditer(content):
        kind = "top" if match.lastgroup == "top" else "second"
        place = _place(match[match.lastgroup or 0])
        if place == last[kind] + 1:
            last[kind] = place
            cuts.add(match.end())
            if kind == "top":
                last["second"] = -1
    return cuts


def _in_one_line(content: str, lexicon: Lexicon) -> set[int]:
    """Return where a paragraph breathes that holds a whole report without a blank.

    It holds one where 一、 and later 二、, or (一) and later (二), follow a sentence.
    """
    if len(content) < _WHOLE_REPORT or not (first := content.find("一、")) > 0:
        return set()
    if content[first - 1] not in "。!?:":
        return set()
    cuts = {first} | {first + cut for cut in _in_sequence(content[first:])}
    glued = {m.end() for cut in sorted(cuts) if (m := _SECOND_GLUED.match(content, cut))}
    cuts |= glued
    for cut in glued:
        cuts |= {cut + more for more in _in_sequence(content[cut:])}
    if len(cuts) <= _ONE_LINE_NUMBERS:
        return set()
    years = (m.start() for m in _YEAR.finditer(content, 0, first))
    ends = lexicon.title_ends
    return cuts | {year for year in years if ends.search(content[max(0, year - _TITLE_END) : year])}


def _place(number: str) -> int:
    """Return the place of a number in its sequence, -1 where it is none of the first ten."""
    return _ENCLOSED.find(number) if number in _ENCLOSED else _ORDER.find(number)
