"""From a row of headings to nested sections."""

from __future__ import annotations

from reviewer.outline.heading import Heading
from reviewer.outline.items import read_items
from reviewer.outline.lines import LinedText
from reviewer.report import Section, Span


def build_tree(lined: LinedText, headings: list[Heading], end: int) -> tuple[Section, ...]:
    """Nest `headings` (in text order) by level; the last one's text ends at code point `end`."""
    ends = _ends(lined.folded, headings, end)

    def section(index: int) -> tuple[Section, int]:
        """Return the section of heading `index` and the index of the heading after it."""
        head = headings[index]
        children: list[Section] = []
        after = index + 1
        while after < len(headings) and headings[after].level > head.level:
            child, after = section(after)
            children.append(child)
        own_end = children[0].heading.start if children else ends[index]
        made = Section(
            level=head.level,
            number=_number(lined.text, head),
            title=_title(lined.text, head),
            recovered=head.recovered,
            heading=Span(head.start, head.title_end),
            span=Span(head.start, ends[index]),
            items=read_items(lined.folded, head.title_end, own_end, lined.lexicon),
            children=tuple(children),
            corrected=head.corrected,
        )
        return made, after

    top: list[Section] = []
    index = 0
    while index < len(headings):
        made, index = section(index)
        top.append(made)
    return tuple(top)


def _ends(folded: str, headings: list[Heading], end: int) -> list[int]:
    """Return where each heading's section ends: before the next one as high or higher."""
    ends = [end] * len(headings)
    waiting: list[int] = []
    for index, head in enumerate(headings):
        while waiting and headings[waiting[-1]].level >= head.level:
            ends[waiting.pop()] = _before(folded, head.start)
        waiting.append(index)
    return ends


def _before(folded: str, place: int) -> int:
    while place > 0 and folded[place - 1] in " \n\r":
        place -= 1
    return place


def _number(text: str, head: Heading) -> str | None:
    if head.ordinal is None:
        return None
    return text[head.start : head.title_start].strip() or None


def _title(text: str, head: Heading) -> str:
    return text[head.title_start : head.title_end].replace("\n", "").strip()
