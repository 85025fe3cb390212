"""Commands that correct the outline: a heading's level, no heading, lines joined, a part.

Each returns a command to be done, or None where there is nothing to do.
"""

from __future__ import annotations

from reviewer.outline import Continuation, HeadingLevel, SectionPart
from reviewer.report import Anchor, Block, Section, Span
from reviewer.review.history import Command
from reviewer.review.review import Review
from reviewer.review.ruling import Kind, slot_of

_FIRST_WORDS = 40  # code points by which a line is known


def set_level(review: Review, span: Span, level: int) -> Command | None:
    """Give the heading at `span.start` a level, or make one of the words there (see `mark`)."""
    section = section_at(review, span.start)
    if section is None:
        return mark(review, span, level)
    said = HeadingLevel(_anchor(review, Kind.HEADING, section.heading), level)
    if review.machine_value(said) == level:  # a person had said otherwise: that is taken back
        return review.command(emptied=(slot_of(said),))
    return review.command(said)


def section_at(review: Review, place: int) -> Section | None:
    """Return the section whose heading stands at code point `place`, None where none does."""
    sections = (section for section, _ in review.outline.walk())
    return next((section for section in sections if place in section.heading), None)


def mark(review: Review, span: Span, level: int) -> Command | None:
    """Make a heading of the selected words, or of the first sentence of the line at `span.start`.

    None where there is no line or it begins with a heading already.
    """
    block = _block(review, span.start)
    if block is None:
        return None
    wanted = span if len(span) and span != block.span else _first_sentence(review, block)
    if section_at(review, wanted.start) is not None:
        return None
    return review.command(HeadingLevel(_anchor(review, Kind.HEADING, wanted), level))


def unmark(review: Review, section: Section) -> Command | None:
    """Make plain text of a heading; what stood below it belongs to the section before."""
    place = _anchor(review, Kind.HEADING, section.heading)
    said = HeadingLevel(place, None)
    if review.machine_value(said) is None:  # a person had marked it: that is taken back
        return review.command(emptied=(slot_of(said),))
    return review.command(said)


def join_previous(review: Review, place: int) -> Command | None:
    """Let the line at code point `place` go on with the line before it; None where none is."""
    lines = _lines(review)
    index = next((i for i, line in enumerate(lines) if place in _whole(line)), 0)
    if not index:
        return None
    start = lines[index].start
    first = Span(start, min(lines[index].end, start + _FIRST_WORDS))
    return review.command(Continuation(_anchor(review, Kind.CONTINUATION, first)))


def part_from_previous(review: Review, place: int) -> Command | None:
    """Take back that a person joined the line at `place`, else the one below it, with the one
    before; None where neither was joined.
    """
    lines = _lines(review)
    index = next((i for i, line in enumerate(lines) if place in _whole(line)), len(lines))
    for line in lines[index : index + 2]:
        for slot, ruling in review.rulings.items():
            if isinstance(ruling.said, Continuation):
                joined = review.find(ruling.said.place)
                if joined is not None and joined.start == line.start:
                    return review.command(emptied=(slot,))
    return None


def put_into(review: Review, section: Section, part: str) -> Command:
    """Say which part a section belongs to."""
    return review.command(SectionPart(_anchor(review, Kind.PART, section.heading), part))


def _anchor(review: Review, kind: Kind, span: Span) -> Anchor:
    """Return the anchor already used for this place, so that a new word replaces the old one."""
    for slot, ruling in review.rulings.items():
        if slot.kind is kind and isinstance(ruling.said, HeadingLevel | Continuation | SectionPart):
            known = review.find(ruling.said.place)
            if known and known.start == span.start:
                return ruling.said.place
    return Anchor.of(review.report.text, span)


def _lines(review: Review) -> list[Block]:
    return [block for block in review.report.blocks if not block.frame]


def _block(review: Review, place: int) -> Block | None:
    return next((block for block in review.report.blocks if place in _whole(block)), None)


def _whole(block: Block) -> Span:
    """The block with the place behind its last glyph, where a cursor may stand."""
    return Span(block.start, block.end + 1)


def _first_sentence(review: Review, block: Block) -> Span:
    text = review.report.text
    stops = [text.find(mark, block.start, block.end) for mark in "。！？!?"]
    end = min((stop for stop in stops if stop >= 0), default=block.end)
    return Span(block.start, end or block.end)
