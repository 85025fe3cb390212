"""Tells a screen reader what changes while the focus stays where it is."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from reviewer.checklist import Element
from reviewer.gui.desk import Desk
from reviewer.gui.messages import MessageCenter
from reviewer.gui.pausing import Pause
from reviewer.gui.wording import points_text, verdict_word
from reviewer.review import Review
from reviewer.support.punctuation import run_on

_DECIDED = QT_TRANSLATE_NOOP("Speaking", "decided")
_UNDECIDED = QT_TRANSLATE_NOOP("Speaking", "undecided")
_NOT_APPLICABLE = QT_TRANSLATE_NOOP("Speaking", "not applicable")
_STANDS = QT_TRANSLATE_NOOP("Speaking", "{verdict}, {points} of {possible} points, {state}")
_WITHOUT_POINTS = QT_TRANSLATE_NOOP("Speaking", "{verdict}, {state}")


def element_stands(review: Review, element: Element) -> str:
    """Return verdict, points and whether it is decided, in words to be heard."""
    state = _DECIDED if review.decision(element.id).confirmed else _UNDECIDED
    applies = review.applies(element.id)
    verdict = verdict_word(review.verdict(element.id)) if applies else _said(_NOT_APPLICABLE)
    points = review.points(element)
    return _said(_WITHOUT_POINTS if points is None else _STANDS).format(
        verdict=verdict,
        points=points_text(points),
        possible=points_text(element.points),
        state=_said(state),
    )


def element_reasons(review: Review, element: Element) -> str:
    """Return why the program judges an element as it does."""
    return run_on(reason.message for reason in review.findings[element.id].reasons)


class Speaker(QObject):
    """Announces the element selected by a key, what a decision made of it, and new messages.

    `said(words)` follows every announcement.
    """

    said = Signal(str)

    def __init__(self, desk: Desk, messages: MessageCenter, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._messages = messages
        self._window = window
        self._words: dict[str, None] = {}  # in their order, each once
        self._heard: set[tuple[str, str]] = set()
        self._pause = Pause(self._speak, self)  # what changes together is said together
        desk.element_selected.connect(self._on_selected)
        desk.decided.connect(self._on_decided)
        desk.current_changed.connect(self._on_messages)
        messages.changed.connect(self._on_messages)

    def say(self, words: str) -> None:
        """Announce `words` as soon as the event at hand is done."""
        self._words[words] = None
        self._pause.begin()

    def _on_selected(self, element_id: str) -> None:
        review, element = self._desk.current, self._desk.element
        if review is not None and element is not None:
            words = self.tr("{element}: {stands}. {why}").format(
                element=f"{element.id} {element.name}",
                stands=element_stands(review, element),
                why=element_reasons(review, element),
            )
            self.say(words.strip())

    def _on_decided(self, row: int, about: str) -> None:
        review, element = self._desk.current, self._desk.element
        if row == self._desk.row and review and element and element.id == about:
            self.say(f"{element.id} {element_stands(review, element)}")

    def _on_messages(self) -> None:
        review = self._desk.current
        for message in self._messages.about(review.report.source if review else ""):
            if (message.source, message.text) not in self._heard:
                self._heard.add((message.source, message.text))
                self.say(message.text)

    def _speak(self) -> None:
        words = " ".join(self._words)
        self._words.clear()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, words))
        self.said.emit(words)


def _said(text: str) -> str:
    return QCoreApplication.translate("Speaking", text)
