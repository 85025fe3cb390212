"""What is done is on disk before the next event, and what a full disk holds up is not lost."""

from __future__ import annotations

import datetime
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.project import Project
from reviewer.review import Event, Move, Review, Step
from reviewer.support.errors import StoreError

ReviewIn = Callable[..., Review]
RulingsIn = Callable[[Path, str], dict[object, object]]
AT = datetime.datetime(2026, 3, 1, 9, 30, tzinfo=datetime.UTC)


def ahead(project: Project, review: Review, *elements: str) -> Event:
    """Write a step on these elements that has yet to take place."""
    commands = [review.deciding(element, comment="好") for element in elements]
    step = Step(project.history.changes(commands, "李四", AT), "李四", AT)
    event = Event(Move.DO, step, "李四", AT)
    project.write_ahead(event)
    return event


def test_a_step_that_is_written_ahead_is_written_once(
    project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    event = ahead(project, review, "A01", "A02")
    assert review.rulings == {}
    project.history.replay(event)
    review.decide("A01", comment="很好")
    project.history.undo()
    made = dict(review.rulings)
    assert [ruling.said.text for ruling in made.values()] == ["好", "好"]
    project.close()
    with Project.open(path) as again:
        assert dict(again.history.rulings(review.key)) == made
        again.history.undo()
        assert again.history.rulings(review.key) == {}
        assert not again.history.can_undo


def test_a_step_that_is_written_ahead_is_there_though_the_program_ends(
    rulings_in: RulingsIn, project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    ahead(project, review, "A01")
    project.close()
    assert len(rulings_in(path, review.key)) == 1


def test_a_step_that_takes_place_while_it_is_written_is_waited_for_and_written_once(
    project: Project,
    path: Path,
    review_in: ReviewIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review = review_in(project)
    told: list[str] = []
    project.on_trouble = lambda error: told.append(str(error))
    write = project._write

    def overtaken(event: Event) -> None:
        monkeypatch.setattr(project, "_write", write)
        project.history.replay(event)
        review.decide("A02", comment="好")
        write(event)

    monkeypatch.setattr(project, "_write", overtaken)
    ahead(project, review, "A01")
    assert ["project-slow" in one for one in told] == [True, True]
    assert len(project.unwritten) == 2
    project.retry()
    assert project.unwritten == []
    project.close()
    with Project.open(path) as again:
        assert [again.history.undo() is not None for _ in range(3)] == [True, True, False]


def test_nothing_is_written_ahead_of_what_waits(project: Project, review_in: ReviewIn) -> None:
    review = review_in(project)
    project.on_trouble = lambda error: None
    write = project._write

    def full(event: Event) -> None:
        raise StoreError("project-disk-full", path=project.path)

    project._write = full  # type: ignore[method-assign]
    review.decide("A03", comment="先")
    project._write = write  # type: ignore[method-assign]
    project.history.replay(ahead(project, review, "A01"))
    assert project.unwritten == []
    moves = project._database.rows("SELECT changes FROM journal ORDER BY id")
    assert ["A03" in changes for (changes,) in moves] == [True, False]


def test_a_killed_program_loses_no_decision(path: Path) -> None:
    code = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from reviewer.project import Project, pack
        from reviewer.review import Command, Confirmed
        project = Project.open(Path(sys.argv[1]))
        project.history.do(Command("1", (Confirmed("A01"),)))
        project._database.write("BEGIN IMMEDIATE")
        project._database.write(
            "INSERT INTO journal (move, by, changes) VALUES ('do', '', '[]')")
        print("half", flush=True)
        time.sleep(60)
        """
    )
    command = [sys.executable, "-c", code, str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "half\n"
        program.kill()
    assert program.returncode != 0
    with Project.open(path) as project:
        assert not project.read_only
        assert len(project.history.rulings("1")) == 1
        project.history.undo()
        assert not project.history.can_undo


def test_a_full_disk_is_said_and_what_waits_is_written_later_in_its_order(
    rulings_in: RulingsIn, project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    review.decide("A01", points=1.0)
    told: list[StoreError] = []
    project.on_trouble = told.append
    pages = project._database.value("PRAGMA page_count")
    project._database.rows(f"PRAGMA max_page_count = {pages}")
    review.decide("A02", comment="长" * 100_000)
    review.decide("B01", confirmed=True)
    review.undo()
    assert {error.code for error in told} == {"project-disk-full"}
    assert len(project.unwritten) == 3
    assert review.decision("A02").comment

    project._database.rows("PRAGMA max_page_count = 100000")
    project.retry()
    assert project.unwritten == []
    made = dict(review.rulings)
    project.close()
    assert rulings_in(path, review.key) == made


def test_a_report_removed_while_the_disk_is_full_does_not_come_back(
    project: Project, path: Path, review_in: ReviewIn
) -> None:
    listed = review_in(project)
    project.on_trouble = lambda error: None
    project._database.rows("PRAGMA query_only = ON")
    waiting = review_in(project, quote="另一句话。")
    project.remove([listed.key, waiting.key])
    project._database.rows("PRAGMA query_only = OFF")
    project.retry()
    assert project.unwritten == []
    project.close()
    with Project.open(path) as again:
        assert again.entries == ()
        assert again.report(waiting.key) == waiting.report


def test_without_anyone_to_tell_the_error_is_raised(project: Project, review_in: ReviewIn) -> None:
    review = review_in(project)
    project._database.rows("PRAGMA query_only = ON")
    with pytest.raises(StoreError, match="project-read-only"):
        review.decide("A01", points=1.0)


def test_a_file_that_another_program_writes_is_said(
    project: Project, path: Path, review_in: ReviewIn
) -> None:
    review = review_in(project)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StoreError, match="project-busy"):
        review.decide("A01", points=1.0)
    other.execute("ROLLBACK")
    other.close()
    project.retry()
    assert project.unwritten == []
