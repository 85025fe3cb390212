"""Keeps every decision in the project file, and tells the user where that fails."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from reviewer.gui.messages import MessageCenter, Remedy
from reviewer.project import Store
from reviewer.report import Report
from reviewer.review import Decision, History, Review
from reviewer.support.errors import StoreError


class Keeper(QObject):
    """Gives reviews the decisions made on earlier days and records the new ones.

    Without a store (it could not be opened, and the user was told) decisions last until the end.
    """

    def __init__(
        self, store: Store | None, messages: MessageCenter, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._messages = messages
        self._unsaved: dict[tuple[int, str], Review] = {}

    def resume(self, review: Review, carried: Mapping[str, Decision] | None = None) -> Review:
        """Return `review` with its stored decisions; each change is recorded from now on.

        `carried` are decisions on the same report read in another encoding: what the user sees
        at the moment, so they count more than what was stored for this text on an earlier day.
        """
        stored = self._stored(review)
        decisions = {**stored, **(carried or {})}
        for element_id, decision in decisions.items():
            review.decide(
                element_id,
                by=decision.by,
                at=decision.at,
                verdict=decision.verdict,
                points=decision.points,
                comment=decision.comment,
                confirmed=decision.confirmed,
            )
        resumed = Review(
            review.report,
            review.outline,
            review.findings.values(),
            review.checklist,
            history=History.of(review.key, review.rulings),
            assess=review.assess,
        )
        resumed.subscribe(lambda element_id: self._record(resumed, element_id))
        for element_id, decision in decisions.items():
            if decision != stored.get(element_id):
                self._record(resumed, element_id)
        return resumed

    @property
    def unsaved(self) -> int:
        """How many elements have a decision that is not on disk."""
        return len(self._unsaved)

    def encodings(self) -> Mapping[str, str]:
        """Return the encodings chosen for files on this and earlier days, by digest."""
        if self._store is None:
            return {}
        try:
            return self._store.encodings()
        except StoreError as error:
            self._messages.fail(error)
            return {}

    def remember_encoding(self, report: Report) -> None:
        """Read this file in the same encoding from now on."""
        if self._store is None or report.encoding is None or not report.digest:
            return
        try:
            self._store.choose_encoding(report.digest, report.encoding)
        except StoreError as error:
            self._messages.fail(error)

    def retry(self) -> None:
        """Write what could not be written before."""
        waiting, self._unsaved = self._unsaved, {}
        for (_, element_id), review in waiting.items():
            self._record(review, element_id)

    def _stored(self, review: Review) -> Mapping[str, Decision]:
        if self._store is None:
            return {}
        try:
            return self._store.decisions_for(review.report, review.checklist)
        except StoreError as error:
            self._messages.fail(error)
            return {}

    def _record(self, review: Review, element_id: str) -> None:
        if not element_id:
            return
        if self._store is None:
            self._unsaved[id(review), element_id] = review
            return
        try:
            self._store.record(review, element_id, review.decision(element_id))
        except StoreError as error:
            self._unsaved[id(review), element_id] = review
            self._messages.fail(error, Remedy(self.tr("Try Again"), self.retry))
        else:
            self._unsaved.pop((id(review), element_id), None)
            if self._unsaved:  # the file can be written again
                self.retry()
