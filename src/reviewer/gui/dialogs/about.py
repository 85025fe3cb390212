"""What this program is and what it is made of."""

from __future__ import annotations

import platform

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

import reviewer
from reviewer.gui.theme import Theme


class AboutDialog(QDialog):
    """Name, version and versions of the parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Reviewer"))
        side = self.fontMetrics().height() * 3
        sign = QLabel()
        sign.setPixmap(theme.icon("reviewer", "accent").pixmap(side, side))
        text = QLabel(
            "\n".join(
                [
                    self.tr("Reviewer {version}").format(version=reviewer.__version__),
                    self.tr("Checks annual reports on rule-of-law government; works offline."),
                    "",
                    f"Python {platform.python_version()} · Qt {qVersion()}",
                ]
            )
        )
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(sign)
        column.addWidget(text)
        column.addWidget(buttons)
