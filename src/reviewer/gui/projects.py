"""The project that is open: another one in its place, copies, backups from time to time."""

from __future__ import annotations

import datetime
import gc
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.keeping import Keeper
from reviewer.gui.messages import Message, MessageCenter, Severity
from reviewer.gui.opening import Opener
from reviewer.gui.preferences import Preferences
from reviewer.gui.spots import spot_in, with_spot
from reviewer.gui.tasks import Job, Tasks
from reviewer.project import (
    DEFAULT_NAME,
    SUFFIX,
    Backup,
    Project,
    backups_of,
    open_anywhere,
    project_to_try,
    put_back,
)
from reviewer.support.errors import StoreError
from reviewer.support.resources import bundled_examples

_MINUTE_MS = 60_000


class Projects(QObject):
    """Changes the project under the desk; `changed` follows when another one is open.

    A project on a share or in a cloud folder is worked on as a copy in the program's own folder
    `data`, which goes home with every backup and at the end. The examples have a project of their
    own, which is begun anew each time: what is tried there never gets among the user's reports.
    """

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper,
        opener: Opener,
        tasks: Tasks,
        messages: MessageCenter,
        preferences: Preferences,
        data: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._opener = opener
        self._tasks = tasks
        self._messages = messages
        self._preferences = preferences
        self._data = data
        self._copies = data / "copies"
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.back_up)
        preferences.changed.connect(self._set_timer)
        self._set_timer()

    @property
    def path(self) -> Path | None:
        """Where the open project is at home."""
        return self._keeper.project.home if self._keeper.project else None

    @property
    def name(self) -> str:
        """What the open project is called, empty for the user's default one."""
        if self.path is None or self.path.name == DEFAULT_NAME:
            return ""
        return self.tr("Examples") if self.trying else self.path.stem

    @property
    def trying(self) -> bool:
        """Whether the examples are open."""
        return self.path == self._examples

    @property
    def _examples(self) -> Path:
        return self._data / "examples" / f"examples{SUFFIX}"

    @property
    def read_only(self) -> bool:
        """Whether one may only look."""
        return self._keeper.project is not None and self._keeper.project.read_only

    @property
    def folder(self) -> Path:
        """Where the open project is."""
        return self.path.parent if self.path else Path.home()

    @property
    def backups(self) -> tuple[Backup, ...]:
        """The backups of the open project, the newest first."""
        return backups_of(self._keeper.project.path) if self._keeper.project else ()

    def begin(self) -> None:
        """Lay the reports of the project on the desk that was opened with the program."""
        if self._keeper.project is not None:
            self._remember(self._keeper.project.home)
            self._messages.tell(self._keeper.project.notices)
        self._open_reports()

    def open(self, path: Path) -> None:
        """Open the project at `path`, made where there is none, in place of the one at hand."""
        path = path if path.suffix else path.with_suffix(SUFFIX)
        if self.path is not None and self.path.resolve() == path.resolve():
            return
        now = datetime.datetime.now().astimezone()
        self._change(lambda: open_anywhere(path, self._copies, now=now))

    def open_examples(self) -> None:
        """Open the examples in a project of their own, in place of the one at hand."""
        if not self.trying:
            self._change(lambda: project_to_try(self._examples))
        if self.trying:
            self._messages.info(
                self.tr(
                    "These are examples to try things out on: nothing done here is kept, and your"
                    " own reports are not touched. Opening reports leads back to them."
                )
            )
            self._opener.open_paths(bundled_examples(), remember=False)

    def leave_examples(self) -> None:
        """Go back from the examples to the user's own project; nothing where that is open."""
        if self.trying:
            last = self._preferences.settings.project
            self.open(Path(last) if last else self._data / DEFAULT_NAME)

    def note_spot(self) -> None:
        """Remember where one is, to return there when the project is opened again."""
        spot = self._desk.spot
        if spot is not None and self.path is not None and not self.trying:
            kept = self._preferences.settings.left_at
            self._preferences.change(left_at=with_spot(kept, str(self.path), spot))

    def close(self) -> None:
        """Let go of the open project, as the program ends."""
        if self._keeper.project is None:
            return
        self._opener.keep_briefs()
        self._attempt(self._keeper.project.tidy)
        self._attempt(self._keeper.project.close)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except StoreError as error:  # nothing is lost: a copy goes home the next time
            self._messages.fail(error)

    def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the open project, which is kept among the backups."""
        project = self._keeper.project
        if project is None or not self._settled():
            return
        self._clear()
        try:
            put_back(backup, project)
        except StoreError as error:
            self._messages.fail(error)
        now = datetime.datetime.now().astimezone()
        self._use(open_anywhere(project.home, self._copies, now=now))

    def save_copy(self, target: Path) -> None:
        """Write the whole project to another file."""
        project = self._keeper.project
        if project is None:
            return
        self._desk.settling.emit()
        target = target if target.suffix else target.with_suffix(SUFFIX)
        try:
            project.save_copy(target)
        except StoreError as error:
            self._messages.fail(error)
        else:
            text = self.tr("A copy of the project is in {path}.").format(path=target)
            self._messages.info(text)

    def back_up(self) -> None:
        """Make a backup in the background, unless the newest one holds the same."""
        project = self._keeper.project
        if project is None or project.read_only or self.trying:
            return
        self._opener.keep_briefs()
        now = datetime.datetime.now().astimezone()
        self._tasks.start(
            Job(
                items=[project],
                work=lambda project: self._back_up(project, now),
                label=lambda project: self.tr("Making a backup"),
                on_result=lambda project, backup: None,
                on_error=lambda project, error: self._messages.fail(error),
            )
        )

    def _back_up(self, project: Project, now: datetime.datetime) -> None:
        project.back_up(now)
        if project.copy_of is not None:
            project.copy_of.write_back()

    def _set_timer(self) -> None:
        interval = self._preferences.settings.backup_minutes * _MINUTE_MS
        if interval != self._timer.interval() or not self._timer.isActive():
            self._timer.start(interval)

    def _change(self, opened: Callable[[], Project]) -> None:
        if not self._settled():
            return
        try:
            found = opened()
        except StoreError as error:
            self._messages.fail(error)
            return
        self._clear()
        self.close()
        self._use(found)

    def _use(self, project: Project) -> None:
        self._keeper.use(project)
        self._remember(project.home)
        self._messages.tell(project.notices)
        self.changed.emit()
        self._open_reports()

    def _open_reports(self) -> None:
        spot = spot_in(self._preferences.settings.left_at, str(self.path))
        self._opener.open_project(spot)

    def _settled(self) -> bool:
        """Write what waits; tell where that cannot be done, since then nothing may be closed."""
        self._desk.settling.emit()
        self._keeper.retry()
        if self._keeper.unsaved and self._keeper.project is not None:
            text = self.tr("Some decisions are not on disk yet; the project stays open.")
            self._messages.post(Message(Severity.WARNING, text))
            return False
        return True

    def _clear(self) -> None:
        self._tasks.cancel()
        self._tasks.wait()
        self._opener.keep_briefs()
        self.note_spot()
        self._desk.clear()
        gc.unfreeze()

    def _remember(self, path: Path) -> None:
        if self.trying:
            return
        usual = path.name == DEFAULT_NAME
        self._preferences.change(project="" if usual else str(path))
        if not usual:
            self._preferences.remember_project(str(path))
