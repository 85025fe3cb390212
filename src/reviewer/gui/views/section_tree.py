"""The section tree, in step with the text."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.models.section_tree import PROBLEMS, TITLE, SectionTreeModel
from reviewer.gui.noting import NoteTaker
from reviewer.gui.rows.structure import AT_PLACE
from reviewer.gui.views.part_menu import part_menu
from reviewer.gui.views.tree import Tree

_ROOM_EM = 10  # in a narrower tree the counts would leave no room for the names


class SectionTreeView(Tree):
    """A click shows the section in the text; reading on in the text moves the selection here."""

    def __init__(self, desk: Desk, notes: NoteTaker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sectionTree")
        self.setAccessibleName(self.tr("Sections of the report"))
        self._desk = desk
        self._sections = SectionTreeModel(desk, notes, self)
        self._following = False
        self.setModel(self._sections)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        header = self.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(PROBLEMS, QHeaderView.ResizeMode.ResizeToContents)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.clicked.connect(self._jump)
        self._sections.modelReset.connect(self._on_reset)
        desk.place_changed.connect(self._follow)
        self._on_reset()

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Offer on a section what can be corrected of it."""
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        parts = part_menu(actions, self).menuAction()
        self.addActions([*(actions[name] for name in AT_PLACE), parts])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = _ROOM_EM * self.fontMetrics().height()
        self.setColumnHidden(PROBLEMS, self.viewport().width() < room)

    def _on_reset(self) -> None:
        self.open_all()
        self._follow(self._desk.place)

    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self._jump(current)

    def _jump(self, index: QModelIndex) -> None:
        self._desk.jump_to(self._sections.node(index).heading, at_top=True)

    def _follow(self, place: int) -> None:
        index = self._sections.index_at(place)
        if index.isValid() and index.row() >= 0 and index != self.currentIndex().siblingAtColumn(0):
            self._following = True
            self.setCurrentIndex(index)
            self._following = False
