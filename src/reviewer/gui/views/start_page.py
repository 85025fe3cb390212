"""What the window shows while no report is open: what to do first."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QToolButton, QVBoxLayout, QWidget

from reviewer.gui.theme import Theme


class StartPage(QFrame):
    """Says how to open reports and offers the buttons for it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("startPage")
        side = self.fontMetrics().height() * 4
        sign = QLabel()
        sign.setPixmap(theme.icon("reviewer", "muted").pixmap(side, side))
        title = QLabel(self.tr("Drop reports here, or press Ctrl+O"))
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        title.setFont(font)
        kinds = QLabel(
            self.tr("Word, WPS, PDF, OFD, web page and text files; folders and .zip archives too")
        )
        kinds.setObjectName("muted")
        self.open = QToolButton()
        self.open.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.examples = QToolButton()
        column = QVBoxLayout(self)
        column.setSpacing(self.fontMetrics().height())
        column.addStretch(2)
        column.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (title, kinds):
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.examples, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Give the buttons their actions."""
        self.open.setDefaultAction(actions["open_reports"])
        self.examples.setDefaultAction(actions["open_examples"])
