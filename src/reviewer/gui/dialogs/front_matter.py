"""Correct what the report says of itself; what the machine read stands beside."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.labels import Problem, muted
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.views.scrolled import Scrolled
from reviewer.outline import FieldValue, FrontField
from reviewer.outline.corrections import FrontValue
from reviewer.review import Kind, Review, Slot
from reviewer.support.days import iso_day, read_day


class FrontMatterDialog(QDialog):
    """A line for each field; on OK everything changed is one step."""

    def __init__(self, desk: Desk, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the Report Says of Itself"))
        self._desk = desk
        self._review = review
        self.fields: dict[FrontField, QLineEdit] = {}
        fields = QWidget()
        grid = QGridLayout(fields)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(muted(self.tr("As it counts")), 0, 1)
        grid.addWidget(muted(self.tr("As the program read it")), 0, 2)
        for row, (field, name) in enumerate(self._names().items(), start=1):
            edit = self.fields[field] = QLineEdit(review.field(field) or "")
            edit.setAccessibleName(name)
            edit.setCursorPosition(0)
            label = QLabel(name)
            label.setBuddy(edit)
            machine = muted(review.machine_field(field) or "–")
            machine.setWordWrap(True)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
            grid.addWidget(machine, row, 2)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 2)
        self.problem = Problem()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        self._scrolled = Scrolled(fields)
        column.addWidget(self._scrolled, 1)
        column.addWidget(self.problem)
        column.addWidget(buttons)
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 44, self.sizeHint().height())

    def accept(self) -> None:
        said: list[FieldValue] = []
        emptied: list[Slot] = []
        for field, edit in self.fields.items():
            words = _as_kept(field, edit.text().strip())
            if words == (self._review.field(field) or ""):
                continue
            if words == (self._review.machine_field(field) or ""):
                emptied.append(Slot(Kind.FIELD, field.value))
                continue
            value = _value(field, words)
            if words and value is None:
                self._refuse(field, edit)
                return
            said.append(FieldValue(field, value))
        self._desk.do(self._review.command(*said, emptied=emptied))
        super().accept()

    def _names(self) -> dict[FrontField, str]:
        return {
            FrontField.TITLE: self.tr("Title"),
            FrontField.UNIT: self.tr("Unit"),
            FrontField.YEAR: self.tr("Year"),
            FrontField.ADDRESSEE: self.tr("Addressee"),
            FrontField.SIGNED: self.tr("Signed by"),
            FrontField.DATE: self.tr("Date"),
        }

    def _refuse(self, field: FrontField, edit: QLineEdit) -> None:
        text = {
            FrontField.YEAR: self.tr("A year has four digits, such as 2025."),
            FrontField.DATE: self.tr(
                "No day is written here, or none there is. "
                "Write it like 2026-01-20, 2026/1/20 or 2026.1.20."
            ),
        }[field]
        self.problem.say(text)
        # The sentence takes its room from below, not from the field it is about.
        resize_to_fit(self, self.width(), max(self.height(), self.sizeHint().height()))
        self._scrolled.ensureWidgetVisible(edit)
        edit.setFocus()
        edit.selectAll()


def _as_kept(field: FrontField, words: str) -> str:
    """Return the words of a field as they are compared with those that count already."""
    return iso_day(words) if field is FrontField.DATE else words


def _value(field: FrontField, words: str) -> FrontValue:
    """Return what the words of a field mean, None where they mean nothing."""
    if field is FrontField.YEAR:
        return int(words) if words.isdecimal() and len(words) == 4 else None
    if field is FrontField.DATE:
        return read_day(words)
    return words or None
