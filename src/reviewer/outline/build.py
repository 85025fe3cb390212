"""The whole way from a report's lines to its outline."""

from __future__ import annotations

from reviewer.outline.contents import without_contents
from reviewer.outline.correcting import (
    corrected_headings,
    joined_lines,
    with_fields,
    with_parts,
)
from reviewer.outline.corrections import NO_CORRECTIONS, Corrections
from reviewer.outline.front import read_front, read_head
from reviewer.outline.heading import Heading, numbered_headings
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line, lined_text
from reviewer.outline.model import Outline
from reviewer.outline.recovery import with_lost_headings
from reviewer.outline.signature import read_ending
from reviewer.outline.tree import build_tree
from reviewer.report import BlockKind, Report, Span


def build_outline(
    report: Report, lexicon: Lexicon, corrections: Corrections = NO_CORRECTIONS
) -> Outline:
    """Return the outline of `report` as a person corrected it.

    Costs grow with the length of the text and no faster.
    """
    lined = lined_text(report, lexicon)
    lined = without_contents(lined)
    lined, joins = joined_lines(lined, corrections.continuations)
    head = read_head(lined)
    ending = read_ending(lined, head.first)
    numbered = numbered_headings(lined, head.first, ending.last)
    headings = with_lost_headings(lined, numbered, head.first, ending.last)
    headings = corrected_headings(lined, headings, corrections.headings)
    body = [line for line in lined.lines[head.first : ending.last] if not line.frame]
    stop = lined.lines[ending.last].start if ending.last < len(lined.lines) else len(report.text)
    end = max(
        body[-1].end if body else 0,
        lined.lines[headings[-1].index].end if headings else 0,
        _end_of_rows(report, stop) if body else 0,
    )
    sections = build_tree(lined, headings, end)
    opening = _opening(body, headings)
    front = read_front(lined, head, ending, headings, opening)
    return Outline(
        with_fields(report.text, front, corrections.fields),
        with_parts(report.text, sections, corrections.parts),
        opening,
        ending.closing,
        ending.tail,
        joins,
    )


def _end_of_rows(report: Report, stop: int) -> int:
    """Return where the last table before `stop` ends, 0 without one: its rows are no lines."""
    for block in reversed(report.blocks):
        if block.kind is BlockKind.TABLE_ROW and block.end <= stop and not block.frame:
            return block.end
    return 0


def _opening(body: list[Line], headings: list[Heading]) -> Span | None:
    if not body:
        return None
    before = [line for line in body if not headings or line.end <= headings[0].start]
    return Span(before[0].start, before[-1].end) if before else None
