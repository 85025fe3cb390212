"""What the actions do: one method for each slot named in the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from reviewer.checklist import Element, Verdict
from reviewer.gui.actions import ACTIONS
from reviewer.gui.desk import Desk, is_flagged, is_undecided
from reviewer.gui.dialogs.files import FileQuestions
from reviewer.gui.exporting import Exporter
from reviewer.gui.models.findings import ElementFilter
from reviewer.gui.opening import Opener
from reviewer.gui.preferences import ZOOM_STEP, Preferences
from reviewer.gui.wording import report_name
from reviewer.review import Review

_HALF_POINT = 0.5


class Commands(QObject):
    """The verbs of the program. What concerns the window alone goes out as a signal."""

    filter_requested = Signal(ElementFilter)
    zoom_changed = Signal(float)
    comment_requested = Signal()
    language_requested = Signal(str)
    theme_requested = Signal(str)
    about_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self,
        desk: Desk,
        opener: Opener,
        exporter: Exporter,
        preferences: Preferences,
        questions: FileQuestions,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._opener = opener
        self._exporter = exporter
        self._preferences = preferences
        self.questions = questions
        self._evidence = 0
        self._filter = ElementFilter.ALL
        desk.element_selected.connect(self._forget_evidence)

    def refresh(self, actions: Mapping[str, QAction]) -> None:
        """Enable what can be done just now and check what holds."""
        review, element_id = self._desk.current, self._desk.element_id
        there = {
            "": True,
            "report": review is not None,
            "element": bool(element_id),
            "undo": review is not None and review.can_undo,
            "redo": review is not None and review.can_redo,
        }
        for spec in ACTIONS:
            actions[spec.id].setEnabled(there[spec.needs])
        verdict = review.verdict(element_id) if review and element_id else None
        for known in (Verdict.PRESENT, Verdict.WEAK, Verdict.MISSING):
            action = actions[f"decide_{known.value}"]
            group = action.actionGroup()
            group.setExclusionPolicy(group.ExclusionPolicy.ExclusiveOptional)
            action.setChecked(known is verdict)
        actions[f"theme_{self._preferences.settings.theme}"].setChecked(True)
        actions[f"language_{self._preferences.settings.language}"].setChecked(True)

    def open_files(self) -> None:
        """Ask for files and open them."""
        self._opener.open_paths(self.questions.reports())

    def open_folder(self) -> None:
        """Ask for a folder and open the reports in it."""
        folder = self.questions.folder()
        self._opener.open_paths([folder] if folder else [])

    def open_paths(self, paths: list[str]) -> None:
        """Open files and folders that were dropped or chosen from the recent ones."""
        self._opener.open_paths(paths)

    def reopen_as(self, encoding: str) -> None:
        """Read the report at hand again in another encoding."""
        if self._desk.current is not None:
            self._opener.reopen(self._desk.row, encoding)

    def close_report(self) -> None:
        """Take the report at hand off the desk."""
        self._desk.close(self._desk.row)

    def export(self) -> None:
        """Ask for a name and write the score sheets of all open reports."""
        self._export_as(self._suggested_name())

    def quit(self) -> None:
        """End the program."""
        self.quit_requested.emit()

    def undo(self) -> None:
        """Take back the last decision and show what it was about."""
        self._desk.undo()

    def redo(self) -> None:
        """Make the last decision taken back again."""
        self._desk.redo()

    def accept(self) -> None:
        """Settle the element as it stands and go on to the next undecided one."""
        self._desk.decide(confirmed=True)
        self._walk(is_undecided, 1)

    def decide_present(self) -> None:
        """Overrule the verdict: present."""
        self._decide(Verdict.PRESENT)

    def decide_weak(self) -> None:
        """Overrule the verdict: weak."""
        self._decide(Verdict.WEAK)

    def decide_missing(self) -> None:
        """Overrule the verdict: missing."""
        self._decide(Verdict.MISSING)

    def use_suggestion(self) -> None:
        """Take the machine's verdict and points again."""
        self._desk.decide(verdict=None, points=None)

    def more_points(self) -> None:
        """Give half a point more."""
        self._add_points(_HALF_POINT)

    def fewer_points(self) -> None:
        """Give half a point less."""
        self._add_points(-_HALF_POINT)

    def comment(self) -> None:
        """Let the user write a comment."""
        self.comment_requested.emit()

    def next_flagged(self) -> None:
        """Go to the next weak or missing element."""
        self._walk(is_flagged, 1)

    def previous_flagged(self) -> None:
        """Go to the previous weak or missing element."""
        self._walk(is_flagged, -1)

    def next_undecided(self) -> None:
        """Go to the next element that is not yet settled."""
        self._walk(is_undecided, 1)

    def previous_undecided(self) -> None:
        """Go to the previous element that is not yet settled."""
        self._walk(is_undecided, -1)

    def next_evidence(self) -> None:
        """Show the next passage that speaks for the selected element, round the end."""
        review = self._desk.current
        finding = review.findings.get(self._desk.element_id) if review else None
        if review is None or finding is None:
            return
        spans = [evidence.span for evidence in review.evidence(finding.id)]
        if finding.expected is not None:
            spans.append(finding.expected)
        if spans:
            self._evidence = (self._evidence + 1) % len(spans)
            self._desk.jump_to(spans[self._evidence])

    def next_report(self) -> None:
        """Take the next report to hand, round the end."""
        self._desk.show((self._desk.row + 1) % len(self._desk.reviews))

    def previous_report(self) -> None:
        """Take the previous report to hand, round the end."""
        self._desk.show((self._desk.row - 1) % len(self._desk.reviews))

    def filter_all(self) -> None:
        """List all elements."""
        self._show_only(ElementFilter.ALL)

    def filter_weak(self) -> None:
        """List weak elements."""
        self._show_only(ElementFilter.WEAK)

    def filter_missing(self) -> None:
        """List missing elements."""
        self._show_only(ElementFilter.MISSING)

    def filter_undecided(self) -> None:
        """List elements that are not yet settled."""
        self._show_only(ElementFilter.UNDECIDED)

    def zoom_in(self) -> None:
        """Show the text larger."""
        self._zoom(self._preferences.settings.zoom * ZOOM_STEP)

    def zoom_out(self) -> None:
        """Show the text smaller."""
        self._zoom(self._preferences.settings.zoom / ZOOM_STEP)

    def zoom_reset(self) -> None:
        """Show the text at its normal size."""
        self._zoom(1.0)

    def theme_system(self) -> None:
        """Follow the colours of the system."""
        self.theme_requested.emit("system")

    def theme_light(self) -> None:
        """Use light colours."""
        self.theme_requested.emit("light")

    def theme_dark(self) -> None:
        """Use dark colours."""
        self.theme_requested.emit("dark")

    def language_zh(self) -> None:
        """Speak Chinese."""
        self.language_requested.emit("zh")

    def language_en(self) -> None:
        """Speak English."""
        self.language_requested.emit("en")

    def about(self) -> None:
        """Say what the program is."""
        self.about_requested.emit()

    def _show_only(self, wanted: ElementFilter) -> None:
        self._filter = wanted
        self.filter_requested.emit(wanted)

    def _walk(self, wanted: Callable[[Review, Element], bool], step: int) -> None:
        """Go to the next element that is wanted, among those the list shows."""
        shown = self._filter.wants
        self._desk.walk(lambda review, e: wanted(review, e) and shown(review, e), step)

    def _decide(self, verdict: Verdict) -> None:
        review = self._desk.current
        finding = review.findings.get(self._desk.element_id) if review else None
        if finding is not None:
            own = None if verdict is finding.verdict else verdict
            self._desk.decide(verdict=own, points=None, confirmed=True)

    def _add_points(self, step: float) -> None:
        review, element = self._desk.current, self._desk.element
        if review is None or element is None:
            return
        points = (review.points(element) or 0.0) + step
        self._desk.decide(points=min(element.points, max(0.0, points)), confirmed=True)

    def _zoom(self, zoom: float) -> None:
        self._preferences.set_zoom(zoom)
        self.zoom_changed.emit(self._preferences.settings.zoom)

    def _suggested_name(self) -> str:
        review = self._desk.current
        name = self.tr("Scores")
        if review is None:
            return f"{name}.xlsx"
        if len(self._desk.reviews) == 1:
            name = f"{report_name(review)} {name}"
        # A report in an archive has the archive's folder.
        source = Path(review.report.source)
        folder = next((parent for parent in source.parents if parent.is_dir()), source.parent)
        return str(folder / f"{name}.xlsx")

    def _export_as(self, suggested: str) -> None:
        target = self.questions.workbook(suggested)
        if target:
            self._exporter.export(self._desk.reviews, target, self._export_as)

    def _forget_evidence(self, element_id: str) -> None:
        self._evidence = 0
