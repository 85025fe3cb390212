"""What to write for all reports on the desk at once: kinds of files, the county's own form."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.export.batch import Kind


class BatchDialog(QDialog):
    """A box for each kind; `write` gets the kinds chosen and the form (None for none)."""

    def __init__(
        self,
        write: Callable[[frozenset[Kind], Path | None], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export for All Reports"))
        self._write = write
        self.boxes = {kind: QCheckBox(text) for kind, text in self._kinds().items()}
        self.boxes[Kind.SLIPS].setChecked(True)
        self.form = QLineEdit()
        self.form.setAccessibleName(self.tr("The county's own form"))
        self.form.setPlaceholderText(self.tr("a .docx or .xlsx with placeholders"))
        self.browse = QPushButton(self.tr("&Browse…"))
        self.browse.clicked.connect(self._browse)
        self.form.textChanged.connect(self._check)
        row = QHBoxLayout()
        row.addWidget(self.boxes[Kind.FORM])
        row.addWidget(self.form, 1)
        row.addWidget(self.browse)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Cancel)
        words = self.tr("&Choose a Folder…")
        self.go = self.buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(self.tr("Each file is named after its unit and year.")))
        for kind, box in self.boxes.items():
            box.toggled.connect(self._check)
            if kind is Kind.FORM:
                column.addLayout(row)
            else:
                column.addWidget(box)
        column.addWidget(self.buttons)
        self._check()

    def accept(self) -> None:
        chosen = frozenset(kind for kind, box in self.boxes.items() if box.isChecked())
        form = self.form.text().strip()
        super().accept()
        self._write(chosen, Path(form) if form and Kind.FORM in chosen else None)

    def _kinds(self) -> dict[Kind, str]:
        return {
            Kind.SLIPS: self.tr("&Return slips for the units (.docx)"),
            Kind.COMMENTS: self.tr("The units' own files with &comments (.docx)"),
            Kind.PDF: self.tr("Score sheets and slips as &PDF"),
            Kind.WORKBOOK: self.tr("Score &workbook (.xlsx)"),
            Kind.DATA: self.tr("&Data for other programs (.json)"),
            Kind.FORM: self.tr("The county's own &form"),
        }

    def _browse(self) -> None:
        kind = self.tr("Forms (*.docx *.xlsx)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("The County's Own Form"), "", kind)
        if path:
            self.form.setText(path)
            self.boxes[Kind.FORM].setChecked(True)

    def _check(self) -> None:
        chosen = [kind for kind, box in self.boxes.items() if box.isChecked()]
        formless = Kind.FORM in chosen and not self.form.text().strip()
        self.go.setEnabled(bool(chosen) and not formless)
