"""A heading with what stands under it."""

from __future__ import annotations

from typing import NamedTuple

from reviewer.report.span import Span


class Item(NamedTuple):
    """One of 一是…二是… inside a section: its place in the sequence (from 1) and its text."""

    ordinal: int
    marker: Span
    span: Span


class Section(NamedTuple):
    """A part of the outline.

    `level` is 1 for 一、, 2 for (一), 3 for 1., 4 for (1). `number` is the number as printed, None
    where it was lost; `title` is the heading without number and closing full stop. `recovered` is
    true where the number had been lost and wording, sequence or layout gave the heading away.
    `heading` covers number and title; `span` reaches to the start of the next heading of the same
    or a higher level (its last line feed left out). `items` are those of the section's own text.
    `corrected` says that a person set the level or marked the heading; `part` is the part of the
    report a person put the section into, None where nobody did.
    """

    level: int
    number: str | None
    title: str
    recovered: bool
    heading: Span
    span: Span
    items: tuple[Item, ...] = ()
    children: tuple[Section, ...] = ()
    corrected: bool = False
    part: str | None = None

    @property
    def label(self) -> str:
        """Number and title as a person reads them."""
        return f"{self.number or ''}{self.title}"
