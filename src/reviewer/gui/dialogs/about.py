"""What this program is and what it is made of."""

from __future__ import annotations

import platform
from collections.abc import Iterator
from importlib import metadata

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import reviewer
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.theme import Theme

LICENCES = {
    "PySide6-Essentials": "LGPL-3.0",
    "shiboken6": "LGPL-3.0",
    "ahocorasick-rs": "Apache-2.0",
    "chardet": "0BSD",
    "comtypes": "MIT",
    "docxtpl": "LGPL-2.1",
    "lxml": "BSD-3-Clause",
    "olefile": "BSD-2-Clause",
    "openpyxl": "MIT",
    "pathvalidate": "MIT",
    "platformdirs": "MIT",
    "pypdfium2": "Apache-2.0, BSD-3-Clause",
    "python-docx": "MIT",
    "PyYAML": "MIT",
    "rapidfuzz": "MIT",
    "tomli-w": "MIT",
}


class AboutDialog(QDialog):
    """Name, version and versions of the parts."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Reviewer"))
        side = self.fontMetrics().height() * 3
        sign = QLabel()
        sign.setPixmap(theme.icon("reviewer", "accent").pixmap(side, side))
        licences = QTextBrowser()
        licences.setAccessibleName(self.tr("Licences"))
        licences.setPlainText("\n".join(_parts()))
        text = QLabel(
            "\n".join(
                [
                    self.tr("Reviewer {version}").format(version=reviewer.__version__),
                    self.tr("Checks annual reports on rule-of-law government; works offline."),
                    self.tr("Licence: MIT"),
                    f"Python {platform.python_version()} · Qt {qVersion()}",
                ]
            )
        )
        text.setWordWrap(True)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.setSpacing(self.fontMetrics().height())
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(text, 1)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(QLabel(self.tr("It is made of these parts, under their own licences:")))
        column.addWidget(licences)
        column.addWidget(buttons)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 28, em * 24)


def _parts() -> Iterator[str]:
    """Yield name, version and licence of every package the program is made of."""
    for name, licence in LICENCES.items():
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:  # the built program carries no such records
            version = ""
        yield " · ".join(word for word in (f"{name} {version}".strip(), licence) if word)
