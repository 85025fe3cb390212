"""A newer version of a report: read, compared with the old one, and taken in its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from reviewer.compare.rows import Row, version_rows
from reviewer.gui.desk import Desk
from reviewer.gui.keeping import Keeper
from reviewer.gui.messages import MessageCenter
from reviewer.gui.opening import Opened, Opener
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import file_name, report_name
from reviewer.review import EvidenceIs, History, Review
from reviewer.review.following import places_of
from reviewer.review.ruling import Ruling


@dataclass(frozen=True, slots=True)
class Replacement:
    """The old review, what was read anew, how the texts differ, and what has no place now."""

    old: Review
    opened: Opened
    rows: tuple[Row, ...]
    lost: tuple[str, ...]


class Replacer(QObject):
    """Reads newer versions in the background; `ready(replacement)` asks the window to show one."""

    ready = Signal(object)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        messages: MessageCenter,
        keeper: Keeper,
        opener: Opener,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._messages = messages
        self._keeper = keeper
        self._opener = opener

    def begin(self, old: Review, path: str) -> None:
        """Read the file at `path` and compare it with `old`."""
        rulings = dict(old.rulings)

        def compare(path: str) -> Replacement:
            opened = self._opener.read(path)
            rows = tuple(version_rows(old.report, opened.review.report))
            there = opened.review.within(History.of(old.key, rulings), old.key)
            lost = tuple(_described(ruling) for ruling in there.lost)
            return Replacement(old, Opened(there, opened.packed), rows, lost)

        self._tasks.start(
            Job(
                items=[path],
                work=compare,
                label=lambda path: self.tr("Reading {name}").format(name=file_name(path)),
                on_result=lambda path, found: self._offer(found),
                on_error=lambda path, error: self._messages.fail_to_open(error, file_name(path)),
            )
        )

    def _offer(self, found: Replacement) -> None:
        if self._desk.row_of_key(found.old.key) >= 0:  # else it was taken off the list meanwhile
            self.ready.emit(found)

    def take(self, replacement: Replacement) -> None:
        """Let the newer version take its place, as a step that can be undone."""
        old, opened = replacement.old, replacement.opened
        self._desk.settling.emit()
        at_hand = self._desk.element_id if self._desk.current is old else ""
        key = self._keeper.receive(opened.review, opened.packed, old, by=self._desk.by)
        row = self._desk.add(self._opener.resume(opened.review, key))
        self._messages.report_notices(opened.review.report)
        self._desk.show(row)
        if at_hand:
            self._desk.select_element(at_hand)
        text = self.tr(
            "{report} has the text of {file} now. Decisions are kept; undo takes it back."
        )
        review = self._desk.reviews[row]
        words = text.format(report=report_name(review), file=file_name(review.source))
        self._keeper.tell_of_text(key, words)


def _described(ruling: Ruling) -> str:
    """Return what a ruling was about, by its element and its words."""
    about = ruling.said.element if isinstance(ruling.said, EvidenceIs) else ""
    words = "…".join(place.quote for place in places_of(ruling.said))
    return f"{about} {words}".strip()
