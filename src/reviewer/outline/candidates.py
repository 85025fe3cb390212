"""Lines without number that may be headings, and how much speaks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from reviewer.outline.heading import Heading, title_extent
from reviewer.outline.lines import Line, LinedText
from reviewer.outline.parts import RESULTS, named_part
from reviewer.report import Layout

_SHORTEST, _LONGEST = 4, 45  # code points of a heading that lost its number
_LONGEST_STYLED = 60
_BRIEF = 30  # a sentence as short above a longer text may be a heading without a usual verb
_BRIEF_LEAD = 16  # a first sentence as short may be a heading in two paragraphs that begin alike
_LONGEST_SENTENCE = 90
_LONGEST_NAME = 22  # of a part's name that runs into its text
_PARAGRAPH = 60  # a line as long is text, and shows how text is set
_ENDINGS = "。;:,、.!?"
_WRAPPED = 0.5  # a greater share of lines without final mark: lines were broken by width
_ENOUGH_LINES = 10

LayoutKey = tuple[str | None, int | None, bool, str | None, float | None, bool]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a heading.

    `body` as in Heading. `part` is the part it names. `level` is what its layout says, None where
    that says nothing. `strength` counts what speaks for a heading; `led` tells that its first
    words are set apart from the rest, `followed` that text stands below it, `halved` that it has
    two clauses, `plain` that it is a sentence which only its place can make a heading. `opens` is
    the level of the numbers that begin right below it, 0 where none do; `brief` tells that its
    first sentence is one short clause above the rest of a paragraph.
    """

    index: int
    start: int
    title_end: int
    body: int | None
    part: str | None
    level: int | None
    strength: int
    led: bool
    followed: bool
    opens: int = 0
    halved: bool = False
    plain: bool = False
    brief: bool = False

    def heading(self, level: int) -> Heading:
        """Return the heading this is at `level`."""
        return Heading(
            level, None, self.index, self.start, self.start, self.title_end, self.body, True
        )


@dataclass(frozen=True, slots=True)
class _Below:
    """What the next line is: text (or a lower heading), much longer, the start of a numbering."""

    text: bool
    longer: bool
    opens: int


class CandidateFinder:
    """Looks at the lines of one report."""

    def __init__(self, lined: LinedText, numbered: list[Heading]) -> None:
        self._lined = lined
        self._lines, self._lexicon = lined.lines, lined.lexicon
        self._numbered = {head.index: head for head in numbered}
        self._taken = set(self._numbered) | {
            head.index + 1 for head in numbered if head.title_end > self._lines[head.index].end
        }
        self._text_key = _usual(line for line in self._lines if len(line.folded) > _PARAGRAPH)
        self._levels = self._levels_by_layout()
        self._headings_stand_out = 2 in self._levels.values()

    def find(self, first: int, last: int) -> list[Candidate]:
        """Return the candidates among lines `first` up to, not including, `last`."""
        free = [index for index in range(first, last) if self.is_free(index)]
        unmarked = sum(self._lines[index].folded[-1] not in _ENDINGS for index in free)
        wrapped = len(free) >= _ENOUGH_LINES and unmarked > _WRAPPED * len(free)
        found = (self._candidate(index, first, last, wrapped) for index in free)
        return [candidate for candidate in found if candidate]

    def is_free(self, index: int) -> bool:
        """Tell whether a line belongs to the report and to no heading with a number."""
        return index not in self._taken and not self._lines[index].frame

    def _candidate(self, index: int, first: int, last: int, wrapped: bool) -> Candidate | None:
        line = self._lines[index]
        bare = line.folded.rstrip("。;:,. ")
        if self._lexicon.opening_formula.fullmatch(bare):
            return None
        level = self._layout_level(line)
        below = self._below(index, last)
        part = named_part(bare, self._lexicon) if len(bare) <= _LONGEST_STYLED else None
        if part is None and below.opens == 1 and self._lexicon.part_matter.fullmatch(bare):
            part = RESULTS
        if part is None and not self._may_be_heading(line, bare, level, below.longer):
            return self._run_in(line, index, level) or self._plain(line, index)
        unmarked = line.folded[-1] not in _ENDINGS
        if part and below.opens == 1 and index > first and unmarked and not wrapped:
            level = 1  # a numbering of its own begins below it
        strength = (
            2 * (unmarked and not wrapped)
            + bool(self._lexicon.heading_verbs.match(bare))
            + below.longer
            + 2 * (below.opens > 2)
            + (2 if self._stands_out(line) else -2 * self._headings_stand_out)
        )
        followed = below.text or (index + 1 < last and (part is not None or level == 1))
        return Candidate(
            index=index,
            start=line.start,
            title_end=line.start + len(bare),
            body=None,
            part=part,
            level=level,
            strength=strength,
            led=False,
            followed=followed,
            opens=below.opens,
            halved="," in bare,
        )

    def _may_be_heading(self, line: Line, bare: str, level: int | None, longer: bool) -> bool:
        longest = _LONGEST_STYLED if level else _LONGEST
        if not _SHORTEST <= len(bare) <= longest or line.folded[-1] in ";:,、":
            return False
        if any(mark in bare for mark in "。!?;:>|@") or self._lexicon.title_reference.match(bare):
            return False
        words = self._lexicon
        if words.heading_narrative.match(bare) or words.heading_figures.search(bare):
            return False
        verb = bool(words.heading_verbs.match(bare))
        if (words.organ_line.fullmatch(bare) and not verb) or words.date.search(bare):
            return False
        if bare[0] in "(【[*#•·●-" or words.closing_formula.match(bare):
            return False
        marked = line.folded[-1] in _ENDINGS
        brief = longer and len(bare) <= _BRIEF
        return not marked or verb or brief or level is not None

    def _run_in(self, line: Line, index: int, level: int | None) -> Candidate | None:
        """Return a heading that text follows in the same line, where the line may be one."""
        extent = title_extent(self._lined, line, line.start)
        title = self._lined.folded[line.start : extent.title_end]
        if extent.body is None or not _SHORTEST <= len(title) <= _LONGEST:
            return None
        part = named_part(title, self._lexicon) if len(title) <= _LONGEST_NAME else None
        words = self._lexicon
        narrative = (
            words.heading_narrative.match(title)
            or words.heading_figures.search(title)
            or words.closing_formula.match(title)
        )
        if narrative and not part:
            return None
        led = extent.title_end <= line.start + line.layout.lead <= extent.body
        verb = bool(words.heading_verbs.match(title))
        if not (part or led or verb):
            return None
        parallel = all(words.heading_verbs.match(clause) for clause in title.split(","))
        strength = verb + 3 * led + (len(title) <= _LONGEST_NAME or parallel)
        return Candidate(
            index=index,
            start=line.start,
            title_end=extent.title_end,
            body=extent.body,
            part=part,
            level=level,
            strength=strength,
            led=led,
            followed=True,
            halved="," in title,
            brief=len(title) <= _BRIEF_LEAD and "," not in title,
        )

    def _plain(self, line: Line, index: int) -> Candidate | None:
        """Return a line of one sentence; only a gap among such lines makes it a heading."""
        bare = line.folded.rstrip(_ENDINGS)
        if not _SHORTEST <= len(bare) <= _LONGEST_SENTENCE or "。" in bare:
            return None
        end = line.start + len(bare)
        return Candidate(index, line.start, end, None, None, None, 0, False, False, plain=True)

    def _below(self, index: int, last: int) -> _Below:
        for after in range(index + 1, last):
            line = self._lines[after]
            if line.frame:
                continue
            if after in self._numbered:
                head = self._numbered[after]
                return _Below(head.level > 1, False, head.level if head.ordinal == 1 else 0)
            longer = len(line.folded) >= 2 * len(self._lines[index].folded)
            return _Below(line.folded[-1] in "。;:!?”)" or longer, longer, 0)
        return _Below(False, False, 0)

    def _stands_out(self, line: Line) -> bool:
        return self._text_key is not None and _key(line.layout) not in (_PLAIN, self._text_key)

    def _layout_level(self, line: Line) -> int | None:
        if not self._stands_out(line):
            return None
        layout = line.layout
        known = self._levels.get(_key(layout), layout.outline_level)
        return known or self._level_by_font(layout.font)

    def _level_by_font(self, font: str | None) -> int | None:
        """Return the level a font stands for (GB/T 9704-2012, 7.3.3), where no number says more."""
        taken = self._levels.values()
        patterns = {1: self._lexicon.heading_first_font, 2: self._lexicon.heading_second_font}
        for level, pattern in patterns.items():
            if font and level not in taken and pattern.search(font):
                return level
        return None

    def _levels_by_layout(self) -> dict[LayoutKey, int]:
        """Return which level the layouts of numbered headings mean, where they stand out."""
        seen: dict[LayoutKey, Counter[int]] = {}
        for head in self._numbered.values():
            line = self._lines[head.index]
            if head.body is None and self._stands_out(line):
                seen.setdefault(_key(line.layout), Counter())[head.level] += 1
        return {key: levels.most_common(1)[0][0] for key, levels in seen.items()}


def _key(layout: Layout) -> LayoutKey:
    return (
        layout.style,
        layout.outline_level,
        layout.bold,
        layout.font,
        layout.size,
        layout.centered,
    )


_PLAIN: LayoutKey = _key(Layout())


def _usual(lines: Iterable[Line]) -> LayoutKey | None:
    keys = Counter(_key(line.layout) for line in lines)
    return keys.most_common(1)[0][0] if keys else None
