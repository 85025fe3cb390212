"""What has to be the same of one report in two formats."""

from __future__ import annotations

from reviewer.report import Section
from reviewer.review import Review


def headings(sections: tuple[Section, ...]) -> list[object]:
    return [(s.level, s.number, s.title, s.recovered, headings(s.children)) for s in sections]


def front_matter(review: Review) -> dict[str, object]:
    front = review.outline.front
    fields = {name: getattr(front, name) for name in type(front).__slots__}
    return {name: getattr(found, "value", found) for name, found in fields.items()}
