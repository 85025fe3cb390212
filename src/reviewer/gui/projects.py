"""The project that is open: another one in its place, copies, backups from time to time."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.gui.desk import Desk
from reviewer.gui.keeping import Keeper
from reviewer.gui.messages import Message, MessageCenter, Severity
from reviewer.gui.opening import Opener
from reviewer.gui.preferences import Preferences
from reviewer.gui.tasks import Job, Tasks
from reviewer.project import (
    DEFAULT_NAME,
    SUFFIX,
    Backup,
    Project,
    WorkingCopy,
    backups_of,
    held_by,
    open_anywhere,
    restore,
)
from reviewer.support.errors import StoreError

_MINUTE_MS = 60_000


class Projects(QObject):
    """Changes the project under the desk; `changed` follows when another one is open.

    A project on a share or in a cloud folder is worked on as a `copy` in folder `copies`, which
    goes home with every backup and at the end.
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
        copies: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._opener = opener
        self._tasks = tasks
        self._messages = messages
        self._preferences = preferences
        self._copies = copies
        self.copy: WorkingCopy | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.back_up)
        preferences.changed.connect(self._set_timer)
        self._set_timer()

    @property
    def path(self) -> Path | None:
        """Where the open project is at home."""
        if self.copy is not None:
            return self.copy.home
        return self._keeper.project.path if self._keeper.project else None

    @property
    def name(self) -> str:
        """What the open project is called, empty for the user's default one."""
        return "" if self.path is None or self.path.name == DEFAULT_NAME else self.path.stem

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
        if self.path is not None:
            self._remember(self.path)
            self._tell_of_copy()
        self._opener.open_project()

    def open(self, path: Path) -> None:
        """Open the project at `path`, made where there is none, in place of the one at hand."""
        path = path if path.suffix else path.with_suffix(SUFFIX)
        if self.path is not None and self.path.resolve() == path.resolve():
            return
        now = datetime.datetime.now().astimezone()
        self._change(lambda: open_anywhere(path, self._copies, now=now))

    def close(self) -> None:
        """Let go of the open project, as the program ends."""
        try:
            if self.copy is not None:
                self.copy.close()
            elif self._keeper.project is not None:
                self._keeper.project.close()
        except StoreError as error:  # the copy is kept and goes home the next time
            self._messages.fail(error)

    def restore(self, backup: Backup) -> None:
        """Put a backup in the place of the open project, which is kept among the backups."""
        project = self._keeper.project
        if project is None or not self._settled():
            return
        path = project.path
        self._clear()
        project.close()
        try:
            restore(backup, path)
        except StoreError as error:
            self._messages.fail(error)
        found = Project.open(path, now=datetime.datetime.now().astimezone())
        if self.copy is not None:
            self.copy.project = found
        self._use(self.copy or found)

    def save_copy(self, target: Path) -> None:
        """Write the whole project to another file."""
        project = self._keeper.project
        if project is None:
            return
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
        if project is None or project.read_only:
            return
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
        if self.copy is not None:
            self.copy.write_back()

    def _set_timer(self) -> None:
        interval = self._preferences.settings.backup_minutes * _MINUTE_MS
        if interval != self._timer.interval() or not self._timer.isActive():
            self._timer.start(interval)

    def _change(self, opened: Callable[[], Project | WorkingCopy]) -> None:
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

    def _use(self, found: Project | WorkingCopy) -> None:
        self.copy = found if isinstance(found, WorkingCopy) else None
        project = found.project if isinstance(found, WorkingCopy) else found
        self._keeper.use(project)
        self._remember(self.path or project.path)
        self._tell_of_copy()
        self.changed.emit()
        if project.holder is not None:
            self._messages.fail(held_by(project.path, project.holder))
        elif project.read_only:
            self._messages.fail(StoreError("project-read-only", path=project.path))
        self._opener.open_project()

    def _tell_of_copy(self) -> None:
        if self.copy is None:
            return
        text = self.tr(
            "This project lies on {place}. You work on a copy on this computer, which is written"
            " back whole from time to time and at the end."
        )
        words = [text.format(place=self.copy.place.name)]
        if self.copy.newer:
            words.append(self.tr("It holds work of an earlier day that had not been written back."))
        if self.copy.apart is not None:
            other = self.tr("Someone else had changed it too; that state is now {path}.")
            words.append(other.format(path=self.copy.apart))
        self._messages.post(Message(Severity.WARNING, " ".join(words)))

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
        for row in reversed(range(len(self._desk.reviews))):
            self._desk.close(row)

    def _remember(self, path: Path) -> None:
        usual = path.name == DEFAULT_NAME
        self._preferences.change(project="" if usual else str(path))
        if not usual:
            self._preferences.remember_project(str(path))
