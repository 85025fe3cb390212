"""Answers that are worked out when they are first asked for, and kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")


class Kept(dict[Asked, Answer]):
    """A table that fills itself: cheaper to ask than a function, where that is done most of all."""

    def __init__(self, find: Callable[[Asked], Answer]) -> None:
        super().__init__()
        self._find = find

    def __missing__(self, asked: Asked) -> Answer:
        """Find the answer to what was never asked before."""
        answer = self[asked] = self._find(asked)
        return answer
