"""Follows a person's corrections while an outline is built."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from reviewer.outline.corrections import (
    Continuation,
    FieldValue,
    FrontField,
    HeadingLevel,
    SectionPart,
)
from reviewer.outline.heading import Heading, title_extent, without_marks
from reviewer.outline.lines import Line, LinedText
from reviewer.outline.numbering import read_number
from reviewer.report import FrontMatter, Located, Section, Span

Value = TypeVar("Value", str, int, datetime.date)


def joined_lines(
    lined: LinedText, continuations: Iterable[Continuation]
) -> tuple[LinedText, tuple[Span, ...]]:
    """Return `lined` where lines a person said to go on with the one before are part of it.

    The spans are what parted them, the line feeds.
    """
    lines = lined.lines
    places = (continuation.place.find(lined.text) for continuation in continuations)
    wanted = {_line_at(lines, span.start) for span in places if span}
    if not wanted:
        return lined, ()
    made: list[Line] = []
    joins: list[Span] = []
    for index, line in enumerate(lines):
        if index in wanted and made and made[-1].frame == line.frame:
            before = made.pop()
            joins.append(Span(before.end, line.start))
            whole = lined.folded[before.start : line.end]
            made.append(before._replace(end=line.end, folded=whole))
        else:
            made.append(line)
    return replace(lined, lines=made), tuple(joins)


def corrected_headings(
    lined: LinedText, headings: list[Heading], corrections: Iterable[HeadingLevel]
) -> list[Heading]:
    """Return `headings` in text order with levels changed, headings added and taken away."""
    made = headings
    for correction in corrections:
        span = correction.place.find(lined.text)
        if span is None:
            continue
        others = [head for head in made if not _is_meant(head, span)]
        meant = [head for head in made if _is_meant(head, span)]
        if correction.level is not None:
            level = correction.level
            marked = [replace(head, level=level, corrected=True) for head in meant[:1]]
            marked = marked or _marked(lined, span, level)
            others = [_ending_before(lined.folded, head, marked) for head in others] + marked
        made = sorted(others, key=lambda head: head.start)
    return made


def _is_meant(head: Heading, span: Span) -> bool:
    return head.start <= span.start < head.title_end or span.start <= head.start < span.end


def _marked(lined: LinedText, span: Span, level: int) -> list[Heading]:
    """Return the heading a person marked, in a list, which is empty where no line is there."""
    folded, lines = lined.folded, lined.lines
    index = _line_at(lines, span.start)
    if index is None:
        return []
    line = lines[index]
    whole = (span.start <= line.start and span.end >= line.end) or not len(span)
    start = line.start if whole else span.start
    limit = line.end if whole else min(span.end, line.end)
    number = read_number(folded, start, limit, lined.lexicon)
    title_start = number.end if number and number.end < limit else start
    ordinal = number.ordinal if number and title_start > start else None
    if whole:
        extent = title_extent(lined, line, title_start)
        end, body = extent.title_end, extent.body
    else:
        end, body = without_marks(folded, title_start, limit), limit if limit < line.end else None
    if end <= title_start:
        end, body = limit, None
    return [Heading(level, ordinal, index, start, title_start, end, body, corrected=True)]


def _ending_before(folded: str, head: Heading, marked: Sequence[Heading]) -> Heading:
    """Return `head`, cut short where a heading was marked inside its title."""
    for other in marked:
        if head.start < other.start < head.title_end:
            end = without_marks(folded, head.title_start, other.start)
            return replace(head, title_end=end, body=None)
    return head


def _line_at(lines: list[Line], place: int) -> int | None:
    """Return the index of the line around (or right before the end at) code point `place`."""
    index = bisect_right(lines, place, key=lambda line: line.start) - 1
    return index if index >= 0 and place <= lines[index].end else None


def with_parts(
    text: str, sections: tuple[Section, ...], corrections: Iterable[SectionPart]
) -> tuple[Section, ...]:
    """Return `sections`, those a person put into a part with its name."""
    found = ((correction.place.find(text), correction.part) for correction in corrections)
    said = {span.start: part for span, part in found if span}
    return tuple(_with_part(section, said) for section in sections) if said else sections


def _with_part(section: Section, said: dict[int, str]) -> Section:
    parts = [part for place, part in said.items() if place in section.heading]
    children = tuple(_with_part(child, said) for child in section.children)
    return section._replace(part=parts[-1] if parts else section.part, children=children)


def with_fields(text: str, front: FrontMatter, fields: Iterable[FieldValue]) -> FrontMatter:
    """Return `front` with a person's values; each has the place where the report prints it."""
    for said in fields:
        value = said.value
        match said.field:
            case FrontField.TITLE:
                front = replace(front, title=_located(text, front.title, _text(value)))
            case FrontField.UNIT:
                front = replace(front, unit=_located(text, front.unit, _text(value)))
            case FrontField.SIGNED:
                front = replace(front, signed=_located(text, front.signed, _text(value)))
            case FrontField.ADDRESSEE:
                front = replace(front, addressee=_located(text, front.addressee, _text(value)))
            case FrontField.YEAR:
                year = value if isinstance(value, int) else None
                front = replace(front, year=_located(text, front.year, year))
            case FrontField.DATE:
                date = value if isinstance(value, datetime.date) else None
                dated = _located(text, front.signature_date, date)
                front = replace(front, signature_date=dated, signature_date_has_day=True)
    return front


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value else None


def _located(text: str, found: Located[Value] | None, value: Value | None) -> Located[Value] | None:
    if value is None:
        return None
    printed = str(value)
    place = text.find(printed)
    if place >= 0:
        return Located(value, Span(place, place + len(printed)))
    return Located(value, found.span if found else Span(0, 0))
