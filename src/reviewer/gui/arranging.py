"""Which panels stand where in a window of which size."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QSize, Qt

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
RIGHT = Qt.DockWidgetArea.RightDockWidgetArea
# In lines of the interface's font, so that they follow scaling and the user's own font size.
_WIDE_EM = QSize(66, 32)
_MEDIUM_EM = QSize(54, 22)


class Room(Enum):
    """How much room a window has; each has an arrangement of its own that is remembered."""

    WIDE = "wide"
    MEDIUM = "medium"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a panel stands; `behind` names the panel it shares a place with."""

    name: str
    area: Qt.DockWidgetArea
    behind: str = ""


# With room for it everything is in sight. In less room the lists stand behind one another at the
# left; in the least everything does at the right, and the decisions move below the text.
PLACES: dict[Room, tuple[Place, ...]] = {
    Room.WIDE: (
        Place("reports", LEFT),
        Place("sections", LEFT),
        Place("elements", RIGHT),
        Place("notes", RIGHT, "elements"),
        Place("element", RIGHT),
    ),
    Room.MEDIUM: (
        Place("elements", LEFT),
        Place("reports", LEFT, "elements"),
        Place("sections", LEFT, "elements"),
        Place("notes", LEFT, "elements"),
        Place("element", RIGHT),
    ),
    Room.SMALL: (
        Place("elements", RIGHT),
        Place("element", RIGHT, "elements"),
        Place("reports", RIGHT, "elements"),
        Place("sections", RIGHT, "elements"),
        Place("notes", RIGHT, "elements"),
    ),
}

# Widths side by side and heights on top of one another, in lines; the text takes what is left. Of
# what a window is wider than SPARE_EM both sides take an EXTRA_SHARE-th.
SPARE_EM, EXTRA_SHARE = 72, 6
WIDTHS: dict[Room, dict[str, int]] = {
    Room.WIDE: {"reports": 17, "elements": 24},
    Room.MEDIUM: {"elements": 15, "element": 18},
    Room.SMALL: {"elements": 18},
}
HEIGHTS: tuple[dict[str, int], ...] = (
    {"reports": 26, "sections": 22},
    {"elements": 25, "element": 23},
)


def room_of(size: QSize, em: int) -> Room:
    """Return how much room a window of `size` pixels has whose lines are `em` pixels high."""
    for room, least in ((Room.WIDE, _WIDE_EM), (Room.MEDIUM, _MEDIUM_EM)):
        if size.width() >= least.width() * em and size.height() >= least.height() * em:
            return room
    return Room.SMALL
