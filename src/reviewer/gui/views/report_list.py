"""The list of open reports."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.models.report_list import PERCENT, UNIT, ReportListModel

_ROOM_FOR_PERCENT_EM = 14


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
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() / self.fontMetrics().height()
        self.setColumnHidden(PERCENT, room < _ROOM_FOR_PERCENT_EM)

    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._desk.show(current.row())

    def _follow(self) -> None:
        if self.currentIndex().row() != self._desk.row:
            self.setCurrentIndex(self.model().index(self._desk.row, 0))
