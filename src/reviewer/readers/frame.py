"""Tells the lines of a web page's frame (navigation, metadata, footer) from those of the report.

Wording stands in resources/lexicon/frame.toml. Nothing is deleted: a wrong mark costs a colour in
the window, so in doubt a line belongs to the report. Title, addressee, signature and date of
signature are never frame.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reviewer.support.resources import resource

# Number glyphs that open a heading; with one of these the body has begun.
_HEADING = re.compile(
    r"[(（〔]?[一二三四五六七八九十]+[)）〕、.．,，]|[(（]?\d{1,2}[)）、．]|\d{1,2}\.\D"
)
_DATE_LINE = re.compile(
    r"[〇○零一二三四五六七八九十\d]{4}[年./-][〇一二三四五六七八九十\d]{1,3}[月./-].{0,4}"
)
_SENTENCE_END = ("。", "；", ";", "：", ":", "！", "!", "，", ",")
_BLANKS = re.compile(r"\s+")
_FOLDED = str.maketrans("（）：［］｜＞／－", "():[]|>/-")
# A title line is shorter than this, a line of prose longer.
_PROSE = 60
# Metadata runs on where a page puts all fields on one line.
_METADATA = 400
_FOOTER_LINE = 60


@dataclass(frozen=True, slots=True)
class Main:
    """Lines `start` up to, not including, `end` that a page's structure gives as the main text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """The wording of frames, ready to be asked."""

    breadcrumbs: tuple[str, ...]
    keys: frozenset[str]
    key_line: re.Pattern[str]
    head_exact: frozenset[str]
    tail_starts: tuple[str, ...]
    tail_exact: frozenset[str]
    tail_contains: tuple[str, ...]
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
        folded = [_fold(line) for line in lines]
        main = main or Main(0, len(lines))
        body = self._body_start(folded, main)
        head = self._head(folded, body, main, _fold(title))
        tail = self._tail_start(folded, body, main)
        inside = {index for index in range(body, tail) if folded[index] in self.body_exact}
        after = {
            index for index in range(tail, len(lines)) if not self._is_signature(folded, index)
        }
        return frozenset(head | inside | after)

    def _body_start(self, lines: Sequence[str], main: Main) -> int:
        """Return the first line that can only be of the report's body."""
        for index in range(main.start, main.end):
            line = lines[index]
            if self._is_head(line):
                continue
            if index > main.start and self._is_key(lines[index - 1]) and len(line) < _PROSE:
                continue
            if len(line) >= _PROSE or line.endswith(_SENTENCE_END) or _HEADING.match(line):
                return index
        return main.end

    def _head(self, lines: Sequence[str], body: int, main: Main, hint: str) -> set[int]:
        sure = {index for index in range(body) if self._is_head(lines[index])}
        sure |= {
            index + 1
            for index in sure
            if index + 1 < body and self._is_key(lines[index]) and len(lines[index + 1]) < _PROSE
        }
        title = self._title(lines, range(main.start, body), sure, hint)
        if title is None:
            title = self._title(lines, range(main.start), sure, hint)
        if title is None:
            outside = set(range(main.start))
            return sure | outside | set(range(max(sure, default=0)))
        first = title
        while first > 0 and first - 1 not in sure and self._joins_title(lines, first - 1, main):
            first -= 1
        # What stands above a title without any frame line between is part of the title.
        framed = main.start > 0 or any(index < first for index in sure)
        above = set(range(first)) if framed else set()
        return sure | above | set(range(title + 1, main.start))

    def _title(self, lines: Sequence[str], places: range, sure: set[int], hint: str) -> int | None:
        """Return the last line that reads like a title, first of all one the page's head names."""
        candidates = [
            index
            for index in places
            if index not in sure and any(word in lines[index] for word in self.title_words)
        ]
        named = [index for index in candidates if lines[index] in hint]
        return max(named or candidates, default=None)

    def _joins_title(self, lines: Sequence[str], index: int, main: Main) -> bool:
        """Tell whether the line above a title's line is a line of the same title."""
        return index >= main.start or lines[index].endswith(self.organ_endings)

    def _tail_start(self, lines: Sequence[str], body: int, main: Main) -> int:
        """Return the line from which everything is footer."""
        last = main.end - 1
        while last > body and self._may_be_tail(lines[last]):
            last -= 1
        for index in range(last + 1, main.end):
            if self._is_tail(lines[index]):
                return index
        return main.end

    def _may_be_tail(self, line: str) -> bool:
        if self._is_tail(line):
            return True
        return len(line) < _FOOTER_LINE and not line.endswith(("。", "；", ";"))

    def _is_tail(self, line: str) -> bool:
        if line in self.tail_exact or line.startswith(self.tail_starts):
            return True
        return len(line) < _METADATA and any(word in line for word in self.tail_contains)

    def _is_head(self, line: str) -> bool:
        if line in self.head_exact or line.startswith(self.breadcrumbs):
            return True
        return self._is_key(line) or (
            len(line) < _METADATA and self.key_line.match(line) is not None and "。" not in line
        )

    def _is_key(self, line: str) -> bool:
        """Tell whether the line is a field's name whose value stands on the next line."""
        return line.rstrip(":") in self.keys and line not in self.head_exact

    def _is_signature(self, lines: Sequence[str], index: int) -> bool:
        """Tell whether the line is the name of a body over a date, or that date."""
        if _DATE_LINE.fullmatch(lines[index]):
            return index > 0 and lines[index - 1].endswith(self.organ_endings)
        return (
            lines[index].endswith(self.organ_endings)
            and index + 1 < len(lines)
            and _DATE_LINE.fullmatch(lines[index + 1]) is not None
        )


@cache
def load_frame() -> Frame:
    """Read resources/lexicon/frame.toml, once."""
    table = tomllib.loads(resource("lexicon", "frame.toml").read_text(encoding="utf-8"))
    head, tail, report = table["head"], table["tail"], table["report"]
    keys = sorted(head["keys"], key=len, reverse=True)
    names = "|".join(re.escape(_fold(key)) for key in keys)
    return Frame(
        breadcrumbs=tuple(map(_fold, head["breadcrumbs"])),
        keys=frozenset(map(_fold, head["keys"])),
        key_line=re.compile(rf"[\[【(]?(?:{names})[\]】)]?:"),
        head_exact=frozenset(map(_fold, head["exact"])),
        tail_starts=tuple(map(_fold, tail["starts"])),
        tail_exact=frozenset(map(_fold, tail["exact"])),
        tail_contains=tuple(map(_fold, tail["contains"])),
        body_exact=frozenset(map(_fold, table["body"]["exact"])),
        title_words=tuple(report["title_words"]),
        organ_endings=tuple(report["organ_endings"]),
    )


def _fold(line: str) -> str:
    """Return the line without blanks, in half width and lower case, to be compared."""
    return _BLANKS.sub("", line).translate(_FOLDED).lower()
