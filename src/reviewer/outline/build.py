"""The whole way from a report's lines to its outline."""

from __future__ import annotations

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
from reviewer.outline.lines import Line, read_lines
from reviewer.outline.model import Outline
from reviewer.outline.recovery import with_lost_headings
from reviewer.outline.signature import read_ending
from reviewer.outline.tree import build_tree
from reviewer.report import Report, Span


def build_outline(
    report: Report, lexicon: Lexicon, corrections: Corrections = NO_CORRECTIONS
) -> Outline:
    """Return the outline of `report` as a person corrected it.

    Costs grow with the length of the text and no faster.
    """
    text, folded = report.text, report.folded
    found = read_lines(report, folded, lexicon)
    lines, joins = joined_lines(text, folded, found, corrections.continuations)
    head = read_head(text, folded, lines, lexicon)
    ending = read_ending(text, lines, head.first, lexicon)
    numbered = numbered_headings(folded, lines, head.first, ending.last, lexicon)
    headings = with_lost_headings(folded, lines, numbered, head.first, ending.last, lexicon)
    headings = corrected_headings(text, folded, lines, headings, corrections.headings, lexicon)
    body = [line for line in lines[head.first : ending.last] if not line.frame]
    end = max(body[-1].end if body else 0, lines[headings[-1].index].end if headings else 0)
    sections = build_tree(text, folded, headings, end, lexicon)
    opening = _opening(body, headings)
    front = read_front(text, folded, lines, head, ending, headings, opening, lexicon)
    return Outline(
        with_fields(text, front, corrections.fields),
        with_parts(text, sections, corrections.parts),
        opening,
        ending.closing,
        ending.tail,
        joins,
    )


def _opening(body: list[Line], headings: list[Heading]) -> Span | None:
    if not body:
        return None
    before = [line for line in body if not headings or line.end <= headings[0].start]
    return Span(before[0].start, before[-1].end) if before else None
