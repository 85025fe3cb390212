"""What the window remembers from one day to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from reviewer.gui.theme import ThemeChoice
from reviewer.support.messages import Language

_MOST_RECENT = 12
ZOOM_STEP = 1.1
_ZOOM_BOUNDS = (0.6, 3.0)


@dataclass
class Preferences:
    """Values the user set; `save` is called after every change of one of them."""

    language: Language = "zh"
    theme: ThemeChoice = "system"
    zoom: float = 1.0
    reviewer: str = ""
    recent: list[str] = field(default_factory=list)
    layout: str = ""  # docks and size of the window, Base64 of Qt's own form
    save: Callable[[Preferences], None] = lambda preferences: None

    def remember(self, path: str) -> None:
        """Put `path` first among the recent files."""
        self.recent = [path, *(other for other in self.recent if other != path)][:_MOST_RECENT]
        self.save(self)

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the text, 1 being normal."""
        low, high = _ZOOM_BOUNDS
        self.zoom = min(high, max(low, zoom))
        self.save(self)
