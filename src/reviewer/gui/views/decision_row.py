"""The controls that decide on the selected element: verdict, points, accept and more."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.theme import Theme
from reviewer.gui.views.elided_label import ElidedLabel
from reviewer.gui.views.fields import PointsBox
from reviewer.gui.views.flow import FlowLayout, together

_VERDICT_ACTIONS = ("decide_present", "decide_weak", "decide_missing")
_MORE_ACTIONS = (
    "use_suggestion",
    "",
    "not_applicable",
    "ignore",
    "",
    "take_fact",
    "add_evidence",
    "only_evidence",
    "drop_evidence",
    "machine_evidence",
    "",
    "report_comment",
    "phrases",
)


class DecisionRow(QWidget):
    """Buttons in one row, or in several where there is little width.

    `comment` stands before the last button, by which the decision is accepted. Without it the row
    keeps to what every decision needs; the menu has the rest.
    """

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        comment: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._verdicts = [QToolButton() for _ in _VERDICT_ACTIONS]
        self.score = PointsBox()
        self.fewer = QToolButton()
        self.more = QToolButton()
        self.accept = QToolButton()
        self.accept.setObjectName("accept")
        self.suggestion = QToolButton()
        self.more_menu = QToolButton()
        self.more_menu.setIcon(theme.icon("more"))
        self._prepare()
        self._lay_out(comment)
        self.score.given.connect(self._on_points)
        desk.element_selected.connect(self._show)
        desk.ruled.connect(self._on_ruled)
        desk.reassessed.connect(self._show)
        desk.current_changed.connect(self._show)
        self._show()

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Give the buttons their actions."""
        for button, name in zip(self._verdicts, _VERDICT_ACTIONS, strict=True):
            button.setDefaultAction(actions[name])
        self.fewer.setDefaultAction(actions["fewer_points"])
        self.more.setDefaultAction(actions["more_points"])
        self.accept.setDefaultAction(actions["accept"])
        self.suggestion.setDefaultAction(actions["use_suggestion"])
        menu = QMenu(self.more_menu)
        for name in _MORE_ACTIONS:
            if name:
                menu.addAction(actions[name])
            else:
                menu.addSeparator()
        self.more_menu.setMenu(menu)

    def _prepare(self) -> None:
        self.score.setAccessibleName(self.tr("Points given"))
        name_menu_button(self.more_menu, self.tr("More decisions"))
        for button in (*self._verdicts, self.accept):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for button in (*self._verdicts, self.fewer, self.more, self.suggestion, self.accept):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _lay_out(self, comment: QWidget | None) -> None:
        row = FlowLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        verdicts = together(*self._verdicts)
        points = together(self.fewer, self.score, self.more)
        others = together(self.suggestion, self.more_menu)
        self.suggestion.setVisible(comment is not None)
        self._foldable = (verdicts, points, others, self.accept)
        for group in (verdicts, points, others, comment, self.accept):
            if group is not None:
                row.addWidget(group)

    def fold(self, folded: bool) -> None:
        """Show the comment alone, or everything again."""
        for group in self._foldable:
            group.setVisible(not folded)

    def _on_ruled(self, row: int) -> None:
        if row == self._desk.row:
            self._show()

    def _show(self) -> None:
        review, element = self._desk.current, self._desk.element
        self.score.setEnabled(element is not None)
        if review is not None and element is not None:
            self.score.show_points(review.points(element), element.points)

    def _on_points(self, points: float | None) -> None:
        self._desk.decide(points=points, confirmed=points is not None)


class DecisionStrip(QWidget):
    """The element's name with the controls, for windows where the panel stands behind others."""

    def __init__(self, desk: Desk, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("elementPanel")  # F1 leads to the same place
        self._desk = desk
        self.name = ElidedLabel()
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.decision = DecisionRow(desk, theme)
        row = QHBoxLayout(self)
        gap = self.fontMetrics().averageCharWidth()
        row.setContentsMargins(gap, gap // 2, gap, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.decision)
        desk.element_selected.connect(self._show)
        desk.current_changed.connect(self._show)
        self._show()

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Give the buttons their actions."""
        self.decision.bind(actions)

    def _show(self) -> None:
        element = self._desk.element
        words = f"{element.id} {element.name}" if element else self.tr("No element selected")
        self.name.setText(words)
        self.name.setToolTip(words if element else "")


def name_menu_button(button: QToolButton, name: str) -> None:
    """Make `button` one that opens a menu and is told by `name`."""
    button.setObjectName("menuButton")
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
