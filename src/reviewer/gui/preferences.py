"""What the window remembers from one day to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from reviewer.gui.pausing import Pause
from reviewer.readers import Limits
from reviewer.settings import Settings
from reviewer.support.errors import StoreError
from reviewer.support.messages import Language

ZOOM_STEP = 1.1
_ZOOM_BOUNDS = (0.6, 3.0)
_MOST_RECENT = 12
_PAUSE_MS = 500  # many changes in a row, as by the wheel, are written once


class Preferences(QObject):
    """The settings of this run; changes are written after a short pause and at the end.

    A `language` asked for on the command line holds for this run and is not written, unless the
    user chooses another one in the window.
    """

    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        on_error: Callable[[StoreError], None],
        parent: QObject | None = None,
        *,
        language: Language | None = None,
    ) -> None:
        super().__init__(parent)
        self.settings = replace(settings, language=language or settings.language)
        self._own_language = settings.language
        self._save = save
        self._on_error = on_error
        self._pause = Pause(self.write, self, _PAUSE_MS)

    def change(self, **values: object) -> None:
        """Set options by name."""
        changed = replace(self.settings, **values)
        if changed != self.settings:
            if changed.language != self.settings.language:
                self._own_language = changed.language
            self.settings = changed
            self._pause.begin()
            self.changed.emit()

    @property
    def limits(self) -> Limits:
        """What reading one report may take."""
        chosen = self.settings
        return Limits.chosen(
            seconds=chosen.reading_seconds,
            memory_mb=chosen.reading_memory_mb,
            file_mb=chosen.largest_file_mb,
        )

    def remember(self, path: str) -> None:
        """Put `path` first among the recent files."""
        first = str(Path(path).absolute())
        others = tuple(other for other in self.settings.recent if other != first)
        self.change(recent=(first, *others)[:_MOST_RECENT])

    def remember_project(self, path: str) -> None:
        """Put the project at `path` first among the recent ones."""
        others = tuple(other for other in self.settings.recent_projects if other != path)
        self.change(recent_projects=(path, *others)[:_MOST_RECENT])

    def set_zoom(self, zoom: float) -> None:
        """Set the size of the text, 1 being normal."""
        low, high = _ZOOM_BOUNDS
        self.change(zoom=min(high, max(low, zoom)))

    def write(self) -> None:
        """Write the settings now."""
        self._pause.stop()
        try:
            self._save(replace(self.settings, language=self._own_language))
        except StoreError as error:
            self._on_error(error)
