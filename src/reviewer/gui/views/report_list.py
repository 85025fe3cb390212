"""The list of reports with its search and its filter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.desk import Desk
from reviewer.gui.indexing import TextIndex
from reviewer.gui.models.report_list import (
    HITS,
    MISSING,
    PERCENT,
    STATUS,
    UNIT,
    WARNINGS,
    WEAK,
    YEAR,
    ReportFilter,
    ReportListModel,
)
from reviewer.gui.pausing import Pause
from reviewer.gui.preferences import Preferences
from reviewer.gui.theme import Theme
from reviewer.gui.views.return_key import goes_to_place
from reviewer.gui.wording import status_word
from reviewer.review import Status

_NAME_EM = 6  # what of a unit's name must stay readable
_FIRST_TO_GO = (PERCENT, YEAR, STATUS, WARNINGS, MISSING, WEAK)
_THIS_ALONE = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
_PAUSE_MS = 200  # after which typed words are looked for
_MENU = ("accept_present_chosen", "status_done", "status_sent_back", "status_auto", "close_report")


class ReportListView(QTreeView):
    """One line for each report; the line chosen is the review at hand.

    `rearranged` follows where another report may be the one below it.
    """

    rearranged = Signal()

    def __init__(self, desk: Desk, shown: ReportFilter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportList")
        self.setAccessibleName(self.tr("Open reports"))
        self._desk = desk
        self._shown = shown
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setMinimumHeight(self.fontMetrics().height() * 3)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setModel(shown)
        header = self.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)  # what is in sight tells how wide a column must be
        header.setMinimumSectionSize(1)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(UNIT, QHeaderView.ResizeMode.Stretch)
        header.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)  # as they came
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        desk.current_changed.connect(self._follow)
        self._hints = [0] * header.count()
        self._room = Pause(self._make_room, self)  # many changes at once make room once
        shown.rowsInserted.connect(self._room.begin)
        shown.dataChanged.connect(self._room.begin)
        shown.layoutChanged.connect(self._room.begin)
        for signal in (shown.rowsInserted, shown.rowsRemoved, shown.layoutChanged):
            signal.connect(self.rearranged)
        self._follow()

    def chosen(self) -> list[int]:
        """Return the rows of the desk that are selected."""
        rows = self.selectionModel().selectedRows()
        return sorted(self._shown.mapToSource(row).row() for row in rows)

    def neighbour(self, step: int) -> int:
        """Return the row of the desk after (1) or before (-1) the one at hand, round the end."""
        return next(iter(self.others(step)), self._desk.row)

    def others(self, step: int) -> list[int]:
        """Return the rows of the desk listed after (1) or before (-1) the one at hand, all round.

        Where the list does not show that one, they are all in it, from its top or its end.
        """
        count = self._shown.rowCount()
        shown = [self._shown.mapToSource(self._shown.index(i, 0)).row() for i in range(count)]
        if step < 0:
            shown.reverse()
        here = shown.index(self._desk.row) if self._desk.row in shown else -1
        return shown[here + 1 :] + shown[: max(0, here)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Make columns as wide as what is in sight, and hide some where names lack room."""
        header = self.header()
        self._show_hits(self._shown.searching)
        for column in range(header.count()):
            if not self.isColumnHidden(column):  # a hidden one tells nothing of its width
                width = max(header.sectionSizeHint(column), self.sizeHintForColumn(column))
                self._hints[column] = width
                if column != UNIT:
                    header.resizeSection(column, width)
        hints = self._hints
        name = min(hints[UNIT], _NAME_EM * self.fontMetrics().height())
        room = self.viewport().width() - sum(hints) + hints[UNIT]
        for column in _FIRST_TO_GO:
            lacking = room < name
            if lacking:
                room += hints[column]
            if self.isColumnHidden(column) is not lacking:
                self.setColumnHidden(column, lacking)

    def _show_hits(self, searching: bool) -> None:
        """Show how many places were found in each report as long as words are looked for."""
        if self.isColumnHidden(HITS) is not searching:
            return
        self.setColumnHidden(HITS, not searching)
        self._hints[HITS] = 0
        if not searching and self._shown.sortColumn() == HITS:
            self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)

    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self._desk.show(self._shown.mapToSource(current).row())

    def _follow(self) -> None:
        source = self._shown.sourceModel().index(self._desk.row, 0)
        index = self._shown.mapFromSource(source)
        if self.currentIndex().row() != index.row():
            # By name, for Qt would add to those selected while Ctrl of Ctrl+PgDn is down.
            self.selectionModel().setCurrentIndex(index, _THIS_ALONE)


class ReportPanel(QWidget):
    """Search and filter above the list; says what to do where the list is empty."""

    words_searched = Signal(str)
    next_wanted = Signal(int)  # 1 for the next place with the words, -1 for the one before

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        preferences: Preferences,
        index: TextIndex,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("reportPanel")
        self._desk = desk
        model = ReportListModel(desk, theme, preferences, index, self)
        self.shown = ReportFilter(model, self)
        self.view = ReportListView(desk, self.shown)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("Search all reports"))
        self.words.setAccessibleName(self.tr("Search all reports"))
        self.words.setClearButtonEnabled(True)
        self.words.setAcceptDrops(False)
        self.status = QComboBox()
        self.status.setAccessibleName(self.tr("Status of the reports listed"))
        # On Linux Qt gives the choice as the name.
        self.status.setAccessibleDescription(self.status.accessibleName())
        self.status.addItem(self.tr("All"), None)
        for status in Status:
            self.status.addItem(status_word(status), status)
        self._nothing = QLabel(self.tr("No report has these words and this status."))
        self._nothing.setObjectName("hint")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        self._pause = Pause(self._search, self, _PAUSE_MS)
        self._menu = QMenu(self)
        self._lay_out()
        self.words.textChanged.connect(self._pause.begin)
        self.status.currentIndexChanged.connect(self._filter)
        for signal in (self.shown.rowsInserted, self.shown.rowsRemoved, self.shown.modelReset):
            signal.connect(self._check)
        desk.removed.connect(self._check)

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Offer what can be done with the reports chosen."""
        for name in _MENU:
            self._menu.addAction(actions[name])
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._show_menu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.words.text():
            self.words.clear()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        is_key = isinstance(event, QKeyEvent)  # other events come before there are words
        if is_key and self.words.hasFocus() and goes_to_place(event, self._go):
            return True
        return super().event(event)

    def _go(self, step: int) -> None:
        if self._pause.isActive():  # Return is pressed sooner than the words are looked for
            self._pause.stop()
            self._search()
        if self.words.text().strip():
            self.next_wanted.emit(step)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        gap = self.fontMetrics().averageCharWidth()
        row.setContentsMargins(gap, 0, gap, gap // 2)
        row.setSpacing(gap)
        row.addWidget(self.words, 1)
        row.addWidget(self.status)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._stack, 1)

    def _search(self) -> None:
        self.shown.look_for(self.words.text())
        self._check()
        self.view.scrollTo(self.view.currentIndex())  # it may have been taken away meanwhile
        self.words_searched.emit(self.words.text().strip())

    def _filter(self) -> None:
        self.shown.show_only(self.status.currentData())
        self._check()

    def _check(self) -> None:
        lost = bool(self._desk.reviews) and not self.shown.rowCount()
        self._stack.setCurrentIndex(1 if lost else 0)

    def _show_menu(self, point: QPoint) -> None:
        if self.view.indexAt(point).isValid():
            self._menu.popup(self.view.viewport().mapToGlobal(point))
