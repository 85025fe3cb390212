"""Notes of one kind as a table: figures, pairs or signs, each with its places in the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.gui.theme import Theme
from reviewer.report import Span

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Note:
    """A row: its cells, its places in text order, and whether it wants a look."""

    cells: tuple[str, ...]
    spans: tuple[Span, ...]
    flagged: bool = False


class NotesModel(QAbstractTableModel):
    """A row for each note; flagged ones have a sign in front."""

    def __init__(
        self, headers: tuple[str, ...], theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headers = headers
        self._theme = theme
        self._notes: tuple[Note, ...] = ()

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Have these notes and no others."""
        self.beginResetModel()
        self._notes = tuple(notes)
        self.endResetModel()

    def note(self, row: int) -> Note:
        """Return the note in a row."""
        return self._notes[row]

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._notes)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        wanted = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._headers[section] if wanted and section < len(self._headers) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        note = self._notes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return note.cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and note.flagged:
            return self._theme.icon("warning", "warning")
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0 and note.flagged:
            return self.tr("wants a look: {cell}").format(cell=note.cells[0])
        return None
