"""A stretch of a report's text."""

from __future__ import annotations

from dataclasses import dataclass


# Never changed, but not frozen: that would triple the cost of making one, and a review makes
# thousands.
@dataclass(slots=True, order=True, unsafe_hash=True)
class Span:
    """Code points `start` up to, not including, `end` of the report's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the stretch of `text` this span covers."""
        return text[self.start : self.end]

    def __len__(self) -> int:
        return self.end - self.start

    def __contains__(self, place: int) -> bool:
        return self.start <= place < self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end
