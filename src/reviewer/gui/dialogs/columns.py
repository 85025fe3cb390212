"""What the columns of a table hold: as the program takes them, to be confirmed or changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.dialogs.labels import Problem, muted
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.wording import file_name

if TYPE_CHECKING:
    from reviewer.export.form.columns import Columns
    from reviewer.export.form.confirming import FieldChoice, Question

_ROWS = 14  # that are seen without scrolling


class _Box(QComboBox):
    """A box that the wheel does not turn: it scrolls the table instead."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnsDialog(QDialog):
    """A row for each column: letter, heading, field; `take` gets the columns, and if to keep them.

    A field is chosen from all names or found by typing a part of one.
    """

    def __init__(
        self,
        question: Question,
        choices: Sequence[FieldChoice],
        take: Callable[[Columns, bool], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the Columns Hold"))
        self._question = question
        self._choices = choices
        self._take = take
        self.boxes: dict[str, QComboBox] = {}
        about = self.tr(
            "{file}, sheet “{sheet}”: check what each column is taken for. Columns that are left"
            " alone, formulas and everything outside the table stay as they are."
        )
        label = QLabel(
            about.format(file=file_name(str(question.path)), sheet=question.columns.sheet)
        )
        label.setWordWrap(True)
        self.keep = QCheckBox(self.tr("&Remember this for forms with the same headings"))
        self.keep.setChecked(True)
        self.problem = Problem()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (label, self._table(), self.keep, self.problem, self.buttons):
            column.addWidget(widget)
        em = self.fontMetrics().height()
        rows = min(len(question.headings), _ROWS) + 1
        resize_to_fit(self, em * 40, em * (10 + 2 * rows))

    def accept(self) -> None:
        fields: dict[str, str] = {}
        for letter, box in self.boxes.items():
            place = box.findText(box.currentText())
            if place < 0:
                text = self.tr("Column {letter}: “{words}” is no field. Choose one from the list.")
                self._refuse(text.format(letter=letter, words=box.currentText()), box)
                return
            if box.itemData(place):
                fields[letter] = box.itemData(place)
        columns = self._question.answered(fields)
        if columns is None:
            text = self.tr("One column must hold the unit: by it a report finds its row.")
            self._refuse(text, next(iter(self.boxes.values())))
            return
        super().accept()
        self._take(columns, self.keep.isChecked())

    def _table(self) -> QWidget:
        content = QWidget()
        grid = QGridLayout(content)
        for place, words in enumerate(
            (self.tr("Column"), self.tr("Heading"), self.tr("Is filled with"))
        ):
            grid.addWidget(muted(words), 0, place)
        for row, heading in enumerate(self._question.headings, start=1):
            box = self._box(self._question.columns.fields.get(heading.letter, ""))
            name = self.tr("Column {letter}: {heading}")
            box.setAccessibleName(name.format(letter=heading.letter, heading=heading.text))
            self.boxes[heading.letter] = box
            shown = QLabel(" ".join(heading.text.split()) or "–")
            shown.setWordWrap(True)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            grid.addWidget(QLabel(heading.letter), row, 0)
            grid.addWidget(shown, row, 1)
            grid.addWidget(box, row, 2)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setAccessibleName(self.windowTitle())
        area.setWidget(content)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area

    def _box(self, field: str) -> QComboBox:
        box = _Box()
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.addItem(self.tr("(left alone)"), "")
        for choice in self._choices:
            box.addItem(choice.text, choice.name)
        completer = box.completer()
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        box.setCurrentIndex(max(0, box.findData(field)))
        box.lineEdit().setCursorPosition(0)
        return box

    def _refuse(self, text: str, box: QComboBox) -> None:
        self.problem.say(text)
        box.setFocus()
        box.lineEdit().selectAll()
