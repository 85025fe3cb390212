"""The outline of a report: where its title, opening, sections and closing stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reviewer.report import FrontMatter, Section, Span


@dataclass(frozen=True)
class Outline:
    """Everything the later steps know about the shape of a report.

    `opening` lies between addressee (or title) and the first heading; `closing` is the final
    formula (总之…, 特此报告) where there is one; `tail` holds signature, date and what follows.
    A span is None where the report has no such thing. `joins` are the line feeds between lines that
    a person said are one.
    """

    front: FrontMatter
    sections: tuple[Section, ...]
    opening: Span | None = None
    closing: Span | None = None
    tail: Span | None = None
    joins: tuple[Span, ...] = ()

    def walk(self) -> Sequence[tuple[Section, tuple[Section, ...]]]:
        """Return every section in text order, each with its ancestors from the top."""
        return self._walked

    @cached_property
    def _walked(self) -> Sequence[tuple[Section, tuple[Section, ...]]]:
        def below(
            sections: tuple[Section, ...], above: tuple[Section, ...]
        ) -> Iterator[tuple[Section, tuple[Section, ...]]]:
            for section in sections:
                yield section, above
                yield from below(section.children, (*above, section))

        return tuple(below(self.sections, ()))

    def path(self, place: int) -> tuple[Section, ...]:
        """Return the sections around code point `place`, from the top."""
        found: list[Section] = []
        level = self.sections
        while level:
            index = bisect_right(level, place, key=lambda section: section.span.start) - 1
            inside = level[max(index, 0)]
            if place not in inside.span:
                break
            found.append(inside)
            level = inside.children
        return tuple(found)
