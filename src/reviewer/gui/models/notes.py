"""Notes of one kind as a table: figures, pairs or signs, each with its places in the text.

A long report has tens of thousands: a view is given them page by page as it is scrolled, and a
row's words are made when it is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.gui.theme import Theme
from reviewer.report import Span

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_PAGE = 200  # rows given to a view at once


@dataclass(frozen=True, slots=True)
class Note:
    """A row: its cells, its places in text order, and whether it wants a look.

    `key` is what a ruling on it is filed under, empty where there is nothing to rule on.
    """

    cells: tuple[str, ...]
    spans: tuple[Span, ...]
    flagged: bool = False
    key: str = ""


class NotesModel(QAbstractTableModel):
    """A row for each note; flagged ones have a sign in front."""

    def __init__(
        self, headers: tuple[str, ...], theme: Theme, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._headers = headers
        self._theme = theme
        self._noted: Sequence[Any] = ()
        self._make: Callable[[Any], Note]
        self._made: dict[int, Note] = {}
        self._given = 0

    def show_notes(self, noted: Sequence[Any], make: Callable[[Any], Note]) -> None:
        """Have the notes that `make` makes of what was noted, and no others."""
        if not noted and not self._noted:
            return
        self.beginResetModel()
        self._noted, self._make = noted, make
        self._made.clear()
        self._given = min(_PAGE, len(noted))
        self.endResetModel()

    def renew(self) -> None:
        """Make every note anew: what is said of them has changed."""
        self._made.clear()
        if self._given:
            last = self.index(self._given - 1, len(self._headers) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def note(self, row: int) -> Note:
        """Return the note in a row."""
        if row not in self._made:
            self._made[row] = self._make(self._noted[row])
        return self._made[row]

    def canFetchMore(self, parent: Index = _ROOT) -> bool:
        return not parent.isValid() and self._given < len(self._noted)

    def fetchMore(self, parent: Index = _ROOT) -> None:
        if not self.canFetchMore(parent):
            return
        more = min(_PAGE, len(self._noted) - self._given)
        self.beginInsertRows(QModelIndex(), self._given, self._given + more - 1)
        self._given += more
        self.endInsertRows()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._given

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
        note = self.note(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return note.cells[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0 and note.flagged:
            return self._theme.icon("warning", "warning")
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 0 and note.flagged:
            return self.tr("wants a look: {cell}").format(cell=note.cells[0])
        return None
