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
from reviewer.project import DEFAULT_NAME, SUFFIX, Backup, Project, backups_of, held_by
from reviewer.project.opening import restore
from reviewer.support.errors import StoreError

_MINUTE_MS = 60_000


class Projects(QObject):
    """Changes the project under the desk; `changed` follows when another one is open."""

    changed = Signal()

    def __init__(
        self,
        desk: Desk,
        keeper: Keeper,
        opener: Opener,
        tasks: Tasks,
        messages: MessageCenter,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._keeper = keeper
        self._opener = opener
        self._tasks = tasks
        self._messages = messages
        self._preferences = preferences
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.back_up)
        preferences.changed.connect(self._set_timer)
        self._set_timer()

    @property
    def name(self) -> str:
        """What the open project is called, empty for the user's default one."""
        project = self._keeper.project
        return "" if project is None or project.path.name == DEFAULT_NAME else project.path.stem

    @property
    def read_only(self) -> bool:
        """Whether one may only look."""
        return self._keeper.project is not None and self._keeper.project.read_only

    @property
    def folder(self) -> Path:
        """Where the open project is."""
        return self._keeper.project.path.parent if self._keeper.project else Path.home()

    @property
    def backups(self) -> tuple[Backup, ...]:
        """The backups of the open project, the newest first."""
        return backups_of(self._keeper.project.path) if self._keeper.project else ()

    def begin(self) -> None:
        """Lay the reports of the project on the desk that was opened with the program."""
        if self._keeper.project is not None:
            self._remember(self._keeper.project.path)
        self._opener.open_project()

    def open(self, path: Path) -> None:
        """Open the project at `path`, made where there is none, in place of the one at hand."""
        path = path if path.suffix else path.with_suffix(SUFFIX)
        known = self._keeper.project
        if known is not None and known.path.resolve() == path.resolve():
            return
        self._change(lambda: _opened(path))

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
        self._use(_opened(path))

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
                work=lambda project: project.back_up(now),
                label=lambda project: self.tr("Making a backup"),
                on_result=lambda project, backup: None,
                on_error=lambda project, error: self._messages.fail(error),
            )
        )

    def _set_timer(self) -> None:
        interval = self._preferences.settings.backup_minutes * _MINUTE_MS
        if interval != self._timer.interval() or not self._timer.isActive():
            self._timer.start(interval)

    def _change(self, opened: Callable[[], Project]) -> None:
        if not self._settled():
            return
        try:
            project = opened()
        except StoreError as error:
            self._messages.fail(error)
            return
        old = self._keeper.project
        self._clear()
        if old is not None:
            old.close()
        self._use(project)

    def _use(self, project: Project) -> None:
        self._keeper.use(project)
        self._remember(project.path)
        self.changed.emit()
        if project.holder is not None:
            self._messages.fail(held_by(project.path, project.holder))
        elif project.read_only:
            self._messages.fail(StoreError("project-read-only", path=project.path))
        self._opener.open_project()

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


def _opened(path: Path) -> Project:
    return Project.open(path, now=datetime.datetime.now().astimezone())
