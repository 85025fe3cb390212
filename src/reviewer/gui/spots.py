"""Where one was in a project when it was left, kept among the settings by the project's path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_MOST = 12  # projects; those left longest ago are forgotten
_BETWEEN = "\t"


@dataclass(frozen=True, slots=True)
class Spot:
    """A report by its key, an element of it (empty: none), and the code point topmost in sight.

    Without `top` the element's own place is meant.
    """

    key: str
    element: str = ""
    top: int | None = None


def with_spot(kept: Sequence[str], path: str, spot: Spot) -> tuple[str, ...]:
    """Return `kept` with the spot in the project at `path` in front."""
    said = _BETWEEN.join((spot.key, spot.element, str(spot.top or 0), path))
    others = (other for other in kept if other.split(_BETWEEN, 3)[-1] != path)
    return (said, *others)[:_MOST]


def spot_in(kept: Sequence[str], path: str) -> Spot | None:
    """Return where one was in the project at `path`, None where that is not known."""
    for said in kept:
        key, element, top, where = (said.split(_BETWEEN, 3) + [""] * 3)[:4]
        if where == path and top.isdigit():
            return Spot(key, element, int(top))
    return None
