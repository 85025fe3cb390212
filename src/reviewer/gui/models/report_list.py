"""The open reports as a table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.gui.desk import Desk
from reviewer.gui.wording import percent_text, points_text, report_name
from reviewer.review import Review

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

UNIT, YEAR, SCORE, PERCENT, WEAK, MISSING = range(6)


class ReportListModel(QAbstractTableModel):
    """A row for each review on the desk: unit, year, score, percent, weak, missing."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._headers = (
            self.tr("Unit"),
            self.tr("Year"),
            self.tr("Score"),
            self.tr("Share"),
            self.tr("Wk."),
            self.tr("Ms."),
        )
        desk.about_to_add.connect(self._before_adding)
        desk.added.connect(self._after_adding)
        desk.about_to_remove.connect(self._before_removing)
        desk.removed.connect(self._after_removing)
        desk.replaced.connect(self._row_changed)
        desk.decided.connect(self._row_changed)
        desk.reassessed.connect(self._row_changed)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._desk.reviews)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._headers)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and 0 <= section < len(self._headers):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._headers[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        review = self._desk.reviews[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(review, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return review.report.source
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._headers[index.column()]} {_text(review, index.column())}"
        return None

    def _before_adding(self, row: int) -> None:
        self.beginInsertRows(QModelIndex(), row, row)

    def _after_adding(self) -> None:
        self.endInsertRows()

    def _before_removing(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)

    def _after_removing(self) -> None:
        self.endRemoveRows()

    def _row_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, MISSING))


def _text(review: Review, column: int) -> str:
    if column == UNIT:
        return report_name(review)
    if column == YEAR:
        year = review.outline.front.year
        return str(year.value) if year else "–"
    scores = review.scores()
    return {
        SCORE: points_text(scores.given),
        PERCENT: percent_text(scores.percent),
        WEAK: str(scores.weak),
        MISSING: str(scores.missing),
    }[column]


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignLeft if column == UNIT else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
