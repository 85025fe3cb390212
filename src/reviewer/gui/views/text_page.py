"""A report's text between its margins, with the search below it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.indexing import TextIndex
from reviewer.gui.noting import NoteTaker
from reviewer.gui.theme import Theme
from reviewer.gui.views.find_bar import FindBar
from reviewer.gui.views.gutter import Gutter
from reviewer.gui.views.overview_ruler import OverviewRuler
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
