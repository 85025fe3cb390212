"""The reports on the desk as a table that can be sorted, filtered and searched."""

from __future__ import annotations

import datetime
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from reviewer.gui.desk import Desk
from reviewer.gui.indexing import TextIndex
from reviewer.gui.pausing import Pause
from reviewer.gui.preferences import Preferences
from reviewer.gui.searching import FoldedText
from reviewer.gui.theme import Theme
from reviewer.gui.wording import percent_text, points_text, report_name, status_word
from reviewer.review import Brief, Review, Status

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

UNIT, HITS, YEAR, STATUS, SCORE, PERCENT, WEAK, MISSING, WARNINGS = range(9)
_NUMBERS = (SCORE, PERCENT, WEAK, MISSING, WARNINGS)
_NOT_YET = "…"
SORT_ROLE = Qt.ItemDataRole.UserRole
_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        SORT_ROLE,
    }
)  # a view asks for many more, for every cell it measures or paints
_ICONS = {
    Status.NOT_BEGUN: ("undecided", "muted"),
    Status.IN_WORK: ("in-work", "accent"),
    Status.DONE: ("present", "green"),
    Status.SENT_BACK: ("sent-back", "amber"),
}


class ReportListModel(QAbstractTableModel):
    """A row for each review: unit, hits, year, status, score, percent, weak, missing, warnings.

    Hits are the places in its text with the words looked for, as long as there are some.
    """

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        preferences: Preferences,
        index: TextIndex,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._index = index
        self.words = ""
        self._desk = desk
        self._theme = theme
        self._preferences = preferences
        self._ruled: set[int] = set()
        self._telling = Pause(self._tell, self)  # many decisions at once are told once
        self._headers = (
            self.tr("Unit"),
            self.tr("Hits"),
            self.tr("Year"),
            self.tr("Status"),
            self.tr("Score"),
            self.tr("Share"),
            self.tr("Wk."),
            self.tr("Ms."),
            self.tr("Notes"),
        )
        desk.about_to_add.connect(self._before_adding)
        desk.added.connect(self._after_adding)
        desk.about_to_remove.connect(self._before_removing)
        desk.removed.connect(self._after_removing)
        desk.replaced.connect(self._row_changed)
        desk.ruled.connect(self._on_ruled)
        desk.reassessed.connect(self._row_changed)
        desk.judged.connect(self._row_changed)

    def review(self, row: int) -> Review:
        """Return the review in a row."""
        return self._desk.reviews[row]

    def look_for(self, words: str) -> None:
        """Count the places with these words, nowhere where there are none."""
        self.words = words.strip()
        if self._desk.reviews:
            last = self.index(len(self._desk.reviews) - 1, HITS)
            self.dataChanged.emit(self.index(0, HITS), last)

    def hits(self, review: Review) -> int:
        """Return at how many places of a report's text the words looked for stand."""
        return self._index.of(review).count(self.words) if self.words else 0

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
        if role not in _ROLES or not index.isValid():
            return None
        review, column = self.review(index.row()), index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(review, column)
        if role == SORT_ROLE:
            return self._key(review, column)
        if role == Qt.ItemDataRole.DecorationRole and column == UNIT:
            return self._theme.icon(*_ICONS[review.status])
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(review)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # Screen readers read the first cell of a row alone, so it says the others too.
            told = range(WARNINGS + 1) if column == UNIT else (column,)
            cells = [(self._headers[one], self._text(review, one)) for one in told]
            return ", ".join(f"{header} {text}" for header, text in cells if text)
        return None

    def _text(self, review: Review, column: int) -> str:
        if column == UNIT:
            return report_name(review)
        if column == HITS:
            return str(self.hits(review)) if self.words else ""
        if column == STATUS:
            return status_word(review.status)
        brief = review.brief
        if brief is None:
            return _NOT_YET
        if column == YEAR:
            return str(brief.year) if brief.year else "–"
        if column == WARNINGS:
            return str(len(self._notes(review, brief)) or "")
        scores = review.scores()
        return {
            SCORE: points_text(scores.given),
            PERCENT: percent_text(scores.percent),
            WEAK: str(scores.weak),
            MISSING: str(scores.missing),
        }[column]

    def _key(self, review: Review, column: int) -> Any:
        if column == STATUS:
            return list(Status).index(review.status)
        if column == HITS:
            return self.hits(review)
        if column not in _NUMBERS:
            return self._text(review, column)
        brief = review.brief
        if brief is None:
            return -1
        if column == WARNINGS:
            return len(self._notes(review, brief))
        scores = review.scores()
        return {
            SCORE: scores.given,
            PERCENT: scores.percent,
            WEAK: scores.weak,
            MISSING: scores.missing,
        }[column]

    def _notes(self, review: Review, brief: Brief | None) -> list[str]:
        """Return what of a report wants a look, in short words."""
        if brief is None:
            return [self.tr("not judged yet")]
        notes = []
        if brief.notices:
            notes.append(self.tr("notices of reading: {n}").format(n=brief.notices))
        if review.lost_count:
            notes.append(self.tr("decisions without their place: {n}").format(n=review.lost_count))
        due, date = self._preferences.settings.due, brief.date
        if due and date is not None and date > datetime.date.fromisoformat(due):
            notes.append(self.tr("signed after the due day: {date}").format(date=date))
        return notes

    def _tip(self, review: Review) -> str:
        state = f"{report_name(review)} · {status_word(review.status)}"
        return "\n".join([state, review.source, *self._notes(review, review.brief)])

    def _before_adding(self, row: int) -> None:
        self.beginInsertRows(QModelIndex(), row, row)

    def _after_adding(self) -> None:
        self.endInsertRows()

    def _before_removing(self, row: int) -> None:
        self._tell()
        self.beginRemoveRows(QModelIndex(), row, row)

    def _after_removing(self) -> None:
        self.endRemoveRows()

    def _on_ruled(self, row: int) -> None:
        self._ruled.add(row)
        self._telling.begin()

    def _tell(self) -> None:
        if self._ruled:
            first, last = min(self._ruled), max(self._ruled)
            self._ruled.clear()
            self.dataChanged.emit(self.index(first, 0), self.index(last, WARNINGS))

    def _row_changed(self, row: int) -> None:
        self.dataChanged.emit(self.index(row, 0), self.index(row, WARNINGS))


class ReportFilter(QSortFilterProxyModel):
    """Shows the reports of one status whose name, file or text has the words looked for."""

    def __init__(self, model: ReportListModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._status: Status | None = None
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    @property
    def searching(self) -> bool:
        """Whether words are looked for."""
        return bool(self._model.words)

    def look_for(self, words: str) -> None:
        """Show only reports with these words."""
        self._model.look_for(words)
        self.invalidateFilter()

    def show_only(self, status: Status | None) -> None:
        """Show only reports of this status, all for None."""
        self._status = status
        self.invalidateFilter()

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        review = self._model.review(source_row)
        if self._status is not None and review.status is not self._status:
            return False
        if not self.searching:
            return True
        names = FoldedText(f"{report_name(review)}\n{review.source}")
        return names.has(self._model.words) or self._model.hits(review) > 0


def _alignment(column: int) -> Qt.AlignmentFlag:
    left = column in (UNIT, STATUS)
    side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignVCenter
