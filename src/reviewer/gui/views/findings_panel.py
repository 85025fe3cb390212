"""The list of elements by part, with its filter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.desk import Desk
from reviewer.gui.models.findings import (
    ELEMENT,
    POINTS,
    VERDICT,
    ElementFilter,
    FindingsFilter,
    FindingsModel,
)
from reviewer.gui.theme import Theme
from reviewer.gui.views.flow import FlowLayout
from reviewer.gui.views.tree import Tree

_LEAST_ROWS = 4  # in sight however small the window is
_ROOM_FOR_POINTS_EM = 17  # in a narrower list they would leave no room for the names


class FindingsPanel(QWidget):
    """Filter buttons above the grouped list; the row chosen is the selected element."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingsPanel")
        self._desk = desk
        self._following = False
        self._findings = FindingsModel(desk, theme, self)
        self.shown = FindingsFilter(self._findings, self)
        # Rows that the filter takes away while the user decides must not select their neighbours;
        # connected before the view is, so that this comes first.
        self.shown.rowsAboutToBeRemoved.connect(self._on_rows_going)
        # Rows go in several steps; to choose another one between them crashes Qt.
        self.shown.rowsRemoved.connect(self._on_rows_gone, Qt.ConnectionType.QueuedConnection)
        self._buttons: dict[ElementFilter, QToolButton] = {}
        self._words = {
            ElementFilter.ALL: self.tr("All {n}"),
            ElementFilter.WEAK: self.tr("Weak {n}"),
            ElementFilter.MISSING: self.tr("Missing {n}"),
            ElementFilter.UNDECIDED: self.tr("Undecided {n}"),
        }
        self._nothing_words = {
            ElementFilter.ALL: "",
            ElementFilter.WEAK: self.tr("No element of this report is weak."),
            ElementFilter.MISSING: self.tr("No element of this report is missing."),
            ElementFilter.UNDECIDED: self.tr("Every element of this report is decided."),
        }
        self.view = self._make_view()
        self.nothing = QLabel()
        self.nothing.setObjectName("hint")
        self.nothing.setWordWrap(True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._make_buttons())
        column.addWidget(self._stack, 1)
        self._findings.modelReset.connect(self._on_reset)
        self._findings.told.connect(self._count)
        desk.element_selected.connect(self._follow)
        self._on_reset()

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Let the filter buttons do and show what the filter actions do."""
        for wanted, button in self._buttons.items():
            action = actions[f"filter_{wanted.value}"]
            button.setToolTip(action.toolTip())
            button.clicked.connect(action.trigger)

    def set_filter(self, wanted: ElementFilter) -> None:
        """Show only what `wanted` lets through."""
        self.shown.set_filter(wanted)
        self._buttons[wanted].setChecked(True)
        self.view.open_all()
        self._say_if_nothing()
        self._fit_columns()
        self._follow(self._desk.element_id)
        if not self.view.currentIndex().isValid():
            self.view.scrollToTop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _ROOM_FOR_POINTS_EM * self.fontMetrics().height()
        self.view.setColumnHidden(POINTS, narrow)
        self._fit_columns()

    def _make_buttons(self) -> FlowLayout:
        row = FlowLayout()
        gap = self.fontMetrics().averageCharWidth()
        row.setContentsMargins(gap // 2, gap // 2, gap // 2, gap // 2)
        row.setSpacing(gap // 4)
        for wanted in ElementFilter:
            button = QToolButton()
            button.setObjectName(f"filter_{wanted.value}")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
            self._buttons[wanted] = button
        self._buttons[ElementFilter.ALL].setChecked(True)
        return row

    def _make_view(self) -> Tree:
        view = Tree()
        view.setObjectName("findings")
        view.setAccessibleName(self.tr("Elements of the checklist"))
        view.setModel(self.shown)
        view.setUniformRowHeights(True)
        view.setMinimumHeight(self.fontMetrics().height() * _LEAST_ROWS * 3 // 2)
        view.setAllColumnsShowFocus(True)
        view.setIndentation(self.fontMetrics().averageCharWidth())
        view.setExpandsOnDoubleClick(False)
        view.setHeaderHidden(True)  # signs, words and points tell themselves; rows are scarce
        header = view.header()
        header.setStretchLastSection(False)
        # Fitted by _fit_columns: Qt would measure all rows in sight, and no others, at each change.
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(ELEMENT, QHeaderView.ResizeMode.Stretch)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        view.clicked.connect(self._choose)
        return view

    def _on_reset(self) -> None:
        self.view.open_all()
        self._count()
        self._follow(self._desk.element_id)
        if not self.view.currentIndex().isValid():
            self.view.scrollToTop()  # another report begins at its beginning

    def _count(self) -> None:
        for wanted, button in self._buttons.items():
            button.setText(self._words[wanted].format(n=self.shown.count(wanted)))
        self._say_if_nothing()
        self._fit_columns()

    def _fit_columns(self) -> None:
        for column in (VERDICT, POINTS):
            cells = map(self.shown.mapFromSource, self._findings.widest(column))
            widths = (self.view.sizeHintForIndex(cell).width() for cell in cells)
            self.view.setColumnWidth(column, max((0, *widths)))

    def _say_if_nothing(self) -> None:
        none = self._desk.current is not None and not self.shown.rowCount()
        self.nothing.setText(self._nothing_words[self.shown.filter] if none else "")
        self._stack.setCurrentWidget(self.nothing if none else self.view)

    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._following:
            self._choose(current)

    def _choose(self, index: QModelIndex) -> None:
        element = self._findings.element(self.shown.mapToSource(index))
        if element is not None:
            self._desk.select_element(element.id)

    def _on_rows_going(self) -> None:
        self._following = True

    def _on_rows_gone(self) -> None:
        self._following = False
        self._follow(self._desk.element_id)

    def _follow(self, element_id: str) -> None:
        index = self.shown.mapFromSource(self._findings.index_of(element_id))
        self._following = True
        if index.isValid():
            self.view.setCurrentIndex(index)
        else:
            self.view.selectionModel().clear()
        self._following = False
