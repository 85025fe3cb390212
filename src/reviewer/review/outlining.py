"""Commands that correct the outline: promote, demote, mark, unmark, join, put into a part.

Each returns a command to be done, or None where there is nothing to do.
"""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.outline import LEVELS, Continuation, HeadingLevel, SectionPart
from reviewer.report import Anchor, Block, Section, Span
from reviewer.review.history import Command
from reviewer.review.review import Review
from reviewer.review.ruling import Kind, Said, Slot, slot_of

_FIRST_WORDS = 40  # code points by which a line is known


def promote(review: Review, section: Section) -> Command | None:
    """Raise a section and all below it by one level; None at the top."""
    return _shifted(review, section, -1)


def demote(review: Review, section: Section) -> Command | None:
    """Lower a section and all below it by one level; None where one is at the lowest."""
    return _shifted(review, section, 1)


def mark(review: Review, span: Span, level: int | None = None) -> Command | None:
    """Make a heading of the selected words, or of the first sentence of the line at `span.start`.

    Without `level` it gets that of the innermost section around it, 1 where there is none. None
    where there is no line or it begins with a heading already.
    """
    block = _block(review, span.start)
    if block is None:
        return None
    wanted = span if len(span) and span != block.span else _first_sentence(review, block)
    if any(wanted.start in section.heading for section, _ in review.outline.walk()):
        return None
    around = review.outline.path(wanted.start)
    chosen = level or (around[-1].level if around else 1)
    return review.command(HeadingLevel(_anchor(review, Kind.HEADING, wanted), chosen))


def unmark(review: Review, section: Section) -> Command | None:
    """Make plain text of a heading; what stood below it belongs to the section before."""
    place = _anchor(review, Kind.HEADING, section.heading)
    said = HeadingLevel(place, None)
    if review.machine_value(said) is None:  # a person had marked it: that is taken back
        return review.command(emptied=(slot_of(said),))
    return review.command(said)


def join_previous(review: Review, place: int) -> Command | None:
    """Let the line at code point `place` go on with the line before it; None where none is."""
    blocks = [block for block in review.report.blocks if not block.frame]
    index = next((i for i, block in enumerate(blocks) if place in _whole(block)), 0)
    if not index:
        return None
    start = blocks[index].start
    first = Span(start, min(blocks[index].end, start + _FIRST_WORDS))
    return review.command(Continuation(_anchor(review, Kind.CONTINUATION, first)))


def join_next(review: Review, place: int) -> Command | None:
    """Let the line after the one at code point `place` go on with it; None where none is."""
    following = (block for block in review.report.blocks if block.start > place)
    after = next((block for block in following if not block.frame), None)
    return join_previous(review, after.start) if after else None


def part_again(review: Review, place: int) -> Command | None:
    """Take back that the line at code point `place` goes on with the one before."""
    for slot, ruling in review.rulings.items():
        if isinstance(ruling.said, Continuation):
            span = review.find(ruling.said.place)
            block = _block(review, span.start) if span else None
            if block and place in _whole(block):
                return review.command(emptied=(slot,))
    return None


def put_into(review: Review, section: Section, part: str | None) -> Command:
    """Say which part a section belongs to; None leaves that to its heading again."""
    place = _anchor(review, Kind.PART, section.heading)
    if part is None:
        return review.command(emptied=(slot_of(SectionPart(place, "")),))
    return review.command(SectionPart(place, part))


def _shifted(review: Review, section: Section, step: int) -> Command | None:
    family = tuple(_with_all_below(section))
    if any(one.level + step not in LEVELS for one in family):
        return None
    said: list[Said] = []
    emptied: list[Slot] = []
    for one in family:
        level = HeadingLevel(_anchor(review, Kind.HEADING, one.heading), one.level + step)
        if review.machine_value(level) == level.level:
            emptied.append(slot_of(level))
        else:
            said.append(level)
    return review.command(*said, emptied=emptied)


def _with_all_below(section: Section) -> Iterator[Section]:
    yield section
    for child in section.children:
        yield from _with_all_below(child)


def _anchor(review: Review, kind: Kind, span: Span) -> Anchor:
    """Return the anchor already used for this place, so that a new word replaces the old one."""
    for slot, ruling in review.rulings.items():
        if slot.kind is kind and isinstance(ruling.said, HeadingLevel | Continuation | SectionPart):
            known = review.find(ruling.said.place)
            if known and known.start == span.start:
                return ruling.said.place
    return Anchor.of(review.report.text, span)


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
