"""Running total, subtotals, grade and what is still to decide, in one line."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.wording import percent_text, points_text


class ScoreStrip(QWidget):
    """Shows the scores of the review at hand."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scoreStrip")
        self._desk = desk
        self.parts = QLabel()
        self.parts.setObjectName("muted")
        self.undecided = QLabel()
        self.total = QLabel()
        font = self.total.font()
        font.setBold(True)
        self.total.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, self.fontMetrics().averageCharWidth(), 0)
        row.setSpacing(self.fontMetrics().height())
        for label in (self.parts, self.undecided, self.total):
            row.addWidget(label)
        desk.current_changed.connect(self._show)
        desk.ruled.connect(self._on_ruled)
        desk.reassessed.connect(self._show)
        self._show()

    def _on_ruled(self, row: int) -> None:
        if row == self._desk.row:
            self._show()

    def _show(self) -> None:
        review = self._desk.current
        self.setVisible(review is not None)
        if review is None:
            return
        scores = review.scores()
        self.parts.setText(
            "   ".join(
                f"{g.id} {points_text(g.given)}/{points_text(g.possible)}" for g in scores.groups
            )
        )
        names = "\n".join(f"{g.id} {g.name}" for g in scores.groups)
        if names != self.parts.toolTip():  # setting one is slow, and they seldom change
            self.parts.setToolTip(names)
        self.undecided.setText(self.tr("Undecided: {n}").format(n=scores.undecided))
        total = self.tr("Total {given} of {possible} ({percent}) {grade}")
        self.total.setText(
            total.format(
                given=points_text(scores.given),
                possible=points_text(scores.possible),
                percent=percent_text(scores.percent),
                grade=scores.grade,
            )
        )
