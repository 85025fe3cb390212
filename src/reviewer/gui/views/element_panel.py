"""Everything about the selected element, and the controls to decide on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QMenu,
    QStackedWidget,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.checklist import Element
from reviewer.gui.desk import Desk
from reviewer.gui.messages import MessageCenter
from reviewer.gui.noting import NoteTaker
from reviewer.gui.pausing import Pause
from reviewer.gui.phrasing import Phrases
from reviewer.gui.theme import Theme
from reviewer.gui.views.decision_row import DecisionRow, name_menu_button
from reviewer.gui.views.element_text import ElementText
from reviewer.gui.views.fields import CommentEdit
from reviewer.gui.views.flow import together
from reviewer.gui.wording import points_text, signature, verdict_word
from reviewer.review import Review, doubts_on, doubts_on_report
from reviewer.support.punctuation import run_on

_LONGEST_ENTRY = 40  # code points of a sentence in the menu
_PAUSE_MS = 600  # after which typed words become part of the decision


class ElementPanel(QStackedWidget):
    """Verdict, points and comment above rule, reasons and evidence of the selected element."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        phrases: Phrases,
        messages: MessageCenter,
        notes: NoteTaker,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("elementPanel")
        self._desk = desk
        self._theme = theme
        self._learnt = ""
        self._phrases = phrases
        self._messages = messages
        self._shown: tuple[Review, str] | None = None
        self._filling = False
        self.name = QLabel()
        self.machine = QLabel()
        self.own = QLabel()
        self.doubts = QLabel()
        self.phrase = QToolButton()
        self.comment = CommentEdit()
        words = together(self.comment, self.phrase, expanding=True)
        self.decision = DecisionRow(desk, theme, words)
        self.text = ElementText(desk, theme, notes)
        self._typing = Pause(self.keep_comment, self, _PAUSE_MS)
        self._hint = QLabel()
        self._prepare()
        self.addWidget(self._hint)
        self.addWidget(self._lay_out())
        desk.element_selected.connect(self._on_selected)
        desk.decided.connect(self._on_decided)
        desk.reassessed.connect(self._on_reassessed)
        desk.settling.connect(self.keep_comment)
        self._show()

    def bind(self, actions: Mapping[str, QAction]) -> None:
        """Give the buttons their actions."""
        self.decision.bind(actions)
        self.phrase.setToolTip(actions["phrase"].toolTip())
        self.text.take_requested.connect(actions["take_fact"].trigger)

    def heightForWidth(self, width: int) -> int:
        """Return what the page in front needs, not the tallest of both."""
        return self.currentWidget().heightForWidth(width)

    def choose_phrase(self) -> None:
        """Offer the bureau's sentences below the comment's button."""
        if self._shown is not None:
            self.phrase.showMenu()

    def keep_comment(self) -> None:
        """Make what was typed so far part of the decision."""
        self._typing.stop()
        if self._shown is None:
            return
        review, element_id = self._shown
        words = self.comment.toPlainText()
        if words != review.decision(element_id).comment:
            self._desk.decide_on(review, element_id, comment=words)

    def _on_comment_left(self) -> None:
        self.keep_comment()
        if self._shown is not None and not self.comment.toPlainText().isspace():
            review, element_id = self._shown
            if review.decision(element_id).comment != self._learnt:
                self._learnt = review.decision(element_id).comment
                self._phrases.learn(element_id, self._learnt)

    def _fill_phrases(self) -> None:
        menu = self.phrase.menu()
        menu.clear()
        element = self._desk.element
        if element is None:
            return
        words = [phrase.text for phrase in self._phrases.offered(element.id)]
        if element.advice:
            words.append(element.advice)
        for sentence in dict.fromkeys(words):
            entry = menu.addAction(_short(sentence).replace("&", "&&"))
            entry.setToolTip(sentence)
            entry.triggered.connect(lambda _=False, text=sentence: self._insert(text))
        if not words:
            menu.addAction(self.tr("None yet; comments you write are learnt")).setEnabled(False)

    def _insert(self, sentence: str) -> None:
        self.comment.textCursor().insertText(sentence)
        self.comment.setFocus()

    def _prepare(self) -> None:
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setObjectName("hint")
        font = self.name.font()
        font.setBold(True)
        self.name.setFont(font)
        self.name.setWordWrap(True)
        self.machine.setObjectName("muted")
        self.machine.setWordWrap(True)
        self.own.setWordWrap(True)
        self.doubts.setWordWrap(True)
        self.doubts.setObjectName("doubt")
        self._prepare_menu()
        self.comment.setPlaceholderText(self.tr("Comment (F2)"))
        self.comment.setAccessibleName(self.tr("Comment on this element"))
        self.comment.setTabChangesFocus(True)
        self.comment.setAcceptDrops(False)
        self.comment.textChanged.connect(self._on_typed)
        self.comment.left.connect(self._on_comment_left)

    def _prepare_menu(self) -> None:
        self.phrase.setIcon(self._theme.icon("phrase"))
        name_menu_button(self.phrase, self.tr("Insert a phrase"))
        menu = QMenu(self.phrase)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(self._fill_phrases)
        self.phrase.setMenu(menu)

    def _lay_out(self) -> QWidget:
        page = QFrame()
        page.setObjectName("elementHeader")
        column = QVBoxLayout(page)
        gap = self.fontMetrics().averageCharWidth() // 2
        edge = self.style().pixelMetric(QStyle.PixelMetric.PM_LayoutLeftMargin)
        column.setContentsMargins(edge, gap, edge, 0)  # on a small screen rows are scarce
        column.setSpacing(gap)
        # What a decision adds stands below the buttons: they are not to move under the mouse.
        for widget in (self.name, self.machine, self.decision, self.own, self.doubts):
            column.addWidget(widget)
        column.addWidget(self.text, 1)
        return page

    def _on_selected(self, element_id: str) -> None:
        self.keep_comment()
        if self.comment.hasFocus():
            # Return is to accept the next element now, not to begin a line of its comment.
            self.text.setFocus()
        self._show()

    def _on_decided(self, row: int, element_id: str) -> None:
        if self._shown == (self._desk.current, element_id):
            if self._typing.isActive():
                self.keep_comment()
            self._show()
        elif row == self._desk.row and self._desk.current and self._desk.element:
            self._show_doubts(self._desk.current, self._desk.element)

    def _on_reassessed(self, row: int) -> None:
        if row == self._desk.row:
            self.keep_comment()
            self._show()

    def _show(self) -> None:
        review, element = self._desk.current, self._desk.element
        if review is None or element is None:
            self._shown = None
            self._hint.setText(
                self.tr("Select an element, or press F8 for the next weak or missing.")
                if self._desk.row >= 0
                else self.tr("Reason, evidence and your decision on an element stand here.")
            )
            self.setCurrentIndex(0)
            return
        self.setCurrentIndex(1)
        decision = review.decision(element.id)
        self._filling = True
        self.name.setText(f"{element.id} {element.name}")
        self.machine.setText(self._machine_text(review, element))
        own = self._own_text(review, element)
        self.own.setText(own)
        self.own.setVisible(bool(own))
        self._show_doubts(review, element)
        if self.comment.toPlainText() != decision.comment:
            self.comment.setPlainText(decision.comment)
        self._filling = False
        self._typing.stop()
        self._shown = (review, element.id)
        self.text.show_element(review, element)

    def _machine_text(self, review: Review, element: Element) -> str:
        finding, decision = review.findings[element.id], review.decision(element.id)
        machine = self.tr("Suggested: {verdict}, {points} of {possible}").format(
            verdict=verdict_word(finding.verdict),
            points=points_text(finding.suggested),
            possible=points_text(element.points),
        )
        state = self.tr("decided") if decision.confirmed else self.tr("not yet decided")
        return f"{machine} · {state}"

    def _own_text(self, review: Review, element: Element) -> str:
        """Return what the reviewer says instead, and who said it when."""
        decision = review.decision(element.id)
        if decision.not_applicable:
            said = self.tr("Not applicable here; its points do not count.")
        elif decision.ignored:
            said = self.tr("Set aside, because: {reason}").format(reason=decision.ignored)
        elif decision.overrules:
            said = self.tr("Decided: {verdict}, {points} of {possible}").format(
                verdict=verdict_word(review.verdict(element.id)),
                points=points_text(review.points(element)),
                possible=points_text(element.points),
            )
            if decision.evidence is not None:
                said += " · " + self.tr("evidence chosen by hand")
        else:
            return ""
        return f"{said}  {signature(decision.by, decision.at)}".strip()

    def _show_doubts(self, review: Review, element: Element) -> None:
        """Say what does not fit together, here or in the report as a whole."""
        doubts = (*doubts_on_report(review), *doubts_on(review, element))
        sentences = self._messages.sentences
        said = run_on(sentences.say(doubt.sentence, doubt.details) for doubt in doubts)
        self.doubts.setText(self.tr("Worth a look: {doubts}").format(doubts=said))
        self.doubts.setVisible(bool(said))

    def _on_typed(self) -> None:
        if not self._filling:
            self._typing.begin()


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST_ENTRY else sentence[: _LONGEST_ENTRY - 1] + "…"
