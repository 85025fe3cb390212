"""Backups are made, skipped where nothing changed, thinned out and put back."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.project import Backup, Project, backups_of
from reviewer.project.backups import DAYS_KEPT, NEWEST_KEPT, folder_of, superfluous
from reviewer.project.opening import restore
from reviewer.review import Review
from reviewer.support.errors import StoreError

ReviewIn = Callable[..., Review]
NOON = datetime.datetime(2026, 1, 15, 12, 0)
MINUTES = datetime.timedelta(minutes=15)


def test_opening_makes_a_backup_of_what_is_there(
    project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    project.close()
    with Project.open(path, now=NOON) as again:
        again.history.do(review.deciding("A01", points=1.0))
        (backup,) = backups_of(path)
        assert backup.made == NOON
        again.back_up(NOON + MINUTES)
    with Project.open(backups_of(path)[0].path) as copy:
        assert copy.history.rulings(review.key)


def test_a_new_project_needs_no_backup(path: Path) -> None:
    Project.open(path, now=NOON).close()
    assert backups_of(path) == ()


def test_what_did_not_change_is_not_copied_again(project: Project, review_in: ReviewIn) -> None:
    review = review_in(project)
    assert project.back_up(NOON) is not None
    assert project.back_up(NOON + MINUTES) is None
    review.decide("A01", points=1.0)
    assert project.back_up(NOON + 2 * MINUTES) is not None
    review.undo()
    assert project.back_up(NOON + 3 * MINUTES) is not None
    assert [backup.made for backup in backups_of(project.path)] == [
        NOON + 3 * MINUTES,
        NOON + 2 * MINUTES,
        NOON,
    ]


def test_a_damaged_backup_does_not_count(project: Project) -> None:
    made = project.back_up(NOON)
    assert made is not None
    made.path.write_bytes(b"nothing")
    assert project.back_up(NOON + MINUTES) is not None


def test_the_newest_are_kept_and_one_for_each_day() -> None:
    moments = [NOON - n * datetime.timedelta(hours=1) for n in range(24 * 60)]
    every = [Backup(Path(f"{moment}"), moment) for moment in moments]
    gone = set(superfluous(every))
    kept = [backup for backup in every if backup not in gone]
    assert kept[:NEWEST_KEPT] == every[:NEWEST_KEPT]
    assert len(kept) == NEWEST_KEPT + DAYS_KEPT
    older = [backup.made.date() for backup in kept[NEWEST_KEPT:]]
    assert len(set(older)) == DAYS_KEPT


def test_a_backup_is_put_back_and_what_was_there_is_kept(
    project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", points=1.0)
    backup = project.back_up(NOON)
    review.decide("A01", points=2.0)
    project.close()
    assert backup is not None
    restore(backup, path)
    with Project.open(path) as again:
        again.history.undo()
        assert again.history.rulings(review.key) == {}
    newest = max(folder_of(path).glob("*replaced*"))
    with Project.open(newest) as replaced:
        replaced.history.undo()
        assert replaced.history.rulings(review.key)


def test_an_open_project_is_not_replaced(project: Project, path: Path) -> None:
    backup = project.back_up(NOON)
    assert backup is not None
    with pytest.raises(StoreError, match="project-held"):
        restore(backup, path)


def test_a_backup_that_cannot_be_made_is_said(project: Project, path: Path) -> None:
    folder_of(path).write_text("in the way")
    with pytest.raises(StoreError, match="project-no-backup"):
        project.back_up(NOON)


def test_a_copy_is_a_whole_project(
    project: Project, path: Path, tmp_path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", points=1.0)
    target = tmp_path / "副本.review"
    target.write_text("something old")
    project.save_copy(target)
    with Project.open(target) as copy:
        assert copy.history.rulings(review.key) == review.rulings
        assert copy.report(review.key) == review.report


def test_a_copy_never_overwrites_the_project_or_half_a_file(
    project: Project, path: Path, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="project-copy-itself"):
        project.save_copy(path)
    with pytest.raises(StoreError):
        project.save_copy(tmp_path / "missing" / "a.review")
    (tmp_path / "folder.review").mkdir()
    with pytest.raises(StoreError, match="project-no-copy"):
        project.save_copy(tmp_path / "folder.review")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["folder.review", "年度"]
