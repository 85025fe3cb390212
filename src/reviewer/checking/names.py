"""Finds what has a name of its own: villages, and matters such as a project or a dispute.

names:
  places: [村, 社区]          # what a place's name ends with
  not_places: [村民, 各村]     # phrases in which that ending names no place
  matters: [项目, 合同, 纠纷]   # what a matter's name ends with
  before: [对, 解决]           # words in front of a name that do not belong to it
  generic: [重大, 征地]        # words that alone make no name of a matter
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reviewer.checking.particular import Striker

_NOT_HAN = re.compile(r"[^\u4e00-\u9fff]+")
_REACH = 20  # code points before its last word in which a name may begin
_PLACE = range(2, 5)  # code points of a village's name without 村
_MATTER = 3  # code points of a matter's name that must be its own


@dataclass(frozen=True, slots=True)
class Names:
    """What names end with, and what does not belong to them."""

    places: re.Pattern[str]
    not_places: re.Pattern[str]
    matters: re.Pattern[str]
    before: re.Pattern[str]
    generic: Striker

    def find_places(self, text: str) -> Iterator[int]:
        """Yield where the names of villages and the like end in `text`."""
        covered = {n for m in self.not_places.finditer(text) for n in range(m.start(), m.end())}
        for match in self.places.finditer(text):
            if match.start() not in covered and len(self._own(text, match.start())) in _PLACE:
                yield match.start()

    def find_matters(self, text: str) -> Iterator[int]:
        """Yield where the names of projects, contracts, disputes … end in `text`."""
        for match in self.matters.finditer(text):
            if self.generic.left(self._own(text, match.start())) >= _MATTER:
                yield match.start()

    def _own(self, text: str, end: int) -> str:
        """Return the run of Chinese characters before `end` that can belong to a name."""
        run = _NOT_HAN.split(text[max(0, end - _REACH) : end])[-1]
        return self.before.split(run)[-1]
