"""The whole way from a report's lines to its outline."""

from __future__ import annotations

from reviewer.outline.front import read_front, read_head
from reviewer.outline.heading import Heading, numbered_headings
from reviewer.outline.lexicon import Lexicon
from reviewer.outline.lines import Line, read_lines
from reviewer.outline.model import Outline
from reviewer.outline.recovery import with_lost_headings
from reviewer.outline.signature import read_ending
from reviewer.outline.tree import build_tree
from reviewer.report import Report, Span
from reviewer.support.folding import fold


def build_outline(report: Report, lexicon: Lexicon) -> Outline:
    """Return the outline of `report`; costs grow with the length of its text and no faster."""
    folded = fold(report.text)
    lines = read_lines(report, folded, lexicon)
    head = read_head(report.text, folded, lines, lexicon)
    ending = read_ending(report.text, lines, head.first, lexicon)
    numbered = numbered_headings(folded, lines, head.first, ending.last, lexicon)
    headings = with_lost_headings(folded, lines, numbered, head.first, ending.last, lexicon)
    body = [line for line in lines[head.first : ending.last] if not line.frame]
    sections = build_tree(report.text, folded, headings, body[-1].end if body else 0, lexicon)
    opening = _opening(body, headings)
    front = read_front(report.text, folded, lines, head, ending, headings, opening, lexicon)
    return Outline(front, sections, opening, ending.closing, ending.tail)


def _opening(body: list[Line], headings: list[Heading]) -> Span | None:
    if not body:
        return None
    before = [line for line in body if not headings or line.end <= headings[0].start]
    return Span(before[0].start, before[-1].end) if before else None
