"""What a fixed-layout format tells of a page; lengths in points, from the page's upper left."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from reviewer.readers.line import RunFormat


class Glyph(NamedTuple):
    """A character, or a stretch of them, on the baseline `base`; `right` is where the next goes."""

    text: str
    left: float
    right: float
    base: float
    size: float
    look: RunFormat


class Rule(NamedTuple):
    """A straight line, level or upright: two of the four numbers are (nearly) the same."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(slots=True)
class Page:
    """One page; `pictures` counts what is neither text nor line, `hidden` unseen texts."""

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    hidden: int = 0
