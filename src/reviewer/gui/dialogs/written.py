"""What was written by an export, and what was not."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
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
from reviewer.gui.handing_out import Outcome
from reviewer.gui.theme import Theme


class WrittenDialog(QDialog):
    """A line for each file; what failed stands first with its reason."""

    def __init__(self, outcome: Outcome, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What Was Written"))
        self._outcome = outcome
        self._theme = theme
        label = QLabel(str(outcome.folder))
        label.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("What Was Written"))
        for failure in outcome.failed:
            self._add("error", self.tr("Not written: {name}"), failure.piece.name)
        for piece in outcome.left:
            self._add("warning", self.tr("Left out by the cancel: {name}"), piece.name)
        for path in outcome.written:
            self._add("accept", "{name}", path.name)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.open_folder = buttons.addButton(
            self.tr("&Open Folder"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.open_folder.clicked.connect(self._open_folder)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self.list, buttons):
            column.addWidget(widget)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 36, em * 24)

    def _add(self, icon: str, text: str, name: str) -> None:
        self.list.addItem(QListWidgetItem(self._theme.icon(icon), text.format(name=name)))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._outcome.folder)))
