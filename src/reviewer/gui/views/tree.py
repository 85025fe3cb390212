"""A tree as a screen reader understands it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QTreeView


class Tree(QTreeView):
    """Tells of the right row, and of those that can be opened only."""

    def open_all(self) -> None:
        """Show the rows below every row.

        Qt's own expandAll counts rows with nothing below them as open too, and says so.
        """
        model = self.model()
        waiting = [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            self.expand(parent)
            below = (model.index(row, 0, parent) for row in range(model.rowCount(parent)))
            waiting += [index for index in below if model.hasChildren(index)]

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Where Qt tells which row of a tree has the focus it takes another one, by its number below
        # its parent. As the current row changes it tells the right one, so it is to say that then.
        QTimer.singleShot(0, self, self._tell_row)

    def _tell_row(self) -> None:
        self.currentChanged(self.currentIndex(), QModelIndex())
