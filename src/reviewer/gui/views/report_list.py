"""The list of open reports."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.models.report_list import MISSING, PERCENT, UNIT, WEAK, YEAR, ReportListModel

_NAME_EM = 6  # what of a unit's name must stay readable
_FIRST_TO_GO = (PERCENT, YEAR, MISSING, WEAK)


class ReportListView(QTreeView):
    """One line for each report; the line chosen is the review at hand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportList")
        self.setAccessibleName(self.tr("Open reports"))
        self._desk = desk
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setModel(ReportListModel(desk, self))
        header = self.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(UNIT, QHeaderView.ResizeMode.Stretch)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        desk.current_changed.connect(self._follow)
        self.model().rowsInserted.connect(self._make_room)
        self.model().dataChanged.connect(self._make_room)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Hide columns as long as they leave the names too little room."""
        header = self.header()
        for column in _FIRST_TO_GO:
            self.setColumnHidden(column, False)
        hints = [
            max(header.sectionSizeHint(column), self.sizeHintForColumn(column))
            for column in range(header.count())
        ]
        name = min(hints[UNIT], _NAME_EM * self.fontMetrics().height())
        room = self.viewport().width() - sum(hints) + hints[UNIT]
        for column in _FIRST_TO_GO:
            if room >= name:
                break
            self.setColumnHidden(column, True)
            room += hints[column]

    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._desk.show(current.row())

    def _follow(self) -> None:
        if self.currentIndex().row() != self._desk.row:
            self.setCurrentIndex(self.model().index(self._desk.row, 0))
