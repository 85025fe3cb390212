"""The elements of the checklist with what was found in the report at hand, grouped by part."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from reviewer.checklist import Element
from reviewer.gui.desk import Desk
from reviewer.gui.pausing import Pause
from reviewer.gui.speaking import element_reasons, element_stands
from reviewer.gui.theme import Theme
from reviewer.gui.wording import points_text, verdict_word
from reviewer.review import Review

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

ELEMENT, VERDICT, POINTS = range(3)
_GROUP_ID = 0  # internal id of group rows; an element row carries its group's row + 1


class ElementFilter(Enum):
    """Which elements the list shows."""

    ALL = "all"
    WEAK = "weak"
    MISSING = "missing"
    UNDECIDED = "undecided"

    def wants(self, review: Review, element: Element) -> bool:
        """Tell whether `element` is to be shown."""
        if self is ElementFilter.UNDECIDED:
            return review.is_undecided(element)
        if self is ElementFilter.ALL:
            return True
        return review.applies(element.id) and review.verdict(element.id).value == self.value


class FindingsModel(QAbstractItemModel):
    """Group rows with subtotals; below them a row for each element.

    `told` follows once views know of what was decided.
    """

    told = Signal()

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._groups: list[tuple[str, str, tuple[Element, ...]]] = []
        self._changed: set[str] = set()
        self._telling = Pause(self.tell, self)  # many decisions at once are told once
        self._rebuild()
        desk.current_changed.connect(self._reset)
        desk.decided.connect(self._on_decided)
        desk.reassessed.connect(self._reset)

    @property
    def review(self) -> Review | None:
        """The review whose findings are shown."""
        return self._desk.current

    def element(self, index: Index) -> Element | None:
        """Return the element in a row, None for a group row."""
        if not index.isValid() or index.internalId() == _GROUP_ID:
            return None
        return self._groups[index.internalId() - 1][2][index.row()]

    def index_of(self, element_id: str) -> QModelIndex:
        """Return the row of an element, an invalid index where there is none."""
        for group_row, (_, _, elements) in enumerate(self._groups):
            for row, element in enumerate(elements):
                if element.id == element_id:
                    return self.createIndex(row, 0, group_row + 1)
        return QModelIndex()

    def widest(self, column: int) -> list[QModelIndex]:
        """Return cells of `column` among which the widest is: groups, or one for each word."""
        if column != VERDICT or self.review is None:
            return [self.index(row, column) for row in range(len(self._groups))]
        elements = (element for _, _, below in self._groups for element in below)
        by_word = {self._word(self.review, element): element.id for element in elements}
        return [self.index_of(id_).siblingAtColumn(column) for id_ in by_word.values()]

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        # Asked thousands of times for one repaint: Qt's own check would call back twice each time.
        if not 0 <= row < self.rowCount(parent) or not 0 <= column < self.columnCount():
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP_ID)

    def parent(self, index: Index = _ROOT) -> Any:  # QObject.parent() has the same name
        if not isinstance(index, QModelIndex | QPersistentModelIndex):
            return super().parent()
        if not index.isValid() or index.internalId() == _GROUP_ID:
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, _GROUP_ID)

    def rowCount(self, parent: Index = _ROOT) -> int:
        if not parent.isValid():
            return len(self._groups)
        if parent.internalId() != _GROUP_ID or parent.column() > 0:
            return 0
        return len(self._groups[parent.row()][2])

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 3

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < 3:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Element"), self.tr("Verdict"), self.tr("Points"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == POINTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        review = self.review
        if not index.isValid() or review is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == POINTS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        element = self.element(index)
        if element is None:
            return self._group_data(review, index, role)
        return self._element_data(review, element, index.column(), role)

    def _group_data(self, review: Review, index: Index, role: int) -> Any:
        if role == Qt.ItemDataRole.FontRole:
            font = self._theme.interface_font()
            font.setBold(True)
            return font
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        group_id, name, _ = self._groups[index.row()]
        score = next(g for g in review.scores().groups if g.id == group_id)
        if index.column() == ELEMENT:
            return f"{group_id} {name}"
        if index.column() == POINTS:
            return f"{points_text(score.given)}/{points_text(score.possible)}"
        return None

    def _element_data(self, review: Review, element: Element, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if column == ELEMENT:
                return f"{element.id} {element.name}"
            if column == VERDICT:
                return self._word(review, element)
            return f"{points_text(review.points(element))}/{points_text(element.points)}"
        if role == Qt.ItemDataRole.DecorationRole:
            if column == VERDICT and not review.applies(element.id):
                return self._theme.icon("not-applicable", "muted")
            if column == VERDICT:
                return self._theme.verdict_icon(review.verdict(element.id))
            if column == ELEMENT:
                settled = review.decision(element.id).confirmed
                return self._theme.icon("decided" if settled else "undecided", "muted")
        if role == Qt.ItemDataRole.ForegroundRole and column == VERDICT:
            return self._theme.verdict_color(review.verdict(element.id))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(review, element)
        # Screen readers read the first cell of a row alone.
        if role == Qt.ItemDataRole.AccessibleTextRole and column == ELEMENT:
            return f"{element.id} {element.name}, {element_stands(review, element)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and column == ELEMENT:
            return element_reasons(review, element)
        return None

    def _word(self, review: Review, element: Element) -> str:
        """Return the verdict that counts, with a star where it or its points are a person's."""
        if not review.applies(element.id):
            return self.tr("n/a")
        star = "*" if review.is_changed(element) else ""
        return verdict_word(review.verdict(element.id)) + star

    def _tip(self, review: Review, element: Element) -> str:
        settled = review.decision(element.id).confirmed
        state = self.tr("decided") if settled else self.tr("undecided")
        word = self._word(review, element)
        return f"{element.id} {element.name}\n{word}, {state}"

    def _reset(self) -> None:
        self.beginResetModel()
        self._changed.clear()
        self._rebuild()
        self.endResetModel()

    def _rebuild(self) -> None:
        self._groups = []
        if self.review is None:
            return
        checklist = self.review.checklist
        for group in checklist.groups:
            elements = tuple(e for e in checklist.elements if e.group == group.id)
            self._groups.append((group.id, group.name, elements))

    def _on_decided(self, row: int, element_id: str) -> None:
        if row == self._desk.row:
            self._changed.add(element_id)
            self._telling.begin()

    def tell(self) -> None:
        """Tell views now what was decided since they were told last."""
        for number, (_, _, elements) in enumerate(self._groups):
            rows = [row for row, e in enumerate(elements) if e.id in self._changed]
            if rows:
                group = self.index(number, ELEMENT)
                self.dataChanged.emit(group, group.siblingAtColumn(POINTS))
                first, last = (self.index(row, ELEMENT, group) for row in (rows[0], rows[-1]))
                self.dataChanged.emit(first, last.siblingAtColumn(POINTS))
        self._changed.clear()
        self.told.emit()


class FindingsFilter(QSortFilterProxyModel):
    """Shows the elements the filter wants, and the groups they are in."""

    def __init__(self, model: FindingsModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._findings = model
        self.filter = ElementFilter.ALL
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    def set_filter(self, wanted: ElementFilter) -> None:
        """Show other elements."""
        self.filter = wanted
        self.invalidateFilter()

    def count(self, wanted: ElementFilter) -> int:
        """Return how many elements a filter would show."""
        review = self._findings.review
        if review is None:
            return 0
        return sum(wanted.wants(review, e) for e in review.checklist.elements)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        element = self._findings.element(self._findings.index(source_row, 0, source_parent))
        review = self._findings.review
        return element is not None and review is not None and self.filter.wants(review, element)
