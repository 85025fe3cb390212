"""What the entries of the help menu do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class HelpCommands(QObject):
    """What the program is and how it is used."""

    about_requested = Signal()

    def about(self) -> None:
        """Say what the program is."""
        self.about_requested.emit()
