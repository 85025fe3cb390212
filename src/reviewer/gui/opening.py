"""Opens files and folders in the background and lays them on the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject

from reviewer.gui.desk import Desk
from reviewer.gui.keeping import Keeper
from reviewer.gui.messages import MessageCenter
from reviewer.gui.preferences import Preferences
from reviewer.gui.tasks import Job, Tasks
from reviewer.gui.wording import file_name
from reviewer.readers import expand
from reviewer.review import Review


class OpensReports(Protocol):
    """What the window needs of a pipeline."""

    def open(self, path: str, encoding: str | None = None) -> Review:
        """Read and judge a file; called in the background thread."""
        ...


class Opener(QObject):
    """Reads reports one after another; a file that fails is told and the others go on."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        messages: MessageCenter,
        preferences: Preferences,
        keeper: Keeper,
        load_pipeline: Callable[[], OpensReports],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._messages = messages
        self._preferences = preferences
        self._keeper = keeper
        self._load_pipeline = load_pipeline
        self._pipeline: OpensReports | None = None

    def open_paths(self, paths: Iterable[str]) -> None:
        """Open files, and all reports in folders and archives; an open one is taken to hand."""
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
                on_finished=lambda: self._read(list(dict.fromkeys(found))),
            )
        )

    def reopen(self, row: int, encoding: str) -> None:
        """Read the report in `row` again in `encoding`, keeping its decisions."""
        review = self._desk.reviews[row]
        self._start([review.report.source], encoding, review)

    def _read(self, paths: list[str]) -> None:
        rows = {path: self._desk.row_of(path) for path in paths}
        fresh = [path for path in paths if rows[path] < 0]
        if fresh:
            self._start(fresh)
        elif paths:
            self._desk.show(rows[paths[0]])

    def _start(
        self,
        paths: list[str],
        encoding: str | None = None,
        replaced: Review | None = None,
    ) -> None:
        rows: list[int] = []
        encodings = self._keeper.encodings()

        def lay_down(path: str, review: Review) -> None:
            self._messages.report_notices(review.report)
            # Asked only now: the user may have gone on deciding while the file was read.
            self._desk.settling.emit()
            if replaced is not None:
                self._keeper.remember_encoding(review.report)
            carried = replaced.decisions if replaced else None
            same = replaced is not None and replaced is self._desk.current
            element_id = self._desk.element_id if same else ""
            rows.append(self._desk.add(self._keeper.resume(review, carried)))
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

    def _open(self, path: str, encoding: str | None, chosen: Mapping[str, str]) -> Review:
        # Runs in the one background thread, so the pipeline is loaded once.
        if self._pipeline is None:
            self._pipeline = self._load_pipeline()
        review = self._pipeline.open(path, encoding)
        # Only now is it known what is in the file; text is read fast enough to be read twice.
        remembered = chosen.get(review.report.digest) if encoding is None else None
        return self._pipeline.open(path, remembered) if remembered else review
