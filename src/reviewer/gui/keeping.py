"""Keeps every ruling in the project file, and tells the user where that fails."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QObject, Signal

from reviewer.gui.messages import Message, MessageCenter, Remedy
from reviewer.gui.pausing import Pause
from reviewer.gui.wording import file_name
from reviewer.project import Entry, Packed, Project, brief_as_text, new_key, pack
from reviewer.report import Report
from reviewer.review import Event, History, Kind, Review
from reviewer.support.errors import StoreError

_AGAIN_MS = 2000  # until what could not be written is tried again unasked


class Keeper(QObject):
    """Puts reviews into the project, whose history they share.

    Without a project (it could not be opened, and the user was told) rulings last until the end.
    `version_changed(key)` tells that undo or redo gave a report another text.
    """

    version_changed = Signal(str)

    def __init__(
        self, project: Project | None, messages: MessageCenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.project: Project | None = None
        self.history = History()
        self._messages = messages
        self._lost = 0
        self._quiet = False
        self._receiving = False
        self._told: list[Message] = []  # of what is not on disk
        self._told_of_text: dict[str, Message] = {}
        self._again = Pause(self._try_again, self, _AGAIN_MS)
        self.use(project)

    def use(self, project: Project | None) -> None:
        """Keep everything in `project` from now on."""
        self.project = project
        self.history = project.history if project else History()
        self.history.subscribe(self._on_event)
        if project is not None:
            project.on_trouble = self._on_trouble

    def receive(
        self,
        review: Review,
        packed: Packed | None = None,
        replaced: Review | None = None,
        *,
        by: str = "",
    ) -> str:
        """Put the report of `review` into the project and return its key.

        In place of `replaced` that is a step of its own, signed `by` whoever is at work; so it is
        where its file was read otherwise before, as by an older program. `packed` is the report as
        the project keeps it, made here where it was not made before.
        """
        if self.project is None:
            return replaced.key if replaced else new_key()
        packed = packed or pack(review.report)
        used = review.checklist
        self.project.use_checklist(used.id, used.version, used.text)
        if replaced is not None and replaced.key:
            self._replace(self.project, replaced.key, packed, by)
            return replaced.key
        key = self.project.take_in(packed, review.checklist.id)
        if self.is_other_reading(key, packed) and not self.project.read_only:
            self._replace(self.project, key, packed, by)
            text = self.tr(
                "{name} is read otherwise than before: the new text counts, decisions stay,"
                " and undo leads back."
            )
            self.tell_of_text(key, text.format(name=file_name(review.source)))
        return key

    def _replace(self, project: Project, key: str, packed: Packed, by: str) -> None:
        self._receiving = True  # the new text is at hand: nobody has to be told of it
        try:
            project.replace(key, packed, by=by, at=datetime.datetime.now(datetime.UTC))
        finally:
            self._receiving = False

    def tell_of_text(self, key: str, words: str) -> None:
        """Tell the user about the text that counts for a report, as long as it does."""
        self._told_of_text[key] = self._messages.info(words)

    def counts(self, key: str, packed: Packed) -> bool:
        """Tell whether the project goes by the text that is `packed`, not by a newer one."""
        return self.project is None or self.project.counts(key, packed)

    def is_other_reading(self, key: str, packed: Packed) -> bool:
        """Tell whether `packed` is another reading of the very file the project goes by."""
        return self.project is not None and self.project.is_other_reading(key, packed)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The reports of the project whose texts are in it."""
        entries = self.project.entries if self.project else ()
        return tuple(entry for entry in entries if entry.version)

    def entry(self, key: str) -> Entry | None:
        """Return a report of the project whose text is in it, None where there is none."""
        found = self.project.entry(key) if self.project else None
        return found if found and found.version else None

    def text(self, version: str) -> Report:
        """Return a text of the project by its digest. Raises StoreError where it is not there."""
        report = self.project.version(version) if self.project else None
        if report is None:
            path = self.project.path if self.project else ""
            raise StoreError("project-corrupt", path=path, problem=version)
        return report

    def keep_briefs(self, reviews: Iterable[Review], edition: str) -> None:
        """Keep what lists the reports that are judged, so that they need not be the next time.

        Not while steps are not on disk yet: another text may count there.
        """
        if self.project is None or self.project.read_only or self.project.unwritten:
            return
        judged = {review.key: review.brief for review in reviews if review.ready}
        fresh: dict[str, str] = {}
        try:
            for entry in self.project.entries:
                brief = judged.get(entry.key)
                text = brief_as_text(brief, entry.version, edition) if brief else entry.brief
                if text != entry.brief:
                    fresh[entry.key] = text
            if fresh:
                self.project.keep_briefs(fresh)
        except StoreError as error:
            self._messages.fail(error)

    def resume(
        self, review: Review, key: str, on_stale: Callable[[Review], None] = Review.reassess
    ) -> Review:
        """Return `review` with the rulings made on earlier days; new ones are kept from now on.

        `on_stale` is asked to make outline and findings anew where they were corrected.
        """
        return review.within(self.history, key, on_stale)

    @property
    def unsaved(self) -> int:
        """How many steps are not on disk."""
        return len(self.project.unwritten) if self.project else self._lost

    def encodings(self) -> Mapping[str, str]:
        """Return the encodings chosen for files on this and earlier days, by digest."""
        if self.project is None:
            return {}
        try:
            return self.project.encodings()
        except StoreError as error:
            self._messages.fail(error)
            return {}

    def remove(self, keys: Iterable[str]) -> None:
        """Take reports off the project's list; what was decided on them is kept."""
        if self.project is None or self.project.read_only:
            return
        try:
            self.project.remove([key for key in keys if key])
        except StoreError as error:
            self._messages.fail(error)

    def remember_encoding(self, report: Report) -> None:
        """Read this file in the same encoding from now on."""
        if self.project is None or report.encoding is None or not report.digest:
            return
        try:
            self.project.choose_encoding(report.digest, report.encoding)
        except StoreError as error:
            self._messages.fail(error)

    def remember_reading(self, key: str) -> None:
        """Read the file behind the text that counts for a report as that was read."""
        entry = self.entry(key)
        if entry and entry.version:
            self.remember_encoding(self.text(entry.version))

    def write_ahead(self, event: Event) -> None:
        """Put a step on disk that takes place next; called in the background."""
        if self.project is not None:
            self.project.write_ahead(event)

    def retry(self) -> None:
        """Write what could not be written before; once it is, nothing is told of it any more."""
        if self.project is not None and self.project.unwritten:
            self.project.retry()
        if self._told and not self.unsaved:
            self._messages.dismiss(*self._told)
            self._told.clear()

    def _try_again(self) -> None:
        self._quiet = True
        try:
            self.retry()
        finally:
            self._quiet = False

    def _on_event(self, event: Event) -> None:
        self._lost += 1
        changed = (c.report for c in event.changes if c.slot.kind is Kind.VERSION)
        for key in dict.fromkeys(changed):
            if key in self._told_of_text:
                self._messages.dismiss(self._told_of_text.pop(key))
            if not self._receiving:
                self.version_changed.emit(key)

    def _on_trouble(self, error: StoreError) -> None:
        self._again.begin()
        if not self._quiet:
            again = Remedy(self.tr("Try Again"), self.retry)
            self._told.append(self._messages.fail(error, again))
