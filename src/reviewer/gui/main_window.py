"""The window: puts the views together and binds them to the desk and the commands."""

from __future__ import annotations

from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from reviewer.gui.action_spec import make_actions
from reviewer.gui.actions import MENUS
from reviewer.gui.arranging import Room
from reviewer.gui.commands import states
from reviewer.gui.commands.by_menu import make_commands
from reviewer.gui.dialogs.exports import ExportDialogs
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.dialogs.opener import Dialogs
from reviewer.gui.docks import Docks, Panel
from reviewer.gui.menus import Toolbar, make_menus
from reviewer.gui.pausing import Pause
from reviewer.gui.rounds import Round, Stop
from reviewer.gui.shared import Shared
from reviewer.gui.speaking import Speaker
from reviewer.gui.theme import Theme
from reviewer.gui.views.center import Center
from reviewer.gui.views.decision_row import DecisionStrip
from reviewer.gui.views.element_panel import ElementPanel
from reviewer.gui.views.findings_panel import FindingsPanel
from reviewer.gui.views.message_area import MessageArea
from reviewer.gui.views.notes_panel import NotesPanel
from reviewer.gui.views.recent_menu import RecentMenu
from reviewer.gui.views.report_header import ReportHeader
from reviewer.gui.views.report_list import ReportPanel
from reviewer.gui.views.score_strip import ScoreStrip
from reviewer.gui.views.scrolled import Scrolled
from reviewer.gui.views.section_tree import SectionTreeView
from reviewer.gui.views.start_page import StartPage
from reviewer.gui.views.task_indicator import TaskIndicator
from reviewer.gui.views.text_page import TextPage
from reviewer.gui.walking import Walker
from reviewer.report import Span

_WORD_MS = 5000  # how long a word in the status bar stays


class MainWindow(QMainWindow):
    """Holds no truth of its own: it can be closed and made anew at any moment."""

    def __init__(self, shared: Shared, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowIcon(theme.icon("reviewer", "accent"))
        self.setAcceptDrops(True)
        self._shared = shared
        self._desk = desk = shared.desk
        self._preferences = shared.preferences
        self._theme = theme
        self.questions = FileQuestions(self)
        self.walker = Walker(desk, shared.messages, self)
        self.commands = make_commands(shared, self.walker, self.questions, self._selection, self)
        self.dialogs = Dialogs(shared, self.commands, theme, self)
        self.exports = ExportDialogs(shared, self.commands.export, self.questions, theme, self)
        self.actions_by_id = make_actions(MENUS, self.commands.by_menu(), theme, self)
        self.reports = ReportPanel(desk, theme, shared.preferences, shared.index)
        self.report_list = self.reports.view
        self.section_tree = SectionTreeView(desk, shared.notes)
        self.header = ReportHeader(desk)
        self.page = TextPage(desk, theme, shared.notes, shared.index)
        self.text = self.page.text
        self.gutter = self.page.gutter
        self.findings = FindingsPanel(desk, theme)
        self.element = ElementPanel(desk, theme, shared.phrases, shared.messages, shared.notes)
        self.strip = DecisionStrip(desk, theme)
        self.notes = NotesPanel(desk, shared.notes, shared.messages, theme)
        self.message_area = MessageArea(desk, shared.messages, theme)
        self.speaker = Speaker(desk, shared.messages, self)
        self.start_page = StartPage(theme)
        self.scores = ScoreStrip(desk)
        self.indicator = TaskIndicator(shared.tasks, shared.bulk)
        self._center = Center(self.message_area, self.start_page, self.header, self.page)
        self._suiting = Pause(self._suit, self)  # until the window's own layout is done
        self._refreshing = Pause(self._refresh, self)
        self._lay_out()
        self.docks = self._make_docks()
        self.round = self._make_round()
        self._make_menus()
        self.toolbar = Toolbar(self, self.actions_by_id)
        self._connect()
        self._name_window()
        self._refresh()
        self.docks.restore(shared.preferences.settings.layout)
        self.text.set_zoom(shared.preferences.settings.zoom)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        urls = event.mimeData().urls()
        event.acceptProposedAction()
        self.commands.file.open_paths([url.toLocalFile() for url in urls if url.isLocalFile()])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._suiting.begin()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._desk.settling.emit()  # what was asked for has to be on disk, too
        self.put_away()
        if self._shared.leaving.may_leave(self):
            super().closeEvent(event)
        else:
            event.ignore()

    def put_away(self) -> None:
        """Keep what the window alone knows: the words being typed and its layout."""
        self.element.keep_comment()
        self.walker.forget()
        self.actions_by_id["reading_mode"].setChecked(False)
        self._read_only_text(False)
        self._preferences.change(layout=self.docks.layout())

    def _lay_out(self) -> None:
        self.setCentralWidget(self._center)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addWidget(self.indicator)
        self.statusBar().addPermanentWidget(self.scores)

    def _make_docks(self) -> Docks:
        panels = [
            Panel("reports", self.tr("Reports"), self.reports),
            Panel("sections", self.tr("Sections"), self.section_tree),
            Panel("elements", self.tr("Elements"), self.findings),
            Panel("notes", self.tr("Cross-Checks"), self.notes),
            Panel("element", self.tr("Finding"), Scrolled(self.element)),
        ]
        return Docks(self, panels, self.strip, self._theme)

    def _make_round(self) -> Round:
        stops = [
            Stop("", self.text),
            Stop("elements", self.findings.view),
            Stop("element", self.element.text),
            Stop("reports", self.report_list),
            Stop("sections", self.section_tree),
            Stop("notes", self.notes.tabBar()),
        ]
        return Round(self.docks, stops)

    def _make_menus(self) -> None:
        menus = make_menus(self, self.actions_by_id)
        preferences = self._preferences
        self.recent_menu = RecentMenu(
            lambda: preferences.settings.recent, self.tr("Recent Files"), self
        )
        self.projects_menu = RecentMenu(
            lambda: preferences.settings.recent_projects, self.tr("Recent Projects"), self
        )
        panels = QMenu(self.tr("Panels"), self)
        self.docks.offer(panels)
        menus.insert("file", "open", self.recent_menu)
        menus.insert("file", "project", self.projects_menu)
        menus.insert("view", "panels", panels)

    def _connect(self) -> None:
        for view in (
            self.findings, self.element, self.strip, self.notes, self.start_page, self.reports,
            self.section_tree, self.page,
        ):  # fmt: skip
            view.bind(self.actions_by_id)
        desk = self._desk
        self.walker.filter_changed.connect(self.findings.set_filter)
        self.actions_by_id["filter_all"].setChecked(True)
        self.docks.rearranged.connect(self._on_rearranged)
        self.text.zoom_requested.connect(self.commands.view.zoom_step)
        self.reports.words_searched.connect(self.page.find_bar.look_for)
        self.reports.next_wanted.connect(self.page.find_bar.go)
        self.header.reopen_requested.connect(self.commands.file.reopen_as)
        for menu in (self.recent_menu, self.projects_menu):
            menu.chosen.connect(self._open_recent)
        self._connect_commands()
        self._shared.bulk.told.connect(self.tell)
        self._shared.projects.changed.connect(self._name_window)
        desk.current_changed.connect(self._refresh)
        desk.element_selected.connect(self._refresh)
        desk.ruled.connect(self._on_ruled)

    def _connect_commands(self) -> None:
        """Let the commands ask the views what is chosen, and the views do what they ask for."""
        commands, reports = self.commands, self.report_list
        for asking in (commands.file, commands.export, commands.decide, commands.view):
            asking.chosen = reports.chosen
        for asking in (commands.go, commands.view, self._shared.ahead):
            asking.neighbour = reports.neighbour
        self.walker.others = reports.others
        reports.rearranged.connect(self._shared.ahead.look_again)
        commands.decide.note = self.notes.chosen
        for telling in (commands.decide, commands.structure, commands.view):
            telling.told.connect(self.tell)
        commands.file.quit_requested.connect(self.close)
        commands.decide.comment_requested.connect(self._comment)
        commands.decide.phrase_requested.connect(self._choose_phrase)
        commands.decide.taken.connect(self.text.end_selection)
        commands.go.panel_step_requested.connect(self.round.go)
        commands.go.find_requested.connect(self._find)
        commands.go.find_step_requested.connect(self.page.find_bar.go)
        commands.view.zoom_changed.connect(self.text.set_zoom)
        commands.view.reading_requested.connect(self._read_only_text)

    def _open_recent(self, path: str) -> None:
        self.commands.file.open_paths([path])

    def _suit(self) -> None:
        self.docks.suit(self.size())
        self.toolbar.suit(self.width())

    def _on_rearranged(self, room: Room) -> None:
        small = room is Room.SMALL
        self.toolbar.setVisible(not small)
        self.element.decision.fold(small)

    def tell(self, words: str) -> None:
        """Say a word in the status bar that needs no answer."""
        self.statusBar().showMessage(words, _WORD_MS)
        self.speaker.say(words)

    def _name_window(self) -> None:
        projects, program = self._shared.projects, self.tr("Reviewer")
        state = self.tr("look only") if projects.read_only else ""
        self.setWindowTitle(" – ".join(w for w in (projects.name, state, program) if w))

    def _find(self) -> None:
        span, review = self.text.selected_span(), self._desk.current
        self.page.find_bar.open(span.of(review.report.text) if span and review else "")

    def _selection(self) -> Span | None:
        return self.text.selected_span()

    def _choose_phrase(self) -> None:
        self.docks.raise_panel("element")
        self.element.choose_phrase()

    def _comment(self) -> None:
        self.docks.raise_panel("element")
        self.element.comment.setFocus()

    def _read_only_text(self, reading: bool) -> None:
        self.docks.hide_for_reading(reading)
        self.text.show_marks(not reading)

    def _on_ruled(self, row: int) -> None:
        self.statusBar().clearMessage()  # what it says of the last step is no longer so
        if row == self._desk.row:
            self._refresh()
        else:  # of others, a step may touch a hundred
            self._refreshing.begin()

    def _refresh(self) -> None:
        states.refresh(self.actions_by_id, self._desk, self._preferences)
        self._center.show_report(self._desk.row >= 0)
