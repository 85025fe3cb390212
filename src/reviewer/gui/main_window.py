"""The window: puts the views together and binds them to the desk and the commands."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.action_spec import make_actions
from reviewer.gui.actions import MENUS
from reviewer.gui.arranging import Room
from reviewer.gui.commands import states
from reviewer.gui.commands.decide import DecideCommands
from reviewer.gui.commands.export import ExportCommands
from reviewer.gui.commands.file import FileCommands
from reviewer.gui.commands.go import GoCommands
from reviewer.gui.commands.help import HelpCommands
from reviewer.gui.commands.structure import StructureCommands
from reviewer.gui.commands.view import ViewCommands
from reviewer.gui.dialogs.exports import ExportDialogs
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.dialogs.opener import Dialogs
from reviewer.gui.docks import Docks, Panel
from reviewer.gui.menus import make_menus, make_toolbar
from reviewer.gui.rounds import Round, Stop
from reviewer.gui.shared import Shared
from reviewer.gui.speaking import Speaker
from reviewer.gui.theme import Theme
from reviewer.gui.views.decision_row import DecisionStrip
from reviewer.gui.views.element_panel import ElementPanel
from reviewer.gui.views.findings_panel import FindingsPanel
from reviewer.gui.views.message_area import MessageArea
from reviewer.gui.views.notes_panel import NotesPanel
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


@dataclass(frozen=True, slots=True)
class Commands:
    """The objects whose methods the actions are, by menu."""

    file: FileCommands
    export: ExportCommands
    decide: DecideCommands
    structure: StructureCommands
    go: GoCommands
    view: ViewCommands
    help: HelpCommands

    def by_menu(self) -> dict[str, QObject]:
        """Return them by the ids of the menus."""
        return {menu.id: getattr(self, menu.id) for menu in MENUS}


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
        self.commands = self._make_commands()
        self.dialogs = Dialogs(shared, self.commands.decide, theme, self)
        self.exports = ExportDialogs(shared, self.commands.export, self.questions, theme, self)
        self.actions_by_id = make_actions(MENUS, self.commands.by_menu(), theme, self)
        self.reports = ReportPanel(desk, theme, shared.preferences, shared.index)
        self.report_list = self.reports.view
        self.section_tree = SectionTreeView(desk)
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
        self._pages = QStackedWidget()
        self._suiting = _soon(self)  # once the window's own layout is done
        self._refreshing = _soon(self)
        self._lay_out()
        self.docks = self._make_docks()
        self.round = self._make_round()
        self._make_menus()
        self.toolbar = make_toolbar(self, self.tr("Toolbar"), self.actions_by_id)
        self._toolbar_width = self.toolbar.sizeHint().width()
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
        self._suiting.start()

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

    def _make_commands(self) -> Commands:
        shared, desk = self._shared, self._desk
        return Commands(
            file=FileCommands(
                desk,
                shared.opener,
                shared.projects,
                shared.keeper,
                self.questions,
                self,
            ),
            export=ExportCommands(
                desk,
                shared.exporter,
                shared.handing_out,
                shared.doubter,
                self.questions,
                self,
            ),
            decide=DecideCommands(
                desk,
                self.walker,
                shared.judging,
                shared.bulk,
                self._selection,
                shared.notes,
                self,
            ),
            structure=StructureCommands(desk, self._selection, self),
            go=GoCommands(desk, self.walker, self),
            view=ViewCommands(self.walker, shared.preferences, self),
            help=HelpCommands(self),
        )

    def _lay_out(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.page, 1)
        self._pages.addWidget(Scrolled(self.start_page))
        self._pages.addWidget(page)
        center = QWidget()
        whole = QVBoxLayout(center)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.message_area)
        whole.addWidget(self._pages, 1)
        self.setCentralWidget(center)
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
        self.recent_menu = menus.insert_menu("file", "open", self.tr("Recent Files"))
        self.projects_menu = menus.insert_menu("file", "project", self.tr("Recent Projects"))
        self.projects_menu.aboutToShow.connect(self._fill_projects)
        panels = menus.insert_menu("view", "panels", self.tr("Panels"))
        for dock in self.docks.by_name.values():
            panels.addAction(dock.toggleViewAction())
        panels.addSeparator()
        panels.addAction(self.tr("As at First")).triggered.connect(self.docks.arrange)
        self.recent_menu.aboutToShow.connect(self._fill_recent)

    def _fill_recent(self) -> None:
        self._fill(self.recent_menu, self._preferences.settings.recent)

    def _fill_projects(self) -> None:
        self._fill(self.projects_menu, self._preferences.settings.recent_projects)

    def _fill(self, menu: QMenu, paths: tuple[str, ...]) -> None:
        menu.clear()
        for path in paths:
            entry = menu.addAction(path.replace("&", "&&"))
            entry.triggered.connect(lambda _=False, p=path: self.commands.file.open_paths([p]))
        if not paths:
            menu.addAction(self.tr("None yet")).setEnabled(False)

    def _connect(self) -> None:
        for view in (
            self.findings, self.element, self.strip, self.notes, self.start_page, self.reports,
            self.section_tree, self.page,
        ):  # fmt: skip
            view.bind(self.actions_by_id)
        commands, desk = self.commands, self._desk
        self.walker.filter_changed.connect(self.findings.set_filter)
        self.actions_by_id["filter_all"].setChecked(True)
        self._suiting.timeout.connect(self._suit)
        self._refreshing.timeout.connect(self._refresh)
        self.docks.rearranged.connect(self._on_rearranged)
        commands.view.zoom_changed.connect(self.text.set_zoom)
        commands.view.reading_requested.connect(self._read_only_text)
        self.text.zoom_requested.connect(commands.view.zoom_step)
        self.reports.words_searched.connect(self.page.find_bar.look_for)
        self.reports.next_wanted.connect(self.page.find_bar.go)
        commands.file.chosen = commands.decide.chosen = self.report_list.chosen
        commands.export.chosen = self.report_list.chosen
        commands.go.neighbour = self._shared.ahead.neighbour = self.report_list.neighbour
        self.walker.others = self.report_list.others
        commands.go.panel_step_requested.connect(self.round.go)
        commands.go.find_requested.connect(self._find)
        commands.go.find_step_requested.connect(self.page.find_bar.go)
        self._connect_dialogs()
        commands.file.newer_chosen.connect(self._compare_with)
        commands.view.side_by_side_requested.connect(self._two_reports)
        self._shared.replacer.ready.connect(self.dialogs.newer_version)
        self._shared.signer.settings_wanted.connect(self.dialogs.person)
        commands.file.print_requested.connect(self._print)
        commands.file.pdf_requested.connect(self._save_pdf)
        commands.file.quit_requested.connect(self.close)
        self.header.reopen_requested.connect(commands.file.reopen_as)
        self._shared.projects.changed.connect(self._name_window)
        desk.current_changed.connect(self._refresh)
        desk.element_selected.connect(self._refresh)
        desk.ruled.connect(self._on_ruled)

    def _connect_dialogs(self) -> None:
        decide, dialogs = self.commands.decide, self.dialogs
        self.commands.file.backups_requested.connect(dialogs.backups)
        self.commands.file.settings_requested.connect(dialogs.settings)
        decide.comment_requested.connect(self._comment)
        decide.phrase_requested.connect(self._choose_phrase)
        decide.phrases_requested.connect(dialogs.phrases)
        decide.reason_requested.connect(dialogs.reason)
        decide.note_reason_requested.connect(self._note_reason)
        decide.report_comment_requested.connect(dialogs.report_comment)
        decide.told.connect(self.tell)
        self._shared.bulk.told.connect(self.tell)
        decide.taken.connect(self.text.end_selection)
        self.commands.structure.told.connect(self.tell)
        self.commands.structure.front_matter_requested.connect(dialogs.front_matter)
        self.commands.help.about_requested.connect(dialogs.about)
        self.commands.help.guide_requested.connect(dialogs.guide)
        self.commands.help.keys_requested.connect(dialogs.keys)

    def _suit(self) -> None:
        self.docks.suit(self.size())
        words = self._toolbar_width <= self.width()
        style = Qt.ToolButtonStyle
        self.toolbar.setToolButtonStyle(
            style.ToolButtonTextBesideIcon if words else style.ToolButtonIconOnly
        )

    def _on_rearranged(self, room: Room) -> None:
        small = room is Room.SMALL
        self.toolbar.setVisible(not small)
        self.element.decision.fold(small)

    def tell(self, words: str) -> None:
        """Say a word in the status bar that needs no answer."""
        self.statusBar().showMessage(words, _WORD_MS)
        self.speaker.say(words)

    def _note_reason(self) -> None:
        note = self.notes.chosen()
        if note is None:
            words = self.tr("Choose a contradiction or an oddity under Cross-Checks first.")
            self.tell(words)
        else:
            self.dialogs.note_reason(note)

    def _compare_with(self, path: str) -> None:
        if self._desk.current is not None:
            self._shared.replacer.begin(self._desk.current, path)

    def _two_reports(self) -> None:
        chosen = self.report_list.chosen()
        if len(chosen) != 2:
            chosen = [self._desk.row, self.report_list.neighbour(1)]
        if chosen[0] == chosen[1]:
            self.tell(self.tr("Open a second report, or select two in the list."))
        else:
            self.dialogs.two_reports(chosen)

    def _print(self) -> None:
        if self._desk.current is not None:
            self._shared.doubter.tell([self._desk.current])
            self._shared.exporter.print_report(self._desk.current, self)

    def _save_pdf(self, target: str) -> None:
        if self._desk.current is not None:
            self._shared.doubter.tell([self._desk.current])
            file = self.commands.file
            self._shared.exporter.save_pdf(self._desk.current, target, file.save_pdf_as)

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
        if row == self._desk.row:
            self._refresh()
        else:  # of others, a step may touch a hundred
            self._refreshing.start()

    def _refresh(self) -> None:
        states.refresh(self.actions_by_id, self._desk, self._preferences)
        page = 0 if self._desk.row < 0 else 1
        if page != self._pages.currentIndex():
            self._pages.setCurrentIndex(page)
            self.text.setFocus()


def _soon(parent: QObject) -> QTimer:
    """Return a timer that, started any number of times, goes off once and soon."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(0)
    return timer
