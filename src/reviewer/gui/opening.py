"""Opens files and folders in the background and lays them on the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer.gui.desk import Desk
from reviewer.gui.judging import Judging
from reviewer.gui.keeping import Keeper
from reviewer.gui.messages import MessageCenter
from reviewer.gui.preferences import Preferences
from reviewer.gui.reassessing import Reassessing
from reviewer.gui.spots import Spot
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import file_name, report_name
from reviewer.project import Entry, Packed, brief_from_text, pack
from reviewer.readers import expand
from reviewer.readers.limits import Limits
from reviewer.readers.source import load
from reviewer.report import Report
from reviewer.review import Brief, History, Review
from reviewer.support.errors import UnreadableReport

_SOME = 200  # reports laid down in one go, so that the window never stands still


class OpensReports(Protocol):
    """What the window needs of a pipeline."""

    @property
    def edition(self) -> str:
        """What changes with what reports are judged by."""
        ...

    def open(self, path: str, encoding: str | None = None) -> Review:
        """Read and judge a file; called in the background thread."""
        ...

    def listed(
        self,
        source: str,
        read: Callable[[], Report],
        kept: Brief | None,
        *,
        key: str,
        history: History,
        on_stale: Callable[[Review], None] | None = None,
    ) -> Review:
        """Return a review that is read and judged when it has to be."""
        ...


@dataclass(frozen=True, slots=True)
class Opened:
    """A review fresh from the background, and its report as the project keeps it."""

    review: Review
    packed: Packed


class Opener(QObject):
    """Reads reports one after another; a file that fails is told and the others go on."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        messages: MessageCenter,
        preferences: Preferences,
        keeper: Keeper,
        judging: Judging,
        load_pipeline: Callable[[], OpensReports],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._messages = messages
        self._preferences = preferences
        self._keeper = keeper
        self._judging = judging
        self._assess_soon = Reassessing(judging, tasks, messages, self).follow
        self._load_pipeline = load_pipeline
        self._pipeline: OpensReports | None = None
        keeper.version_changed.connect(self._on_version_changed)

    def open_paths(self, paths: Iterable[str], *, remember: bool = True) -> None:
        """Open files, and all reports in folders and archives; an open one is taken to hand.

        With `remember` they are among the recent files from now on.
        """
        wanted = list(dict.fromkeys(paths))
        if not wanted:
            return
        found: list[str] = []
        limits = self._preferences.limits
        self._tasks.start(
            Job(
                items=wanted,
                work=lambda path: expand(path, limits),
                label=lambda path: self.tr("Looking at {name}").format(name=file_name(path)),
                on_result=lambda path, reports: found.extend(reports),
                on_error=lambda path, error: self._messages.fail_to_open(error, file_name(path)),
                on_finished=lambda: self._read(list(dict.fromkeys(found)), remember),
            )
        )

    def reopen(self, row: int, encoding: str) -> None:
        """Read the report in `row` again in `encoding`, keeping its decisions."""
        review = self._desk.reviews[row]
        self._start([review.source], encoding, review)

    def _read(self, paths: list[str], remember: bool) -> None:
        rows = {path: self._desk.row_of(path) for path in paths}
        fresh = [path for path in paths if rows[path] < 0]
        if fresh:
            self._start(fresh, remember=remember)
        elif paths:
            self._desk.show(rows[paths[0]])

    def _start(
        self,
        paths: list[str],
        encoding: str | None = None,
        replaced: Review | None = None,
        *,
        remember: bool = True,
    ) -> None:
        rows: list[int] = []
        encodings = self._keeper.encodings()

        def lay_down(path: str, opened: Opened) -> None:
            key = self._receive(opened, replaced)
            if key is None:
                return
            same = replaced is not None and replaced is self._desk.current
            element_id = self._desk.element_id if same else ""
            rows.append(self._desk.add(self.resume(opened.review, key)))
            if remember:
                self._preferences.remember(path)
            if len(rows) == 1:
                self._desk.show(rows[0])
            if element_id:
                self._desk.select_element(element_id)

        self._tasks.start(
            Job(
                items=paths,
                work=lambda path: self._open(path, encoding, encodings),
                label=lambda path: self.tr("Reading {name}").format(name=file_name(path)),
                on_result=lay_down,
                on_error=lambda path, error: self._messages.fail_to_open(error, file_name(path)),
            )
        )

    def _receive(self, opened: Opened, replaced: Review | None) -> str | None:
        """Put a report that was read into the project, in place of `replaced`; return its key.

        None where another text of it counts, which is shown instead.
        """
        review = opened.review
        if replaced is not None and self._desk.row_of_key(replaced.key) < 0:
            return None  # it was taken off the list while it was read
        self._messages.report_notices(review.report)
        # Asked only now: the user may have gone on deciding while the file was read.
        self._desk.settling.emit()
        if replaced is not None:
            self._keeper.remember_encoding(review.report)
        key = self._keeper.receive(review, opened.packed, replaced, by=self._desk.by)
        if not self._keeper.counts(key, opened.packed):
            row = self._desk.row_of_key(key)
            if row >= 0:
                self._desk.show(row)
            else:
                self._show_stored(key)
            self._tell_of_twin(key, review)
            self._tell_of_newer(key, opened)
            return None
        if replaced is None:
            self._tell_of_twin(key, review)
        return key

    def _open(self, path: str, encoding: str | None, chosen: Mapping[str, str]) -> Opened:
        pipeline = self._loaded()
        review = pipeline.open(path, encoding)
        # Only now is it known what is in the file; text is read fast enough to be read twice.
        remembered = chosen.get(review.report.digest) if encoding is None else None
        if remembered:
            review = pipeline.open(path, remembered)
        return Opened(review, pack(review.report, _original(path)))

    def resume(self, review: Review, key: str) -> Review:
        """Return `review` with the rulings on `key`; it is judged anew when they change it."""
        return self._keeper.resume(review, key, self._assess_soon)

    def read(self, path: str) -> Opened:
        """Read and judge a file without laying it on the desk; called in the background."""
        return self._open(path, None, self._keeper.encodings())

    def _tell_of_twin(self, key: str, review: Review) -> None:
        """Tell that a file has the text of one that is in the list already."""
        row = self._desk.row_of_key(key)
        known = self._desk.reviews[row].report if row >= 0 else None
        if known is None or known.text != review.report.text:
            return
        new, old = file_name(review.report.source), file_name(known.source)
        if new != old:
            text = self.tr("{new} has the same text as {known}; it is in the list once.")
            self._messages.info(text.format(new=new, known=old))

    def _tell_of_newer(self, key: str, opened: Opened) -> None:
        """Tell that the list goes by another text, such as that of a newer version."""
        row, report = self._desk.row_of_key(key), opened.review.report
        if row < 0 or self._desk.reviews[row].report.text == report.text:
            return
        if self._keeper.is_other_reading(key, opened.packed):
            text = self.tr("{file} is in the list with another text: that one counts and is shown.")
        else:
            text = self.tr(
                "{file} is an earlier version of {report}: the newer text of {newer} counts and is"
                " shown. To go back to the earlier one, choose it with “Replace by a Newer"
                " Version”."
            )
        names = {
            "file": file_name(report.source),
            "report": report_name(opened.review),
            "newer": file_name(self._desk.reviews[row].source),
        }
        self._keeper.tell_of_text(key, text.format(**names))

    def open_project(self, spot: Spot | None = None) -> None:
        """Lay the reports of the project on the desk and go to `spot`, else to the first.

        Those nothing is known of are judged.
        """
        entries, history = self._keeper.entries, self._keeper.history
        rows: list[int] = []

        def look_up(some: Sequence[Entry]) -> list[Brief | None]:
            for entry in some:
                history.rulings(entry.key)  # read here, not when a row of the list is painted
            return [self._kept(entry) for entry in some]

        def lay_down(some: Sequence[Entry], kept: list[Brief | None]) -> None:
            rows.extend(self._lay_down(*both) for both in zip(some, kept, strict=True))

        def finish() -> None:
            if rows and self._desk.row < 0:
                self._desk.return_to(spot or Spot(""))
            self._judging.judge([r for r in self._desk.reviews if r.brief is None])

        self._tasks.start(
            Job(
                items=[entries[at : at + _SOME] for at in range(0, len(entries), _SOME)],
                work=look_up,
                label=lambda some: self.tr("Opening the project"),
                on_result=lay_down,
                on_error=lambda some, error: self._messages.fail(error),
                on_finished=finish,
            )
        )

    def keep_briefs(self) -> None:
        """Keep in the project what will list the reports the next time."""
        if self._pipeline is not None:
            self._keeper.keep_briefs(self._desk.reviews, self._pipeline.edition)

    def _show_stored(self, key: str) -> None:
        """Take the text that counts for a report of the project to hand."""
        entry = self._keeper.entry(key)
        if entry is not None:
            self._desk.show(self._lay_down(entry, self._kept(entry)))

    def _kept(self, entry: Entry) -> Brief | None:
        return brief_from_text(entry.brief, entry.version, self._loaded().edition)

    def _lay_down(self, entry: Entry, kept: Brief | None) -> int:
        """Lay a report of the project on the desk, read and judged when it has to be."""
        review = self._loaded().listed(
            entry.source,
            partial(self._keeper.text, entry.version),
            kept,
            key=entry.key,
            history=self._keeper.history,
            on_stale=self._assess_soon,
        )
        return self._desk.add(review, show=False)

    def _on_version_changed(self, key: str) -> None:
        self._keeper.remember_reading(key)  # the encoding was undone, or made again, as well
        if self._desk.row_of_key(key) >= 0:
            self._show_stored(key)

    def _loaded(self) -> OpensReports:
        # First called in the one background thread, so the pipeline is loaded once.
        if self._pipeline is None:
            self._pipeline = self._load_pipeline()
        return self._pipeline


def _original(path: str) -> bytes | None:
    """Return the bytes of a file, None where they are gone by now."""
    try:
        return load(path, Limits(), None).data
    except UnreadableReport:
        return None
