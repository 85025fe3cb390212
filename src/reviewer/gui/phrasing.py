"""The phrase bank while the program runs: learnt from use, written at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from reviewer.gui.messages import MessageCenter
from reviewer.settings.phrases import Phrase, PhraseBank
from reviewer.support.errors import StoreError

MOST_OFFERED = 12


class Phrases(QObject):
    """Offers sentences and learns them; `changed` follows every change."""

    changed = Signal()

    def __init__(
        self,
        bank: PhraseBank,
        save: Callable[[PhraseBank], None],
        messages: MessageCenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.bank = bank
        self._save = save
        self._messages = messages

    def offered(self, element_id: str) -> tuple[Phrase, ...]:
        """Return the sentences to choose from for an element."""
        return self.bank.fitting(element_id, MOST_OFFERED)

    def learn(self, element_id: str, comment: str) -> None:
        """Remember the sentences of a comment that is written."""
        self._take(self.bank.learnt(element_id, comment))

    def merge(self, phrases: Iterable[Phrase]) -> None:
        """Take sentences of another bank."""
        self._take(self.bank.merged(phrases))

    def replace(self, phrases: Iterable[Phrase]) -> None:
        """Have these sentences and no others."""
        self._take(self.bank.edited(phrases))

    def undo(self) -> None:
        """Take the last change by hand back, be it of an earlier day; once more makes it again."""
        self._take(self.bank.undone())

    def _take(self, bank: PhraseBank) -> None:
        if bank == self.bank:
            return
        self.bank = bank
        try:
            self._save(bank)
        except StoreError as error:
            self._messages.fail(error)
        self.changed.emit()
