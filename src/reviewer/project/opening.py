"""Ways to a project: the default one of the user, a restored backup, reviews from a file."""

from __future__ import annotations

import contextlib
import datetime
import os
import shutil
from pathlib import Path

from reviewer.project.backups import Backup, copy_whole
from reviewer.project.database import Database
from reviewer.project.lock import Lock
from reviewer.project.preparing import held_by
from reviewer.project.project import DEFAULT_NAME, Project
from reviewer.review import Pipeline, Review
from reviewer.support.atomic import replace_file
from reviewer.support.errors import StoreError

_OLD_NAME = "decisions.reviewer"


def default_project(folder: Path, *, now: datetime.datetime | None = None) -> Project:
    """Open the project that is there without any ceremony, in the user's own `folder`.

    Decisions kept by the first version of the program go over into it; its file stays as it was.
    Raises StoreError.
    """
    path, old = folder / DEFAULT_NAME, folder / _OLD_NAME
    if old.exists() and not path.exists():
        _carry_over(old, path)
    return Project.open(path, now=now)


def _carry_over(old: Path, path: Path) -> None:
    # Only a whole copy gets the name of the project: a killed program begins anew.
    database = Database(old)
    try:
        copy_whole(database, path)
    except OSError as error:
        raise StoreError("project-cannot-open", path=path, problem=error) from error
    finally:
        database.close()


def project_to_try(path: Path) -> Project:
    """Open an empty project in a folder of its own, in place of the one of the last time.

    One that another window has open is looked at. Raises StoreError.
    """
    if path.exists():
        lock, _ = Lock.take(path)
        if lock is not None:
            lock.release()
            shutil.rmtree(path.parent, ignore_errors=True)  # what stays is opened once more
    return Project.open(path)


def open_project(
    path: Path, pipeline: Pipeline, *, now: datetime.datetime | None = None
) -> tuple[Project, tuple[Review, ...]]:
    """Open a project and review every report whose text is in it. Raises StoreError."""
    project = Project.open(path, now=now)
    try:
        return project, tuple(reviews_of(project, pipeline))
    except BaseException:
        project.close()
        raise


def reviews_of(project: Project, pipeline: Pipeline) -> list[Review]:
    """Return a review of every report of the project's that the pipeline's checklist judges."""
    found: list[Review] = []
    for entry in project.entries:
        if entry.checklist != pipeline.checklist.id:
            continue
        report = project.report(entry.key)
        if report is not None:
            found.append(pipeline.review(report, key=entry.key, history=project.history))
    return found


def put_back(backup: Backup, project: Project) -> None:
    """Close an open project and put a backup in its place, to be opened again.

    Where it is a local copy, what was put back goes home when it is closed. Raises StoreError.
    """
    copy_of, project.copy_of = project.copy_of, None
    project.close()
    if copy_of is not None:
        copy_of.let_go()
    restore(backup, project.path)


def restore(backup: Backup, path: Path) -> None:
    """Put a backup in the place of the project at `path`, which must not be open.

    The project as it was is kept among the backups. Raises StoreError.
    """
    lock, holder = Lock.take(path)
    if lock is None:
        raise held_by(path, holder) if holder else StoreError("project-busy", path=path)
    try:
        if path.exists():
            _keep_aside(path, backup)
        _replace(backup.path, path)
    except OSError as error:
        raise StoreError("project-not-restored", path=path, problem=error) from error
    finally:
        lock.release()


def _keep_aside(path: Path, backup: Backup) -> None:
    now = datetime.datetime.now().astimezone()
    aside = backup.path.with_name(f"{now:%Y-%m-%d %H-%M-%S} replaced{path.suffix}")
    shutil.copyfile(path, aside)
    journal = path.with_name(f"{path.name}-journal")
    if journal.exists():  # what a crash left half done belongs to the file that goes
        shutil.copyfile(journal, aside.with_name(f"{aside.name}-journal"))


def _replace(source: Path, path: Path) -> None:
    content = source.read_bytes()
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path.with_name(f"{path.name}-journal"))
    replace_file(path, lambda file: file.write(content))
