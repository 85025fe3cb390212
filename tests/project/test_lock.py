"""A second program is told who has a project open, and may look but not write."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.project import Project
from reviewer.project.lock import Lock, lock_path
from reviewer.review import Review
from reviewer.support.errors import StoreError

ReviewIn = Callable[..., Review]


def test_a_second_program_looks_and_is_told_who_has_it(
    project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", points=1.0)
    with Project.open(path) as second:
        assert second.read_only
        assert second.holder is not None
        assert second.holder.machine == platform.node()
        assert second.holder.process == os.getpid()
        assert second.history.rulings(review.key) == review.rulings
        assert review_in(second, quote="只看不写。").key not in {e.key for e in second.entries}
        for forbidden in (second.history.undo, lambda: second.remove([review.key])):
            with pytest.raises(StoreError, match="project-held"):
                forbidden()
    review.decide("A02", points=1.0)
    project.close()
    with Project.open(path) as third:
        assert not third.read_only


def test_the_lock_of_a_killed_program_holds_nobody_up(path: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path; from reviewer.project import Project;"
        "p = Project.open(Path(sys.argv[1])); print('open', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "open\n"
        with Project.open(path) as second:
            assert second.holder is not None
            assert second.holder.process == program.pid
        program.kill()
    assert lock_path(path).exists()
    with Project.open(path) as third:
        assert not third.read_only
    assert not lock_path(path).exists()


def test_a_record_that_cannot_be_read_still_tells_that_someone_is_there(tmp_path: Path) -> None:
    project = tmp_path / "a.review"
    lock, _ = Lock.take(project)
    assert lock is not None
    lock_path(project).write_bytes(b"\xff{")
    second, holder = Lock.take(project)
    assert second is None
    assert holder is not None
    assert holder.user == ""
    lock.release()


def test_a_folder_without_room_for_a_lock_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="project-no-lock"):
        Lock.take(tmp_path / "missing" / "a.review")
