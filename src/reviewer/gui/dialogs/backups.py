"""The backups of the project: when they were made, and one of them in the project's place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.fitting import resize_to_fit
from reviewer.project import Backup


class BackupsDialog(QDialog):
    """A list, the newest first; `restore` gets the one chosen."""

    def __init__(
        self,
        backups: Sequence[Backup],
        restore: Callable[[Backup], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Backups"))
        self._restore = restore
        words = (
            self.tr(
                "Choose the state to go back to. The project as it is now is kept among the"
                " backups, so nothing is lost."
            )
            if backups
            else self.tr("There is no backup yet. The first one is made after some decisions.")
        )
        label = QLabel(words)
        label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Backups"))
        for backup in backups:
            size = f"{backup.path.stat().st_size / 1e6:.1f} MB" if backup.path.exists() else ""
            item = QListWidgetItem(f"{backup.made:%Y-%m-%d %H:%M:%S}   {size}")
            item.setData(Qt.ItemDataRole.UserRole, backup)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go_back = self.buttons.addButton(
            self.tr("&Go Back to It"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go_back.setEnabled(bool(backups))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.list, self.buttons):
            column.addWidget(widget)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 28, em * 22)

    def accept(self) -> None:
        chosen = self.list.currentItem()
        super().accept()
        if chosen is not None:
            self._restore(chosen.data(Qt.ItemDataRole.UserRole))
