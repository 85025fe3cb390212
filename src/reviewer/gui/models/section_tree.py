"""The outline of the report at hand as a tree, with what is weak or missing in each section."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reviewer.checklist import Verdict
from reviewer.gui.action_spec import action_text, plain
from reviewer.gui.desk import Desk
from reviewer.gui.noting import NoteTaker
from reviewer.gui.pausing import Pause
from reviewer.gui.rows.structure import PARTS
from reviewer.report import Section, Span
from reviewer.review import Review

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

TITLE, PROBLEMS = range(2)


@dataclass(slots=True)
class SectionNode:
    """A row: what it is called, the text it covers, and its problems (its children's included).

    `part` is the part it belongs to where its heading does not say so.
    """

    label: str
    heading: Span
    span: Span
    recovered: bool
    parent: int
    row: int
    children: list[int] = field(default_factory=list)
    weak: set[str] = field(default_factory=set)
    missing: set[str] = field(default_factory=set)
    part: str | None = None


class SectionTreeModel(QAbstractItemModel):
    """Rows for the opening lines, every section, and the signature."""

    def __init__(self, desk: Desk, notes: NoteTaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._notes = notes
        self._nodes: list[SectionNode] = []
        self._tops: list[int] = []
        self._counting = Pause(self._count_again, self)  # many decisions at once are counted once
        self._rebuild()
        desk.current_changed.connect(self._reset)
        desk.decided.connect(self._on_decided)
        desk.reassessed.connect(self._on_reassessed)
        notes.changed.connect(self._name_parts)
        self._name_parts()  # in a window made anew they may be known

    def node(self, index: Index) -> SectionNode:
        """Return the row behind a valid index."""
        return self._nodes[index.internalId()]

    def index_at(self, place: int) -> QModelIndex:
        """Return the deepest row around code point `place`, or that ends there."""
        found, level = -1, self._tops
        while level:
            row = bisect_right(level, place, key=lambda i: self._nodes[i].span.start) - 1
            if row < 0 or place > self._nodes[level[row]].span.end:
                break
            found = level[row]
            level = self._nodes[found].children
        return self._index_of(found)

    def index(self, row: int, column: int, parent: Index = _ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        children = self._children(parent)
        return self.createIndex(row, column, children[row])

    def parent(self, index: Index = _ROOT) -> Any:  # QObject.parent() has the same name
        if not isinstance(index, QModelIndex | QPersistentModelIndex):
            return super().parent()
        return self._index_of(self.node(index).parent) if index.isValid() else QModelIndex()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._children(parent))

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Section"), self.tr("Weak/Missing"))[section] if section < 2 else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(node) if index.column() == TITLE else self._problems(node)
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TITLE:
            # Screen readers read the first cell of a row alone.
            return ", ".join(part for part in (self._title(node), self._problems(node)) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            lost = self.tr("The number of this heading had been lost.")
            return f"{self._title(node)}\n{lost}" if node.recovered else self._title(node)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == PROBLEMS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _title(self, node: SectionNode) -> str:
        if node.part is None:
            return node.label
        part = plain(action_text(PARTS[node.part]))
        return self.tr("{heading} ({part})").format(heading=node.label, part=part)

    def _problems(self, node: SectionNode) -> str:
        weak = self.tr("weak {n}").format(n=len(node.weak)) if node.weak else ""
        missing = self.tr("missing {n}").format(n=len(node.missing)) if node.missing else ""
        return " ".join(part for part in (weak, missing) if part)

    def _children(self, parent: Index) -> Sequence[int]:
        return self.node(parent).children if parent.isValid() else self._tops

    def _index_of(self, number: int) -> QModelIndex:
        if number < 0:
            return QModelIndex()
        return self.createIndex(self._nodes[number].row, 0, number)

    def _on_reassessed(self, row: int) -> None:
        if row == self._desk.row:
            self._reset()

    def _reset(self) -> None:
        self.beginResetModel()
        self._rebuild()
        self.endResetModel()

    def _rebuild(self) -> None:
        self._nodes, self._tops = [], []
        review = self._desk.current
        if review is None:
            return
        outline, length = review.outline, len(review.report.text)
        ends = outline.tail.start if outline.tail else length
        first = outline.sections[0].span.start if outline.sections else ends
        if first > 0:
            self._add(self.tr("Title and opening"), Span(0, first), self._tops)
        for section in outline.sections:
            self._add_section(section, self._tops, -1)
        if outline.tail:
            self._add(self.tr("Signature and date"), Span(ends, length + 1), self._tops)
        self._count(review)

    def _add(self, label: str, span: Span, siblings: list[int]) -> None:
        siblings.append(len(self._nodes))
        self._nodes.append(SectionNode(label, span, span, False, -1, len(siblings) - 1))

    def _add_section(self, section: Section, siblings: list[int], parent: int) -> None:
        number = len(self._nodes)
        siblings.append(number)
        node = SectionNode(
            section.label,
            section.heading,
            section.span,
            section.recovered,
            parent,
            len(siblings) - 1,
        )
        self._nodes.append(node)
        for child in section.children:
            self._add_section(child, node.children, number)

    def _count(self, review: Review) -> None:
        for node in self._nodes:
            node.weak, node.missing = set(), set()
        for element_id, finding in review.findings.items():
            verdict = review.verdict(element_id)
            if verdict is Verdict.WEAK:
                for evidence in review.evidence(element_id):
                    self._count_at(evidence.span.start, element_id, verdict)
            elif verdict is Verdict.MISSING and finding.expected is not None:
                self._count_at(finding.expected.start, element_id, verdict)

    def _count_at(self, place: int, element_id: str, verdict: Verdict) -> None:
        index = self.index_at(place)
        while index.isValid():
            node = self.node(index)
            (node.weak if verdict is Verdict.WEAK else node.missing).add(element_id)
            index = self.parent(index)

    def _name_parts(self) -> None:
        """Say of what part a section is that does not say so itself, once that is known."""
        notes = self._notes.notes
        spans = notes.parts.spans if notes else ()
        headed = ((span.heading, span) for span in spans if span.heading)
        told = {one.heading: span.part for one, span in headed if span.told or one.part}
        for number, node in enumerate(self._nodes):
            part = told.get(node.heading)
            if part != node.part:
                node.part = part
                changed = self.createIndex(node.row, TITLE, number)
                self.dataChanged.emit(changed, changed)

    def _on_decided(self, row: int) -> None:
        if row == self._desk.row:
            self._counting.begin()

    def _count_again(self) -> None:
        review = self._desk.current
        if review is None:
            return
        before = [(node.weak, node.missing) for node in self._nodes]
        self._count(review)
        for number, node in enumerate(self._nodes):
            if before[number] != (node.weak, node.missing):
                changed = self.createIndex(node.row, PROBLEMS, number)
                self.dataChanged.emit(changed, changed)
