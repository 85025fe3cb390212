"""Puts a report together line by line, the same way for every format."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewer.readers.limits import Limits
from reviewer.readers.line import Line
from reviewer.readers.lists import Counters
from reviewer.readers.skipped import Skipped
from reviewer.readers.symbols import with_known_symbols
from reviewer.report import Block, BlockKind, Layout, Notice, Report
from reviewer.support.errors import UnreadableReport

# Soft hyphen, zero-width and direction marks, control characters other than tab and line breaks.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+"
)
_PLAIN = Layout()


def visible(text: str) -> str:
    """Return `text` without characters that nobody sees; blanks stay as they are."""
    return _INVISIBLE.sub("", text)


class ReportBuilder:
    """Collects blocks and notices; offsets are code points of the text that `build` returns."""

    def __init__(self, source: str, file_format: str, limits: Limits) -> None:
        self._source = source
        self._format = file_format
        self._limits = limits
        self._lines: list[str] = []
        self._blocks: list[Block] = []
        self._notices: dict[str, Notice] = {}
        self._length = 0

    def add(
        self,
        text: str,
        *,
        kind: BlockKind = BlockKind.PARAGRAPH,
        number: str | None = None,
        frame: bool = False,
        layout: Layout = _PLAIN,
    ) -> None:
        """Append a line, stripped at both ends; a blank one is left out.

        `text` begins with `number` where there is one and holds no line break. Raises
        UnreadableReport("too-large") when the report outgrows the limits.
        """
        # What nobody sees and what symbol fonts show is not printable; few lines have either.
        line = (text if text.isprintable() else with_known_symbols(visible(text))).strip()
        if not line:
            return
        if layout.lead:
            lead = len(visible(text[: layout.lead]).lstrip())
            layout = layout._replace(lead=min(lead, len(line)))
        start = self._length
        end = start + len(line)
        if end > self._limits.characters or len(self._blocks) >= self._limits.blocks:
            raise UnreadableReport("too-large", source=self._source)
        self._lines.append(line)
        self._blocks.append(Block(start, end, kind, number, frame, layout))
        self._length = end + 1

    def add_lines(self, text: str) -> None:
        """Append every line of a longer text as a paragraph."""
        for line in text.splitlines():
            self.add(line)

    def add_story(self, lines: Iterable[Line]) -> None:
        """Append finished lines with all that is known of them."""
        for line in lines:
            self.add(
                line.text, kind=line.kind, number=line.number, frame=line.frame, layout=line.layout
            )

    def notice_skipped(self, skipped: Skipped, counters: Counters) -> None:
        """Say what was left out while reading, and numbers in a format that is not known."""
        for code, details in skipped.notices.items():
            self.notice(code, **details)
        if counters.unknown_format is not None:
            self.notice("numbers-approximate", format=counters.unknown_format)

    def notice(self, code: str, **details: object) -> None:
        """Say once that something was skipped or guessed; the last details count."""
        self._notices[code] = Notice(code, details)

    @property
    def lines(self) -> tuple[str, ...]:
        """The texts of the blocks so far."""
        return tuple(self._lines)

    def mark_frame(self, frame: frozenset[int]) -> None:
        """Mark the blocks with these indexes as lines of a web page's frame."""
        for index in frame:
            self._blocks[index] = self._blocks[index]._replace(frame=True)

    def build(self, encoding: str | None = None) -> Report:
        """Return the report; raises UnreadableReport("empty") where no line has text."""
        if not self._blocks:
            raise UnreadableReport("empty", source=self._source)
        return Report(
            source=self._source,
            format=self._format,
            encoding=encoding,
            text="\n".join(self._lines),
            blocks=tuple(self._blocks),
            notices=tuple(self._notices.values()),
        )
