"""The middle of the window: messages above the report at hand, or above what to do first."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.views.message_area import MessageArea
from reviewer.gui.views.report_header import ReportHeader
from reviewer.gui.views.scrolled import Scrolled
from reviewer.gui.views.start_page import StartPage
from reviewer.gui.views.text_page import TextPage


class Center(QWidget):
    """Shows the text under its header as long as there is a report, else the start page."""

    def __init__(
        self, messages: MessageArea, start: StartPage, header: ReportHeader, page: TextPage
    ) -> None:
        super().__init__()
        self._page = page
        self._report = QWidget()
        _stack_up(self._report, header, page)
        self._shown = QStackedWidget()
        self._shown.addWidget(Scrolled(start))
        self._shown.addWidget(self._report)
        _stack_up(self, messages, self._shown)

    def show_report(self, there: bool) -> None:
        """Show the report if it is `there`; one that comes takes the focus."""
        if there is not (self._shown.currentWidget() is self._report):
            self._shown.setCurrentIndex(int(there))
            self._page.text.setFocus()


def _stack_up(around: QWidget, upper: QWidget, lower: QWidget) -> None:
    """Put `lower`, which takes all the room there is, right below `upper`."""
    column = QVBoxLayout(around)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(upper)
    column.addWidget(lower, 1)
