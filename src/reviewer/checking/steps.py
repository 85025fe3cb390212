"""What holds from one place of a text on up to the next."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Steps(Generic[Value]):
    """Values by the code point from which each holds; `before` holds above them all."""

    def __init__(self, begins: Mapping[int, Value], before: Value) -> None:
        self._starts = sorted(begins)
        self._values = [before, *(begins[start] for start in self._starts)]

    def at(self, place: int) -> Value:
        """Return what holds at code point `place`."""
        return self._values[bisect_right(self._starts, place)]
