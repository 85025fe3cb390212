"""What is noted of the report at hand beside the verdicts, worked out in the background."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer.checking import Evidence, Observations, Study
from reviewer.checking.parts import Parts
from reviewer.checklist import Verdict
from reviewer.gui.desk import Desk
from reviewer.gui.messages import MessageCenter
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import file_name
from reviewer.review import Review


@dataclass(frozen=True, slots=True)
class Notes:
    """Ledger, pairs, signs and parts of one report, and the facts that may tell of what is missing.

    `unclaimed` has these facts by element id, the likeliest first.
    """

    observations: Observations
    parts: Parts
    unclaimed: Mapping[str, tuple[Evidence, ...]]


@dataclass(frozen=True, slots=True)
class _Source:
    review: Review
    study: Study | None


class NoteTaker(QObject):
    """Has the notes of the report at hand; `changed` follows when there are others, or none yet."""

    changed = Signal()

    def __init__(self, desk: Desk, messages: MessageCenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._messages = messages
        self._tasks = Tasks(self)  # its own: it waits for no file, and no bar tells of it
        self._of: Review | None = None
        self.notes: Notes | None = None
        desk.current_changed.connect(self._begin)
        desk.reassessed.connect(self._on_reassessed)

    def shut_down(self) -> None:
        """Stop, as the program ends."""
        self._tasks.shut_down()

    @property
    def busy(self) -> bool:
        """Whether notes are being taken."""
        return self._tasks.busy

    def unclaimed(self, element_id: str) -> tuple[Evidence, ...]:
        """Return the facts no element uses that may tell of this one, while it is missing."""
        review = self._of
        if self.notes is None or review is None:
            return ()
        facts = self.notes.unclaimed.get(element_id, ())
        return facts if facts and review.verdict(element_id) is Verdict.MISSING else ()

    def _on_reassessed(self, row: int) -> None:
        if row == self._desk.row:
            self._begin()

    def _begin(self) -> None:
        review = self._desk.current
        self._tasks.cancel()
        self._of, self.notes = review, None
        if review is not None:
            self._start(_Source(review, review.study))
        self.changed.emit()

    def _start(self, source: _Source) -> None:
        review = source.review

        def take(_: _Source, notes: Notes | None) -> None:
            if review is self._of:
                self.notes = notes
                self.changed.emit()

        name = file_name(review.report.source)
        self._tasks.start(
            Job(
                items=[source],
                work=_notes,
                label=lambda _: "",
                on_result=take,
                on_error=lambda _, error: self._messages.fail(error, about=name),
            )
        )


def _notes(source: _Source) -> Notes | None:
    study = source.study
    if study is None:
        return None
    unclaimed = study.unclaimed(source.review.findings.values())
    return Notes(study.observations, study.parts, unclaimed)
