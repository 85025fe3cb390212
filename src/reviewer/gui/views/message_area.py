"""The one quiet place where messages appear."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.desk import Desk
from reviewer.gui.messages import Message, MessageCenter, Remedy
from reviewer.gui.theme import Theme

_MOST_LINES = 7
_FEW = 2


class MessageArea(QScrollArea):
    """Rows of messages about the program and the report at hand; hidden when there are none."""

    def __init__(
        self, desk: Desk, messages: MessageCenter, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("messageArea")
        self.setAccessibleName(self.tr("Messages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._desk = desk
        self._messages = messages
        self._theme = theme
        self._expanded = False
        messages.changed.connect(self._show)
        desk.current_changed.connect(self._show)
        self._show()

    def texts(self) -> list[str]:
        """Return the sentences on display."""
        return [message.text for message in self._on_display()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _on_display(self) -> tuple[Message, ...]:
        review = self._desk.current
        return self._messages.about(review.report.source if review else "")

    def _show(self) -> None:
        rows = QWidget()
        rows.setObjectName("messageRows")
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        shown = self._on_display()
        if len(shown) > _FEW:
            column.addWidget(self._summary(shown))
        failed = [m for m in shown if m.unopened]
        folded = failed if len(failed) > _FEW and not self._expanded else []
        if len(failed) > _FEW:
            column.addWidget(self._failures(failed))
        for message in reversed([m for m in shown if m not in folded]):
            column.addWidget(self._row(message))
        self.setWidget(rows)
        self.setVisible(bool(shown))
        self._fit()

    def _fit(self) -> None:
        rows = self.widget()
        needed = rows.heightForWidth(self.viewport().width())
        most = min(_MOST_LINES * self.fontMetrics().lineSpacing(), self.window().height() // 4)
        self.setFixedHeight(min(most, max(needed, rows.minimumSizeHint().height())))

    def _frame(self) -> tuple[QFrame, QHBoxLayout]:
        frame = QFrame()
        frame.setObjectName("messageRow")
        row = QHBoxLayout(frame)
        side = self.fontMetrics().height()
        row.setContentsMargins(side // 2, side // 6, side // 2, side // 6)
        return frame, row

    def _summary(self, shown: Sequence[Message]) -> QFrame:
        frame, row = self._frame()
        away = QPushButton(self.tr("Put All Away"))
        away.setObjectName("dismissAll")
        away.clicked.connect(lambda: self._messages.dismiss(*shown))
        row.addWidget(QLabel(self.tr("{n} messages").format(n=len(shown))), 1)
        row.addWidget(away)
        return frame

    def _failures(self, failed: Sequence[Message]) -> QFrame:
        frame, row = self._frame()
        toggle = QPushButton(self.tr("Hide Them") if self._expanded else self.tr("Show Them"))
        toggle.setObjectName("toggleFailures")
        toggle.clicked.connect(self._toggle)
        row.addWidget(QLabel(self.tr("{n} files cannot be opened").format(n=len(failed))), 1)
        row.addWidget(toggle)
        return frame

    def _toggle(self) -> None:
        self._expanded = not self._expanded
        self._show()

    def _row(self, message: Message) -> QFrame:
        frame, row = self._frame()
        side = self.fontMetrics().height()
        sign = QLabel()
        name = message.severity.value
        sign.setPixmap(self._theme.icon(name, name).pixmap(side, side))
        text = QLabel(message.text)
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row.addWidget(sign)
        row.addWidget(text, 1)
        for remedy in message.remedies:
            row.addWidget(self._button(message, remedy))
        close = QToolButton()
        close.setObjectName("dismiss")
        close.setAutoRaise(True)
        close.setIcon(self._theme.icon("close"))
        close.setToolTip(self.tr("Put this message away"))
        close.setAccessibleName(self.tr("Put this message away"))
        close.clicked.connect(lambda: self._messages.dismiss(message))
        row.addWidget(close)
        return frame

    def _button(self, message: Message, remedy: Remedy) -> QPushButton:
        def act() -> None:
            self._messages.dismiss(message)
            remedy.run()

        button = QPushButton(remedy.text)
        button.clicked.connect(act)
        return button
