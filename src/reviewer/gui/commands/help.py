"""What the entries of the help menu do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class HelpCommands(QObject):
    """What the program is and how it is used."""

    about_requested = Signal()
    guide_requested = Signal()
    keys_requested = Signal()

    def guide(self) -> None:
        """Open the guide at the place for what has the focus."""
        self.guide_requested.emit()

    def keys(self) -> None:
        """Show every action with its keys."""
        self.keys_requested.emit()

    def about(self) -> None:
        """Say what the program is."""
        self.about_requested.emit()
