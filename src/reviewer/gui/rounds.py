"""A round with the focus: from the text through the panels that are open, and back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget

from reviewer.gui.docks import Docks


@dataclass(frozen=True, slots=True)
class Stop:
    """A widget that takes the focus; `panel` is the one it is in, empty for the text."""

    panel: str
    widget: QWidget


class Round:
    """Knows the stops in their order."""

    def __init__(self, docks: Docks, stops: Sequence[Stop]) -> None:
        self._docks = docks
        self._stops = stops

    def go(self, step: int) -> None:
        """Give the focus to the next (1) or previous (-1) stop, bringing its panel to the front."""
        open_ones = [stop for stop in self._stops if self._is_open(stop)]
        here = next((i for i, stop in enumerate(open_ones) if self._has_focus(stop)), -1)
        if not open_ones:
            return
        # From anywhere else (toolbar, messages) the round begins at its beginning.
        stop = open_ones[(here + step) % len(open_ones)] if here >= 0 else open_ones[0]
        if stop.panel:
            self._docks.raise_panel(stop.panel)
        stop.widget.setFocus()

    def _is_open(self, stop: Stop) -> bool:
        dock = self._docks.by_name.get(stop.panel)
        if dock is None:
            return stop.widget.isVisible()
        return dock.toggleViewAction().isChecked() and stop.widget.isVisibleTo(dock)

    def _has_focus(self, stop: Stop) -> bool:
        around = self._docks.by_name.get(stop.panel, stop.widget)
        focus = QApplication.focusWidget()
        return focus is not None and (focus is around or around.isAncestorOf(focus))
