"""The ledger of figures, the pairs of shortcomings and the signs of copying, to jump from."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QHeaderView, QLabel, QStackedWidget, QTabWidget, QTreeView

from reviewer.checking.observations.values import Entry, Pair, Remark
from reviewer.gui.desk import Desk
from reviewer.gui.messages import MessageCenter
from reviewer.gui.models.notes import Note, NotesModel
from reviewer.gui.noting import NoteTaker
from reviewer.gui.theme import Theme
from reviewer.gui.wording import points_text
from reviewer.review import Review
from reviewer.support.punctuation import run_on


class NotesView(QStackedWidget):
    """A table of notes; choosing a row shows its place, choosing it again the next one."""

    def __init__(
        self, desk: Desk, model: NotesModel, name: str, nothing: str, *stretched: int
    ) -> None:
        super().__init__()
        self._desk = desk
        self._model = model
        self._at = 0
        self.view = QTreeView()
        self.view.setAccessibleName(name)
        self.view.setRootIsDecorated(False)
        self.view.setUniformRowHeights(True)
        self.view.setMinimumHeight(self.view.fontMetrics().height() * 2)
        self.view.setAllColumnsShowFocus(True)
        self.view.setModel(model)
        header = self.view.header()
        header.setStretchLastSection(False)
        header.setResizeContentsPrecision(0)
        for column in range(model.columnCount()):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                column, mode.Stretch if column in stretched else mode.ResizeToContents
            )
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        hint = QLabel(nothing)
        hint.setObjectName("hint")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setWordWrap(True)
        self.addWidget(self.view)
        self.addWidget(hint)
        self.view.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self.view.clicked.connect(self._show_next)
        model.modelReset.connect(self._check)
        self._check()

    def widen(self, rows: int) -> None:
        """Give the first `rows` the whole width: each is one sentence."""
        for row in range(rows):
            self.view.setFirstColumnSpanned(row, QModelIndex(), True)
        self.view.header().resizeSections()

    def _check(self) -> None:
        self.setCurrentIndex(0 if self._model.rowCount() else 1)

    def _on_row_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        self._at = -1
        # A click tells of itself; a key only of the row it went to.
        if current.isValid() and not QGuiApplication.mouseButtons():
            self._show_next(current)

    def _show_next(self, index: QModelIndex) -> None:
        spans = self._model.note(index.row()).spans
        if spans:
            self._at = (self._at + 1) % len(spans)
            self._desk.jump_to(spans[self._at])


class NotesPanel(QTabWidget):
    """Three tables over the notes of the report at hand."""

    def __init__(self, desk: Desk, taker: NoteTaker, messages: MessageCenter, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("notesPanel")
        self.setDocumentMode(True)
        self.setAccessibleName(self.tr("Kinds of notes"))
        self.tabBar().setAccessibleName(self.tr("Kinds of notes"))
        self._desk = desk
        self._taker = taker
        self._messages = messages
        self.ledger = NotesModel((self.tr("Figure"), self.tr("Counted"), self.tr("Where")), theme)
        self.pairs = NotesModel(
            (self.tr("Shortcoming"), self.tr("Cause"), self.tr("Measure")), theme
        )
        self.signs = NotesModel((self.tr("What is noticed"),), theme)
        self._figures = self._add(
            self.ledger, self.tr("Figures"), self.tr("No figures in this report."), 1, 2
        )
        self._add(
            self.pairs, self.tr("Shortcomings"), self.tr("No shortcomings are told."), 0, 1, 2
        )
        self._add(self.signs, self.tr("Oddities"), self.tr("Nothing odd was noticed."), 0)
        taker.changed.connect(self._show)
        desk.decided.connect(self._on_decided)
        self._show()

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Offer on a note what can be ruled on it."""
        for number in range(self.count()):
            view = self.widget(number).view
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            view.addAction(actions["ignore_note"])

    def chosen(self) -> Note | None:
        """Return the note chosen in the table at hand if something can be ruled on it."""
        view = self.currentWidget().view
        index = view.currentIndex()
        if not index.isValid():
            return None
        note: Note = view.model().note(index.row())
        return note if note.key else None

    def _add(self, model: NotesModel, name: str, nothing: str, *stretched: int) -> NotesView:
        model.setParent(self)
        view = NotesView(self._desk, model, name, nothing, *stretched)
        self.addTab(view, name)
        return view

    def _show(self) -> None:
        review, notes = self._desk.current, self._taker.notes
        if review is None or notes is None:
            for model in (self.ledger, self.pairs, self.signs):
                model.show_notes((), _entry)
            return
        seen = notes.observations
        figures = [*seen.ledger.conflicts, *seen.ledger.entries]
        self.ledger.show_notes(figures, partial(self._figure, review))
        self._figures.widen(len(seen.ledger.conflicts))
        flagged = (*seen.pairs.unanswered, *seen.pairs.unexplained)
        self.pairs.show_notes(seen.pairs.pairs, partial(_pair, review.report.text, flagged))
        self.signs.show_notes(seen.signs, partial(self._remark, review))

    def _on_decided(self, row: int, about: str) -> None:
        review = self._desk.current
        if row == self._desk.row and review is not None and about not in review.findings:
            self.ledger.renew()
            self.signs.renew()

    def _figure(self, review: Review, noted: Remark | Entry) -> Note:
        if isinstance(noted, Entry):
            return _entry(noted)
        return self._remark(review, noted)

    def _remark(self, review: Review, remark: Remark) -> Note:
        """Return what is noticed and why it was set aside; it has the whole width of the ledger."""
        said = self._messages.sentences.say(f"remark-{remark.code}", remark.details)
        key = remark.key(review.report.text)
        because = review.decision(key).ignored
        if because:
            aside = self.tr("Set aside, because: {reason}").format(reason=because)
            said = f"{said} · {aside}"
        return Note((said, "", ""), remark.spans, not because, key)


def _entry(entry: Entry) -> Note:
    counted = run_on((entry.action, entry.counted))
    where = entry.section[-1] if entry.section else ""
    figure = f"{entry.vague}{points_text(entry.value)}{entry.unit}"
    return Note((figure, counted, where), (entry.span,))


def _pair(text: str, flagged: tuple[Pair, ...], pair: Pair) -> Note:
    causes = [cause.span for cause in pair.causes if cause.sound]
    measure = (pair.measure.span,) if pair.measure else ()
    cells = (
        pair.shortcoming.of(text),
        run_on(span.of(text) for span in causes) or "–",
        pair.measure.heading.of(text) if pair.measure else "–",
    )
    return Note(cells, (pair.shortcoming, *causes, *measure), pair in flagged)
