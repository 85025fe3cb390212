"""Points to the settings where decisions are signed by nobody in particular."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.messages import Message, MessageCenter, Remedy, Severity
from reviewer.gui.preferences import Preferences
from reviewer.gui.projects import Projects


class Signer(QObject):
    """Says at the first decision of a run whose name stands beside it, as long as none was set.

    `settings_wanted` asks for the settings of the person who reviews.
    """

    settings_wanted = Signal()

    def __init__(
        self,
        desk: Desk,
        projects: Projects,
        messages: MessageCenter,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._projects = projects
        self._messages = messages
        self._preferences = preferences
        self._told: Message | None = None
        desk.ruled.connect(self._on_ruled)
        preferences.changed.connect(self._on_changed)

    def _on_ruled(self) -> None:
        if self._told is not None or self._named or self._projects.trying:
            return
        text = (
            self.tr("Your decisions are signed “{name}”, as this computer calls you.").format(
                name=self._desk.by
            )
            if self._desk.by
            else self.tr("Your decisions are not signed.")
        )
        text += self.tr(" Your name goes onto score sheets, that of your office below letters.")
        fill_in = Remedy(self.tr("Fill In Name and Office…"), self.settings_wanted.emit)
        self._told = Message(Severity.INFO, text, remedies=(fill_in,))
        self._messages.post(self._told)

    def _on_changed(self) -> None:
        if self._told is not None and self._named:
            self._messages.dismiss(self._told)

    @property
    def _named(self) -> bool:
        return bool(self._preferences.settings.reviewer)
