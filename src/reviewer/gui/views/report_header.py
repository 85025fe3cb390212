"""The line above the text: which report this is, and how its file was read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from reviewer.gui.desk import Desk
from reviewer.gui.views.elided_label import ElidedLabel
from reviewer.gui.wording import encoding_name, file_name, report_name
from reviewer.review import Review

_ROOM_FOR_FACTS_EM = 36
ENCODINGS = (
    "utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be",
)  # fmt: skip


class ReportHeader(QFrame):
    """Title and facts of the review at hand; offers to read the file in another encoding."""

    reopen_requested = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportHeader")
        self._desk = desk
        self._title = ElidedLabel()
        font = self._title.font()
        font.setBold(True)
        self._title.setFont(font)
        self._facts = QLabel()
        self._facts.setObjectName("muted")
        self.encoding = QToolButton()
        self.encoding.setObjectName("encoding")
        self.encoding.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.encoding.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.encoding.setToolTip(self.tr("Read the file again in another encoding"))
        menu = QMenu(self.encoding)
        for encoding in ENCODINGS:
            action = menu.addAction(self.tr("Reopen as {name}").format(name=encoding.upper()))
            action.triggered.connect(lambda _=False, e=encoding: self.reopen_requested.emit(e))
        self.encoding.setMenu(menu)
        row = QHBoxLayout(self)
        gap = self.fontMetrics().averageCharWidth()
        row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        row.addWidget(self._title, 1)
        row.addWidget(self._facts)
        row.addWidget(self.encoding)
        desk.current_changed.connect(self._show)
        desk.reassessed.connect(self._show)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._facts.setVisible(self.width() > _ROOM_FOR_FACTS_EM * self.fontMetrics().height())

    def _show(self) -> None:
        review = self._desk.current
        if review is None:
            self._show_wait()
            return
        title = review.outline.front.title
        self._title.setText(title.value if title else file_name(review.report.source))
        facts = self._describe(review)
        self._title.setToolTip(f"{review.report.source}\n{facts}")
        self._facts.setText(facts)
        encoding = encoding_name(review.report)
        self.encoding.setVisible(bool(encoding))
        self.encoding.setText(self.tr("Encoding: {name}").format(name=encoding))

    def _show_wait(self) -> None:
        """Name the report that is being judged, if there is one."""
        review = self._desk.reviews[self._desk.row] if self._desk.waiting else None
        self._title.setText(report_name(review) if review else "")
        self._facts.setText(self.tr("It is being judged…") if review else "")
        self._title.setToolTip(review.source if review else "")
        self.encoding.hide()

    def _describe(self, review: Review) -> str:
        front = review.outline.front
        facts = []
        if front.date_text is not None:
            facts.append(front.date_text)
        facts.append(review.report.format.upper())
        count = f"{len(review.report.text):,}"
        facts.append(self.tr("{count} characters").format(count=count))
        return " · ".join(facts)
