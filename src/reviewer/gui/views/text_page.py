"""A report's text between its margins, with the search below it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.indexing import TextIndex
from reviewer.gui.noting import NoteTaker
from reviewer.gui.rows.decide import EVIDENCE
from reviewer.gui.rows.structure import AT_PLACE
from reviewer.gui.theme import Theme
from reviewer.gui.views.find_bar import FindBar
from reviewer.gui.views.gutter import Gutter
from reviewer.gui.views.overview_ruler import OverviewRuler
from reviewer.gui.views.part_menu import part_menu
from reviewer.gui.views.report_text import ReportText
from reviewer.gui.views.text_layout import least_room


class TextPage(QWidget):
    """Left margin, text, overview and find bar, wired together."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        notes: NoteTaker,
        index: TextIndex,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.text = ReportText(desk, theme)
        # At its normal size; text that was zoomed may ask for a wider window itself.
        bar = self.text.verticalScrollBar().sizeHint().width()
        self.text.setMinimumWidth(least_room(theme.text_font()) + bar)
        self.gutter = Gutter(self.text, desk, theme, notes)
        self.ruler = OverviewRuler(self.text, desk, theme)
        self.find_bar = FindBar(desk, theme, index)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.gutter)
        row.addWidget(self.text, 1)
        row.addWidget(self.ruler)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.find_bar)
        self.find_bar.found.connect(self.text.show_hits)
        self.find_bar.closed.connect(self.text.setFocus)

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Offer what can be done with the words at the mouse or selected."""
        self._menu = menu = QMenu(self)
        menu.addActions([actions[name] for name in EVIDENCE])
        menu.addSeparator()
        menu.addActions([actions[name] for name in AT_PLACE])
        menu.addMenu(part_menu(actions, menu))
        menu.addSeparator()
        copy = menu.addAction(self.tr("&Copy"), self.text.copy)
        copy.setEnabled(False)
        self.text.copyAvailable.connect(copy.setEnabled)
        menu.addAction(actions["find"])
        self.text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.text.customContextMenuRequested.connect(self._show_menu)

    def _show_menu(self, point: QPoint) -> None:
        """Show the menu; what it offers is done at the cursor, which comes to the mouse."""
        if not self.text.textCursor().hasSelection():
            self.text.setTextCursor(self.text.cursorForPosition(point))
        self._menu.popup(self.text.viewport().mapToGlobal(point))
