"""The one gateway for everything the program tells the user; nothing else opens a message."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QObject, Signal

from reviewer.report import Notice, Report
from reviewer.support.errors import ReviewerError
from reviewer.support.messages import Messages

_log = logging.getLogger(__name__)


class Severity(Enum):
    """How much a message matters; the value names its icon and its colour role."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Remedy:
    """Something the user can do about a message: a button."""

    text: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True, eq=False)
class Message:
    """A sentence for the user. `source` is the report it is about, empty where it is about none.

    `unopened`: it tells of a file that cannot be opened; many of those are told as one.
    """

    severity: Severity
    text: str
    source: str = ""
    remedies: tuple[Remedy, ...] = ()
    unopened: bool = False


class MessageCenter(QObject):
    """Keeps the messages that have not been put away yet, newest last."""

    changed = Signal()

    def __init__(self, sentences: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sentences = sentences
        self._messages: list[Message] = []

    def about(self, source: str) -> tuple[Message, ...]:
        """Return what concerns no report at all or the one of file `source`."""
        return tuple(m for m in self._messages if m.source in ("", source))

    def post(self, message: Message) -> None:
        """Tell the user something; the same sentence twice is told once."""
        twin = [m for m in self._messages if (m.text, m.source) == (message.text, message.source)]
        for older in twin:
            self._messages.remove(older)
        self._messages.append(message)
        self.changed.emit()

    def info(self, text: str) -> Message:
        """Tell the user that something went well; return what was told, as `fail` does."""
        message = Message(Severity.INFO, text)
        self.post(message)
        return message

    def fail(self, error: Exception, *remedies: Remedy, about: str = "") -> Message:
        """Tell the user what went wrong, `about` which file, and what can be done.

        Return what was told, to be put away where it is no longer so.
        """
        message = Message(Severity.ERROR, self.explain(error, about), remedies=remedies)
        self.post(message)
        return message

    def fail_to_open(self, error: Exception, about: str) -> None:
        """Tell the user that the file `about` cannot be opened, and why."""
        self.post(Message(Severity.ERROR, self.explain(error, about), unopened=True))

    def explain(self, error: Exception, about: str = "") -> str:
        """Return what `error` means to a person."""
        if isinstance(error, ReviewerError) and error.sentence in self.sentences.sentences:
            return self.sentences.of(error)
        _log.error("error without a sentence of its own", exc_info=error)
        problem = f"{type(error).__name__}: {error}"
        if about:
            text = self.tr(
                "{file}: a fault of the program itself ({problem}); other reports are not"
                " affected. Please pass this message on to whoever maintains the program."
            )
            return text.format(file=about, problem=problem)
        text = self.tr(
            "A fault of the program itself ({problem}). Your decisions are kept. Please pass this"
            " message on to whoever maintains the program."
        )
        return text.format(problem=problem)

    def report_notices(self, report: Report) -> None:
        """Replace what was said of `report` by the notices it carries now."""
        self._messages = [m for m in self._messages if m.source != report.source]
        for notice in report.notices:
            text = self.sentences.say(notice.code, notice.details)
            self._messages.append(Message(Severity.WARNING, text, report.source))
        self.changed.emit()

    def tell(self, notices: Iterable[Notice]) -> None:
        """Tell the user what is no fault, but had better be known."""
        for notice in notices:
            text = self.sentences.say(notice.code, notice.details)
            self.post(Message(Severity.WARNING, text))

    def dismiss(self, *messages: Message) -> None:
        """Put messages away."""
        self._messages = [message for message in self._messages if message not in messages]
        self.changed.emit()
