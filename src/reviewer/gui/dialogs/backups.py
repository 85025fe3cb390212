"""The backups of the project: when they were made, and one of them in the project's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from reviewer.gui.dialogs.choosing import ChoosingDialog
from reviewer.project import Backup


class BackupsDialog(ChoosingDialog[Backup]):
    """A list, the newest first; `restore` gets the one chosen."""

    def __init__(
        self,
        backups: Sequence[Backup],
        restore: Callable[[Backup], object],
        parent: QWidget | None = None,
    ) -> None:
        words = (
            self.tr(
                "Choose the state to go back to. The project as it is now is kept among the"
                " backups, so nothing is lost."
            )
            if backups
            else self.tr("There is no backup yet. The first one is made after some decisions.")
        )
        lines = [(_line(backup), backup) for backup in backups]
        super().__init__(words, lines, self.tr("&Go Back to It"), restore, parent)
        self.setWindowTitle(self.tr("Backups"))


def _line(backup: Backup) -> str:
    size = f"{backup.path.stat().st_size / 1e6:.1f} MB" if backup.path.exists() else ""
    return f"{backup.made:%Y-%m-%d %H:%M:%S}   {size}"
