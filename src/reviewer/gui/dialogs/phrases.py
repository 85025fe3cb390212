"""Look through the phrase bank: change, add, take out, take over, pass on."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.dialogs.labels import muted
from reviewer.gui.fitting import resize_to_fit
from reviewer.gui.messages import MessageCenter
from reviewer.gui.phrasing import Phrases
from reviewer.settings.phrases import Phrase, PhraseBank, load_phrases, save_phrases
from reviewer.support.errors import StoreError

_TEXT, _ELEMENT, _USES = range(3)


class PhrasesDialog(QDialog):
    """A table of sentences; every change is one of the bank, and the last can be taken back."""

    def __init__(
        self, phrases: Phrases, messages: MessageCenter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Phrases"))
        self._phrases = phrases
        self._messages = messages
        hint = muted(
            self.tr(
                "Sentences offered for comments. They are learnt from the comments you write;"
                " without an element they are offered everywhere."
            ),
            wraps=True,
        )
        self.table = QTableWidget(0, 3)
        self._prepare_table()
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(self.table, 1)
        column.addLayout(self._buttons())
        em = self.fontMetrics().height()
        resize_to_fit(self, em * 44, em * 26)
        self._fill()
        self.table.itemChanged.connect(self._keep)
        phrases.changed.connect(self._show_undo)
        self._show_undo()

    def _buttons(self) -> QHBoxLayout:
        self.undo = QPushButton(self.tr("&Undo"))
        self.undo.setToolTip(self.tr("Take the last change back; once more makes it again"))
        self.undo.clicked.connect(self._undo)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.accept)
        row = QHBoxLayout()
        for text, act in (
            (self.tr("&Add"), self._add),
            (self.tr("&Remove"), self._remove),
            (self.tr("&Import…"), self._import),
            (self.tr("&Export…"), self._export),
        ):
            button = QPushButton(text)
            button.clicked.connect(act)
            row.addWidget(button)
        row.addWidget(self.undo)
        row.addStretch(1)
        row.addWidget(close)
        return row

    def _prepare_table(self) -> None:
        self.table.setAccessibleName(self.tr("Phrases"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Sentence"), self.tr("Element"), self.tr("Used")]
        )
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_TEXT, QHeaderView.ResizeMode.Stretch)
        self.table.setWordWrap(True)
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)

    def done(self, result: int) -> None:
        self.setFocus()  # what is being typed in a cell counts
        super().done(result)

    def import_from(self, path: str) -> None:
        """Take over the sentences of a file another bureau exported."""
        try:
            self._phrases.merge(load_phrases(Path(path)).phrases)
        except StoreError as error:
            self._messages.fail(error)
        self._fill()

    def export_to(self, path: str) -> None:
        """Write the sentences to a file for others."""
        try:
            save_phrases(PhraseBank(self._phrases.bank.phrases), Path(path))
        except StoreError as error:
            self._messages.fail(error)

    def _fill(self) -> None:
        self.table.setRowCount(0)
        for phrase in self._phrases.bank.phrases:
            self._append(phrase)
        self.table.resizeRowsToContents()

    def _keep(self) -> None:
        self._phrases.replace(self._shown())

    def _undo(self) -> None:
        self._phrases.undo()
        self._fill()

    def _show_undo(self) -> None:
        self.undo.setEnabled(self._phrases.bank.before is not None)

    def _append(self, phrase: Phrase) -> None:
        self.table.blockSignals(True)  # what is laid in by the program is no change
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, _TEXT, QTableWidgetItem(phrase.text))
        self.table.setItem(row, _ELEMENT, QTableWidgetItem(phrase.element))
        uses = QTableWidgetItem(str(phrase.uses))
        uses.setFlags(uses.flags() & ~Qt.ItemFlag.ItemIsEditable)
        self.table.setItem(row, _USES, uses)
        self.table.blockSignals(False)

    def _shown(self) -> list[Phrase]:
        rows = [
            [self.table.item(row, column).text().strip() for column in range(3)]
            for row in range(self.table.rowCount())
        ]
        return [Phrase(text, element, int(uses)) for text, element, uses in rows if text]

    def _add(self) -> None:
        self._append(Phrase(""))
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, _TEXT)
        self.table.editItem(self.table.item(row, _TEXT))

    def _remove(self) -> None:
        rows = {index.row() for index in self.table.selectedIndexes()}
        for row in sorted(rows, reverse=True):
            self.table.removeRow(row)
        self._keep()

    def _import(self) -> None:
        kind = self.tr("Phrases (*.toml)")
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Import Phrases"), "", kind)
        if path:
            self.import_from(path)

    def _export(self) -> None:
        kind = self.tr("Phrases (*.toml)")
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export Phrases"), "phrases.toml", kind)
        if path:
            self.export_to(path)
