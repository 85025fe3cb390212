"""The window: puts the views together and binds them to the desk and the commands."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.actions import ACTIONS, MENUS, action_text, make_actions
from reviewer.gui.commands import Commands
from reviewer.gui.desk import Desk
from reviewer.gui.dialogs.about import AboutDialog
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.dialogs.leaving import Leaving
from reviewer.gui.exporting import Exporter
from reviewer.gui.messages import MessageCenter
from reviewer.gui.opening import Opener
from reviewer.gui.preferences import Preferences
from reviewer.gui.tasks import Tasks
from reviewer.gui.theme import Theme
from reviewer.gui.views.element_panel import ElementPanel
from reviewer.gui.views.findings_panel import FindingsPanel
from reviewer.gui.views.gutter import Gutter
from reviewer.gui.views.message_area import MessageArea
from reviewer.gui.views.report_header import ReportHeader
from reviewer.gui.views.report_list import ReportListView
from reviewer.gui.views.report_text import ReportText
from reviewer.gui.views.score_strip import ScoreStrip
from reviewer.gui.views.scrolled import Scrolled
from reviewer.gui.views.section_tree import SectionTreeView
from reviewer.gui.views.start_page import StartPage
from reviewer.gui.views.task_indicator import TaskIndicator

_WIDTH_FOR_FULL_DOCKS_EM = 72  # in a narrower window the docks leave the text its share


class MainWindow(QMainWindow):
    """Holds no truth of its own: it can be closed and made anew at any moment."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        messages: MessageCenter,
        preferences: Preferences,
        opener: Opener,
        exporter: Exporter,
        leaving: Leaving,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(self.tr("Reviewer"))
        self.setWindowIcon(theme.icon("reviewer", "accent"))
        self.setAcceptDrops(True)
        self._desk = desk
        self._leaving = leaving
        self._preferences = preferences
        self._theme = theme
        questions = FileQuestions(self)
        self.commands = Commands(desk, opener, exporter, preferences, questions, self)
        self.actions_by_id = make_actions(self.commands, theme, self)
        self.report_list = ReportListView(desk)
        self.section_tree = SectionTreeView(desk)
        self.header = ReportHeader(desk)
        self.text = ReportText(desk, theme)
        self.gutter = Gutter(self.text, desk, theme)
        self.findings = FindingsPanel(desk, theme)
        self.element = ElementPanel(desk, theme)
        self.message_area = MessageArea(desk, messages, theme)
        self.start_page = StartPage(theme)
        self.scores = ScoreStrip(desk)
        self.indicator = TaskIndicator(tasks)
        self._pages = QStackedWidget()
        self._lay_out()
        self._make_menus()
        self._make_toolbar()
        self._connect()
        self._refresh()
        self.text.set_zoom(preferences.settings.zoom)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.commands.open_paths([url.toLocalFile() for url in urls if url.isLocalFile()])

    def closeEvent(self, event: QCloseEvent) -> None:
        self.put_away()
        if self._leaving.may_leave(self):
            super().closeEvent(event)
        else:
            event.ignore()

    def put_away(self) -> None:
        """Keep what the window alone knows: the words being typed and its layout."""
        self.element.keep_comment()
        state = self.saveState().toBase64().toStdString()
        geometry = self.saveGeometry().toBase64().toStdString()
        self._preferences.change(layout=f"{geometry} {state}")

    def _lay_out(self) -> None:
        page = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.gutter)
        row.addWidget(self.text, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)
        self._pages.addWidget(self.start_page)
        self._pages.addWidget(page)
        center = QWidget()
        whole = QVBoxLayout(center)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.message_area)
        whole.addWidget(self._pages, 1)
        self.setCentralWidget(center)
        self._make_docks()
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.indicator)
        self.statusBar().addPermanentWidget(self.scores)

    def _make_docks(self) -> None:
        left, right = Qt.DockWidgetArea.LeftDockWidgetArea, Qt.DockWidgetArea.RightDockWidgetArea
        docks = [
            self._dock("reports", self.tr("Reports"), self.report_list, left),
            self._dock("sections", self.tr("Sections"), self.section_tree, left),
            self._dock("elements", self.tr("Elements"), self.findings, right),
            self._dock("element", self.tr("Finding"), Scrolled(self.element), right),
        ]
        self._docks = docks
        em = self.fontMetrics().height()
        self.resize(QSize(em * 90, em * 52).boundedTo(self.screen().availableSize()))
        unit = min(em, self.width() // _WIDTH_FOR_FULL_DOCKS_EM)
        self.resizeDocks(docks[:3:2], [unit * 16, unit * 24], Qt.Orientation.Horizontal)
        self.resizeDocks(docks[:2], [em * 13, em * 35], Qt.Orientation.Vertical)
        self.resizeDocks(docks[2:], [em * 22, em * 26], Qt.Orientation.Vertical)
        geometry, _, state = self._preferences.settings.layout.partition(" ")
        if state:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))
            self.restoreState(QByteArray.fromBase64(state.encode()))

    def _dock(
        self, name: str, title: str, content: QWidget, area: Qt.DockWidgetArea
    ) -> QDockWidget:
        dock = QDockWidget(title)
        dock.setObjectName(f"{name}Dock")
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        dock.setWidget(content)
        self.addDockWidget(area, dock)
        return dock

    def _make_menus(self) -> None:
        menus: dict[str, QMenu] = {}
        for name, text in MENUS:
            menus[name] = self.menuBar().addMenu(action_text(text))
        last: dict[str, str] = {}
        for spec in ACTIONS:
            menu = menus[spec.menu]
            if last.get(spec.menu, spec.section) != spec.section:
                menu.addSeparator()
            last[spec.menu] = spec.section
            menu.addAction(self.actions_by_id[spec.id])
            if spec.id == "open_folder":
                self.recent_menu = menu.addMenu(self.tr("Recent Files"))
        menus["view"].addSeparator()
        for dock in self._docks:
            menus["view"].addAction(dock.toggleViewAction())
        self.recent_menu.aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        self.recent_menu.clear()
        for path in self._preferences.settings.recent:
            entry = self.recent_menu.addAction(path.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, p=path: self.commands.open_paths([p]))
        if not self._preferences.settings.recent:
            self.recent_menu.addAction(self.tr("None yet")).setEnabled(False)

    def _make_toolbar(self) -> None:
        bar = QToolBar(self.tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        side = self.fontMetrics().height() * 5 // 4
        bar.setIconSize(bar.iconSize().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
        section = ""
        for spec in ACTIONS:
            if spec.toolbar:
                if section and section != spec.section:
                    bar.addSeparator()
                section = spec.section
                bar.addAction(self.actions_by_id[spec.id])
        self.addToolBar(bar)

    def _connect(self) -> None:
        for view in (self.findings, self.element, self.start_page):
            view.bind(self.actions_by_id)
        commands, desk = self.commands, self._desk
        commands.filter_requested.connect(self.findings.set_filter)
        self.actions_by_id["filter_all"].setChecked(True)
        commands.zoom_changed.connect(self.text.set_zoom)
        commands.comment_requested.connect(self.element.comment.setFocus)
        commands.about_requested.connect(lambda: AboutDialog(self._theme, self).open())
        commands.quit_requested.connect(self.close)
        self.text.zoom_requested.connect(
            lambda step: commands.zoom_in() if step > 0 else commands.zoom_out()
        )
        self.header.reopen_requested.connect(commands.reopen_as)
        desk.current_changed.connect(self._refresh)
        desk.element_selected.connect(self._refresh)
        desk.decided.connect(self._refresh)

    def _refresh(self) -> None:
        self.commands.refresh(self.actions_by_id)
        page = 0 if self._desk.current is None else 1
        if page != self._pages.currentIndex():
            self._pages.setCurrentIndex(page)
            self.text.setFocus()
