"""Where words stand in a text, however they are spelt there."""

from __future__ import annotations

from reviewer.report import Span
from reviewer.support.folding import fold


class FoldedText:
    """A text made ready to be searched: full-width like half-width, capitals like small letters."""

    def __init__(self, text: str) -> None:
        self._folded = _spelt(text)

    def has(self, words: str) -> bool:
        """Tell whether `words` stand anywhere in the text; blank words do not."""
        wanted = _spelt(words.strip())
        return bool(wanted) and wanted in self._folded

    def count(self, words: str) -> int:
        """Return at how many places `words` stand, as `find` gives them."""
        wanted = _spelt(words.strip())
        return self._folded.count(wanted) if wanted else 0

    def find(self, words: str) -> list[Span]:
        """Return every place of `words`, from the start; none for blank words."""
        wanted = _spelt(words.strip())
        found: list[Span] = []
        at = self._folded.find(wanted) if wanted else -1
        while at >= 0:
            found.append(Span(at, at + len(wanted)))
            at = self._folded.find(wanted, at + len(wanted))
        return found


def _spelt(text: str) -> str:
    folded = fold(text)
    lowered = folded.lower()
    # A few letters (İ) become two when made small; then capitals stay as they are.
    return lowered if len(lowered) == len(folded) else folded
