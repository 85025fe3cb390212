"""A row of widgets that goes on in a next row where it is too narrow for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Keeps the size each item would like; asks for no more width than the widest one has.

    Where a row has room left, items whose policy is to expand take it.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._set(QRect(0, 0, width, 0), place=False)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one row."""
        hints = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(hints) - 1)
        width = sum(hint.width() for hint in hints) + gaps
        return self._with_margins(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        hints = [item.sizeHint() for item in self._shown()]
        width = max((hint.width() for hint in hints), default=0)
        return self._with_margins(width, max((hint.height() for hint in hints), default=0))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._set(rect, place=True)

    def _with_margins(self, width: int, height: int) -> QSize:
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[list[QLayoutItem]]:
        """Return the items by the rows they stand in where there are `width` pixels."""
        rows: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if not rows or used + self.spacing() + needed > width:
                rows.append([])
                used = -self.spacing()
            rows[-1].append(item)
            used += self.spacing() + needed
        return rows

    def _set(self, rect: QRect, *, place: bool) -> int:
        """Return the height the items need in `rect`; with `place`, put them there."""
        room = rect.marginsRemoved(self.contentsMargins())
        y, gap = room.y() - self.spacing(), self.spacing()
        for row in self._rows(room.width()):
            y += gap
            height = max(item.sizeHint().height() for item in row)
            if place:
                self._place(row, QRect(room.x(), y, room.width(), height))
            y += height
        return y - rect.y() + self.contentsMargins().bottom()

    def _place(self, row: Sequence[QLayoutItem], room: QRect) -> None:
        """Put the items of a row into `room`; those that expand share what is left."""
        used = sum(item.sizeHint().width() for item in row) + self.spacing() * (len(row) - 1)
        greedy = [item for item in row if item.expandingDirections() & Qt.Orientation.Horizontal]
        x = room.x()
        for item in row:
            hint = item.sizeHint()
            more = max(0, room.width() - used) // len(greedy) if item in greedy else 0
            middle = room.y() + (room.height() - hint.height()) // 2
            item.setGeometry(QRect(x, middle, hint.width() + more, hint.height()))
            x += hint.width() + more + self.spacing()


def together(*widgets: QWidget, expanding: bool = False) -> QWidget:
    """Return a widget that keeps `widgets` side by side in a flow."""
    group = QWidget()
    across = QSizePolicy.Policy.Expanding if expanding else QSizePolicy.Policy.Fixed
    group.setSizePolicy(across, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        row.addWidget(widget)
    return group
