"""What the entries of the view menu do."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.models.findings import ElementFilter
from reviewer.gui.preferences import ZOOM_STEP, Preferences
from reviewer.gui.walking import Walker


class ViewCommands(QObject):
    """What is shown, how large, in which colours and words. `told(text)` is for the status bar.

    `chosen` returns the rows selected in the list, `neighbour` the row of the report after (1) or
    before (-1) the one at hand.
    """

    zoom_changed = Signal(float)
    reading_requested = Signal(bool)
    side_by_side_requested = Signal(list)
    told = Signal(str)
    language_requested = Signal(str)
    theme_requested = Signal(str)

    def __init__(
        self,
        desk: Desk,
        walker: Walker,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._walker = walker
        self._preferences = preferences
        self.chosen: Callable[[], list[int]] = list
        self.neighbour: Callable[[int], int] = lambda step: desk.row

    def filter_all(self) -> None:
        """List all elements."""
        self._walker.show_only(ElementFilter.ALL)

    def filter_weak(self) -> None:
        """List weak elements."""
        self._walker.show_only(ElementFilter.WEAK)

    def filter_missing(self) -> None:
        """List missing elements."""
        self._walker.show_only(ElementFilter.MISSING)

    def filter_undecided(self) -> None:
        """List elements that are not yet settled."""
        self._walker.show_only(ElementFilter.UNDECIDED)

    def zoom_in(self) -> None:
        """Show the text larger."""
        self._zoom(self._preferences.settings.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self._zoom(self._preferences.settings.zoom / ZOOM_STEP)

    def zoom_step(self, step: int) -> None:
        """Show the text larger (1) or smaller (-1), as the wheel asks."""
        if step > 0:
            self.zoom_in()
        else:
            self.zoom_out()

    def zoom_reset(self) -> None:
        """Show the text at its normal size."""
        self._zoom(1.0)

    def reading_mode(self, on: bool) -> None:
        """Show the text alone, without marks, or everything again."""
        self.reading_requested.emit(on)

    def side_by_side(self) -> None:
        """Show the two reports selected beside each other, else the one at hand and the next."""
        rows = self.chosen()
        if len(rows) != 2:
            rows = [self._desk.row, self.neighbour(1)]
        if rows[0] == rows[1]:
            self.told.emit(self.tr("Open a second report, or select two in the list."))
        else:
            self.side_by_side_requested.emit(rows)

    def theme_system(self) -> None:
        """Follow the colours of the system."""
        self.theme_requested.emit("system")

    def theme_light(self) -> None:
        """Use light colours."""
        self.theme_requested.emit("light")

    def theme_dark(self) -> None:
        """Use dark colours."""
        self.theme_requested.emit("dark")

    def theme_contrast(self) -> None:
        """Use black, white and few strong colours."""
        self.theme_requested.emit("contrast")

    def language_zh(self) -> None:
        """Speak Chinese."""
        self.language_requested.emit("zh")

    def language_en(self) -> None:
        """Speak English."""
        self.language_requested.emit("en")

    def _zoom(self, zoom: float) -> None:
        self._preferences.set_zoom(zoom)
        self.zoom_changed.emit(self._preferences.settings.zoom)
