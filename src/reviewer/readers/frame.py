"""Tells the lines of a web page's frame (navigation, metadata, footer) from those of the report.

Wording stands in resources/lexicon/frame.toml. Nothing is deleted: a wrong mark costs a colour in
the window, so in doubt a line belongs to the report. Title, addressee, signature and date of
signature are never frame.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from reviewer.support.folding import simplified
from reviewer.support.resources import resource

# Number glyphs that open a heading; with one of these the body has begun.
_HEADING = re.compile(
    r"[(（〔]?[一二三四五六七八九十]+[)）〕、.．,，]|[(（]\d{1,2}[)）]|\d{1,2}(?:[、．]|\.\D)|第[一二三四五六七八九十]+"
)
_DIGIT = r"[〇○零一二三四五六七八九十\d]"
_DATE = rf"{_DIGIT}{{4}}[年./-]{_DIGIT}{{1,3}}[月./-]{_DIGIT}{{0,3}}日?"
_DATE_LINE = re.compile(f"[(]?{_DATE}[)]?")
# A page says when it was published by the clock, a signature never does.
_CLOCK_LINE = re.compile(r"\d{4}[年./-]\d{1,2}[月./-]\d{1,2}日?\d{1,2}:\d{2}(?::\d{2})?")
_PATH = re.compile("[>»›→]")
_SENTENCE_END = ("。", "；", ";", ":", "！", "!", "，", ",")
_CELL_ENDS = re.compile(r"[\t|]")
# What sets the head of a table apart from its rows in Markdown.
_RULE = re.compile(r"[|:]*-{2,}[-|:]*")
_BULLETS = "-•·●*◆■▪"
_ENTRIES = re.compile(r"[\s|·]+|(?<=[】\]])(?=[【\[])")
# Pairs for str.replace: on Chinese text that is twenty times as fast as str.translate.
_FOLDED = tuple(zip("（）：［］｜＞／－", "():[]|>/-", strict=True))
# A title line is shorter than this, a line of prose longer.
_PROSE = 60
# Metadata runs on where a page puts all fields on one line.
_METADATA = 400


@dataclass(frozen=True, slots=True)
class Main:
    """Lines `start` up to, not including, `end` that a page's structure gives as the main text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The wording of frames, ready to be asked; lines are compared as `_fold` leaves them."""

    head_starts: tuple[str, ...]
    keys: frozenset[str]
    title_keys: frozenset[str]
    key: re.Pattern[str]
    head_exact: frozenset[str]
    tail_starts: tuple[str, ...]
    tail_exact: frozenset[str]
    tail_contains: tuple[str, ...]
    tail_key: re.Pattern[str]
    body_exact: frozenset[str]
    title_words: tuple[str, ...]
    organ_endings: tuple[str, ...]

    def find(
        self, lines: Sequence[str], main: Main | None = None, title: str = ""
    ) -> frozenset[int]:
        """Return the indexes of the lines that belong to the frame.

        `main` is what a page's structure gives as its main text, `title` what the page's head
        calls it.
        """
        folded = _Folded(self, lines)
        main = main or Main(0, len(lines))
        body = self._body_start(folded, main)
        head = self._head(folded, body, main, _fold(simplified(title)))
        tail = self._tail_start(folded, body, main)
        # No line with a sentence is one of those, and nearly all lines of a body have one.
        brief = (index for index in range(body, tail) if "。" not in lines[index])
        inside = {index for index in brief if folded[index] in self.body_exact}
        after = {
            index for index in range(tail, len(lines)) if not self._is_signature(folded, index)
        }
        return frozenset(head | inside | after)

    def folded(self, line: str) -> str:
        """Return the line to be compared; of a menu on one line, its first entry."""
        line = simplified(line)
        if line.startswith("|") or line.endswith("|"):
            cells = _fold(_row(line))
            # A field may be empty: its value does not stand on the next line.
            return f"{cells}:-" if cells in self.keys else cells
        short = line if len(line) < _PROSE else ""
        entries = [_fold(entry) for entry in _ENTRIES.split(short) if entry]
        if len(entries) > 1 and all(entry in self.head_exact for entry in entries):
            return entries[0]
        return _fold(line)

    def _body_start(self, lines: _Folded, main: Main) -> int:
        """Return the first line that can only be of the report's body."""
        for index in range(main.start, main.end):
            line = lines[index]
            if self._is_head(line) or (index > main.start and self._is_value(lines, index)):
                continue
            if len(line) >= _PROSE or line.endswith(_SENTENCE_END) or _HEADING.match(line):
                return index
        return main.end

    def _head(self, lines: _Folded, body: int, main: Main, hint: str) -> set[int]:
        sure = {index for index in range(body) if self._is_head(lines[index])}
        sure |= {index for index in range(1, body) if self._is_value(lines, index)}
        title = self._title(lines, range(main.start, body), sure, hint)
        if title is None:
            title = self._title(lines, range(main.start), sure, hint)
        if title is None:
            return sure | set(range(main.start)) | set(range(max(sure, default=0)))
        first = title
        while first > 0 and first - 1 not in sure and self._joins_title(lines, first - 1, main):
            first -= 1
        # What stands above a title without any frame line between is part of the title.
        framed = main.start > 0 or any(index < first for index in sure)
        above = set(range(first)) if framed else set()
        return sure | above | set(range(title + 1, main.start))

    def _title(self, lines: _Folded, places: range, sure: set[int], hint: str) -> int | None:
        """Return the last line that reads like a title, first of all one the page's head names."""
        candidates = [
            index for index in places if index not in sure and self._has_title_word(lines[index])
        ]
        named = [index for index in candidates if lines[index] in hint]
        return max(named or candidates, default=None)

    def _has_title_word(self, line: str) -> bool:
        return any(word in line for word in self.title_words)

    def _joins_title(self, lines: _Folded, index: int, main: Main) -> bool:
        """Tell whether the line above a title's line is a line of the same title."""
        return index >= main.start or lines[index].endswith(self.organ_endings)

    def _tail_start(self, lines: _Folded, body: int, main: Main) -> int:
        """Return the line from which everything is footer."""
        last = main.end - 1
        while last > body and ("。" not in lines[last] or self._is_tail(lines[last])):
            last -= 1
        for index in range(last + 1, main.end):
            if self._is_tail(lines[index]):
                return index
        return main.end

    def _is_tail(self, line: str) -> bool:
        if line in self.tail_exact or line.startswith(self.tail_starts):
            return True
        if len(line) >= _METADATA:
            return False
        says = any(word in line for word in self.tail_contains)
        return says or self.tail_key.match(line) is not None

    def _is_head(self, line: str) -> bool:
        if len(line) >= _METADATA and "。" in line:
            return False  # a whole report in one line, its frame before it
        if line in self.head_exact or line.startswith(self.head_starts) or self._is_key(line):
            return True
        if len(line) >= _METADATA or "。" in line:
            return False
        if self.key.match(line) or _CLOCK_LINE.fullmatch(line) or len(_PATH.findall(line)) > 1:
            return True
        if _RULE.fullmatch(line) or not line.strip(_BULLETS):
            return True
        fields = [match.end() for match in self.key.finditer(line)]
        if len(fields) == 1 and len(line) < _PROSE:
            return bool(re.match(_DATE, line) or _CLOCK_LINE.fullmatch(line, fields[0]))
        return len(fields) > 1

    def _is_key(self, line: str) -> bool:
        """Tell whether the line is a field's name whose value stands on the next line."""
        key = line.lstrip(_BULLETS).rstrip(":")
        return key in self.keys and line not in self.head_exact

    def _is_value(self, lines: _Folded, index: int) -> bool:
        """Tell whether the line is the value of the field named on the line before it."""
        before, line = lines[index - 1], lines[index]
        if not self._is_key(before) or len(line) >= _PROSE or line.endswith(_SENTENCE_END):
            return False
        # A field may be empty: then the title follows it.
        return before.rstrip(":") in self.title_keys or not self._has_title_word(line)

    def _is_signature(self, lines: _Folded, index: int) -> bool:
        """Tell whether the line is the name of a body over a date, or that date."""
        if _DATE_LINE.fullmatch(lines[index]):
            return index > 0 and lines[index - 1].endswith(self.organ_endings)
        return (
            lines[index].endswith(self.organ_endings)
            and index + 1 < len(lines)
            and _DATE_LINE.fullmatch(lines[index + 1]) is not None
        )


class _Folded:
    """Lines as they are compared, each folded when it is asked for: most lines never are."""

    def __init__(self, frame: Frame, lines: Sequence[str]) -> None:
        self._frame = frame
        self._lines = lines
        self._folded: dict[int, str] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def __getitem__(self, index: int) -> str:
        if index not in self._folded:
            self._folded[index] = self._frame.folded(self._lines[index])
        return self._folded[index]


@cache
def load_frame() -> Frame:
    """Read resources/lexicon/frame.toml, once."""
    table = tomllib.loads(resource("lexicon", "frame.toml").read_text(encoding="utf-8"))
    head, tail, report = table["head"], table["tail"], table["report"]
    return Frame(
        head_starts=tuple(map(_fold, head["breadcrumbs"] + head["starts"])),
        keys=frozenset(map(_fold, head["keys"])),
        title_keys=frozenset(map(_fold, head["title_keys"])),
        key=_key_pattern(head["keys"]),
        head_exact=frozenset(map(_fold, head["exact"])),
        tail_starts=tuple(map(_fold, tail["starts"])),
        tail_exact=frozenset(map(_fold, tail["exact"])),
        tail_contains=tuple(map(_fold, tail["contains"])),
        tail_key=_key_pattern(tail["keys"]),
        body_exact=frozenset(map(_fold, table["body"]["exact"])),
        title_words=tuple(report["title_words"]),
        organ_endings=tuple(report["organ_endings"]),
    )


def _key_pattern(keys: Iterable[str]) -> re.Pattern[str]:
    """Match the name of a field and what ends it: a colon, brackets around it, or a date after it.

    A longer name wins over its beginning.
    """
    names = "|".join(re.escape(_fold(key)) for key in sorted(keys, key=len, reverse=True))
    ends = (
        rf"\[(?:{names})\]:?|【(?:{names})】:?|(?:{names}|\((?:{names})\)):|(?:{names})(?={_DATE})"
    )
    return re.compile(rf"[{_BULLETS}]*(?:{ends})")


def _row(line: str) -> str:
    """Return the cells of a table's row, parted as a key is from its value; empty ones left out."""
    cells = (cell.strip().rstrip(":：") for cell in _CELL_ENDS.split(line))
    return ":".join(cell for cell in cells if cell)


def _fold(line: str) -> str:
    """Return the line in half width and lower case, without blanks; cells part like a colon."""
    if "\t" in line:
        line = _row(line)
    folded = "".join(line.split())
    for wide, narrow in _FOLDED:
        folded = folded.replace(wide, narrow)
    return folded.lower()
