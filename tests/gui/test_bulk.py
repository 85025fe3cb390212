"""Decisions on many reports are one step: all of them or none, and the window goes on meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.gui import bulk
from reviewer.gui.app import Program
from reviewer.project import Project
from reviewer.review import Command, Event, Review, Status, StatusIs
from reviewer.support.errors import StoreError

COUNT = bulk._FEW + 2
PRESENT = 5  # elements of a report that were found present


@pytest.fixture
def many(program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Program:
    """The program with many reports, all selected; a slice is a report."""
    monkeypatch.setattr(bulk, "_SLICE", 0)
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths([f"第{number}镇.txt" for number in range(COUNT)])
    qtbot.waitUntil(lambda: not program.busy)
    program.window.report_list.selectAll()
    return program


def accepted(program: Program) -> int:
    """Return in how many reports what was found present is accepted."""
    return sum(review.decision("A14").confirmed for review in program.desk.reviews)


def act(program: Program, name: str) -> None:
    program.window.actions_by_id[name].trigger()


def at_rest(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.busy)


def steps(program: Program) -> int:
    """Return how many steps the project has."""
    return program.keeper.project._database.value("SELECT count(*) FROM journal")


def test_many_reports_are_decided_on_in_one_step_a_little_later(
    many: Program, qtbot: QtBot
) -> None:
    before = steps(many)
    act(many, "accept_present_chosen")
    assert many.bulk.busy
    assert accepted(many) == 0
    at_rest(many, qtbot)
    assert accepted(many) == COUNT
    assert steps(many) == before + 1
    act(many, "undo")
    assert accepted(many) == 0


def test_where_there_is_nothing_to_decide_no_step_is_written(many: Program, qtbot: QtBot) -> None:
    act(many, "accept_present_chosen")
    at_rest(many, qtbot)
    before = steps(many)
    act(many, "accept_present_chosen")
    at_rest(many, qtbot)
    assert steps(many) == before
    assert "0" in many.window.statusBar().currentMessage()


def test_all_reports_get_a_status_in_one_step(many: Program, qtbot: QtBot) -> None:
    act(many, "status_done")
    at_rest(many, qtbot)
    assert {review.status for review in many.desk.reviews} == {Status.DONE}
    act(many, "status_auto")
    at_rest(many, qtbot)
    assert {review.status for review in many.desk.reviews} == {Status.NOT_BEGUN}


def test_the_bar_tells_how_far_it_is_and_cancel_leaves_everything_as_it_was(
    many: Program, qtbot: QtBot
) -> None:
    before = steps(many)
    act(many, "accept_present_chosen")
    many.bulk._go_on()
    indicator = many.window.indicator
    assert (indicator.bar.value(), indicator.bar.maximum()) == (1, COUNT)
    indicator.cancel.click()
    assert not indicator.isVisible()
    at_rest(many, qtbot)
    assert accepted(many) == 0
    assert steps(many) == before
    assert not many.keeper.history.can_undo


def test_what_is_decided_meanwhile_comes_after_it(many: Program, qtbot: QtBot) -> None:
    desk = many.desk
    act(many, "accept_present_chosen")
    desk.select_element("A12")
    desk.decide(comment="请补充。")
    assert accepted(many) == COUNT
    act(many, "undo")
    assert accepted(many) == COUNT
    assert desk.current.decision("A12").comment == ""
    act(many, "undo")
    assert accepted(many) == 0


def test_undo_takes_back_what_was_just_asked_for(many: Program) -> None:
    act(many, "accept_present_chosen")
    many.desk.undo()
    assert accepted(many) == 0
    assert many.keeper.history.can_redo


def test_what_is_being_written_is_waited_for_and_written_once(many: Program, qtbot: QtBot) -> None:
    before = steps(many)
    act(many, "accept_present_chosen")
    plan = many.bulk._plan
    while plan.event is None:
        many.bulk._go_on()
    many.bulk.cancel()
    many.desk.decide_on(many.desk.current, "A12", comment="请补充。")
    at_rest(many, qtbot)
    assert accepted(many) == COUNT
    assert steps(many) == before + 2


@pytest.fixture
def stuck(many: Program, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What was decided on is being written to a disk that does not answer till the event is set."""
    project, go_on = many.keeper.project, threading.Event()
    write = project._write

    def hang(event: Event) -> None:
        if threading.current_thread() is not threading.main_thread():
            go_on.wait(10)
        write(event)

    monkeypatch.setattr(bulk, "_LONGEST_WAIT_MS", 50)
    monkeypatch.setattr(project, "_write", hang)
    act(many, "accept_present_chosen")
    while many.bulk._plan.event is None:
        many.bulk._go_on()
    yield go_on
    go_on.set()
    many.bulk._writing.wait()


def test_a_disk_that_does_not_answer_holds_up_nobody_and_loses_nothing(
    many: Program, qtbot: QtBot, stuck: threading.Event
) -> None:
    before, path = steps(many), many.keeper.project.path
    many.desk.decide_on(many.desk.current, "A12", comment="请补充。")
    assert accepted(many) == COUNT
    assert many.keeper.unsaved == 2
    (told,) = many.window.message_area.texts()
    assert "没有丢失" in told
    assert path.name in told

    stuck.set()
    many.bulk._writing.wait()
    many.keeper.retry()
    assert many.keeper.unsaved == 0
    assert many.window.message_area.texts() == []
    assert steps(many) == before + 2
    many.desk.undo()
    assert accepted(many) == COUNT
    many.projects.close()
    with Project.open(path) as project:
        assert len(project.history.next_undo.reports) == COUNT


def test_where_a_disk_that_did_not_answer_fails_it_is_written_once_more(
    many: Program, stuck: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, before = many.keeper.project, steps(many)
    hang = project._write

    def fail(event: Event) -> None:
        raise StoreError("project-disk-error", path=project.path)

    with monkeypatch.context() as patch:
        patch.setattr("reviewer.project.recording.write_event", lambda *_: fail(None))
        many.bulk.finish()
        stuck.set()
        many.bulk._writing.wait()
    assert project._write is hang
    many.keeper.retry()
    assert many.keeper.unsaved == 0
    assert steps(many) == before + 1


def test_decisions_asked_for_while_a_disk_does_not_answer_come_after_the_others(
    many: Program, stuck: threading.Event
) -> None:
    before = steps(many)
    act(many, "status_done")
    many.bulk.finish()
    assert {review.status for review in many.desk.reviews} == {Status.DONE}
    stuck.set()
    many.bulk._writing.wait()
    many.keeper.retry()
    assert many.keeper.unsaved == 0
    assert steps(many) == before + 2
    many.desk.undo()
    assert accepted(many) == COUNT


def test_what_was_asked_for_is_done_before_the_program_ends(many: Program) -> None:
    act(many, "accept_present_chosen")
    path = many.keeper.project.path
    many.shut_down()
    many.projects.close()
    with Project.open(path) as project:
        assert len(project.history.next_undo.reports) == COUNT


def test_where_the_disk_is_full_it_counts_and_is_told_like_any_decision(
    many: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, before = many.keeper.project, steps(many)
    write = project._write

    def full(event: Event) -> None:
        raise StoreError("project-disk-full", path=project.path)

    monkeypatch.setattr(project, "_write", full)
    act(many, "accept_present_chosen")
    at_rest(many, qtbot)
    assert accepted(many) == COUNT
    assert many.keeper.unsaved == 1
    assert len(many.window.message_area.texts()) == 1
    monkeypatch.setattr(project, "_write", write)
    many.keeper.retry()
    assert steps(many) == before + 1


def test_where_one_report_fails_none_is_decided_on(
    many: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, last = steps(many), many.desk.reviews[-1]

    def fail(review: Review) -> list[Command]:
        if review is last:
            raise StoreError("project-corrupt", path="年度.review", problem="made for a test")
        return [review.command(StatusIs(Status.DONE))]

    many.bulk.decide(many.desk.reviews, fail)
    with qtbot.captureExceptions() as raised:
        at_rest(many, qtbot)
    assert [kind for kind, _, _ in raised] == [StoreError]
    assert {review.status for review in many.desk.reviews} == {Status.NOT_BEGUN}
    assert steps(many) == before


def test_a_window_made_anew_meanwhile_tells_how_many_were_accepted(
    many: Program, qtbot: QtBot
) -> None:
    act(many, "accept_present_chosen")
    many.set_theme("dark")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    at_rest(many, qtbot)
    assert accepted(many) == COUNT
    assert str(PRESENT * COUNT) in many.window.statusBar().currentMessage()


def test_a_window_made_anew_while_reports_are_judged_first_is_told_too(
    many: Program, qtbot: QtBot, next_day: Callable[[], None], pipeline: Any
) -> None:
    next_day()
    for review in many.desk.reviews:
        review._kept = review._brief = None  # nothing is known of it but what judging tells
    many.window.report_list.selectAll()
    go_on = threading.Event()
    pipeline.before_judging = lambda source: go_on.wait(10)
    act(many, "accept_present_chosen")
    many.set_theme("dark")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    go_on.set()
    at_rest(many, qtbot)
    assert accepted(many) == COUNT
    assert str(PRESENT * COUNT) in many.window.statusBar().currentMessage()


def test_a_copy_of_the_project_has_what_was_asked_for(many: Program, tmp_path: Path) -> None:
    act(many, "accept_present_chosen")
    many.projects.save_copy(tmp_path / "副本.review")
    with Project.open(tmp_path / "副本.review") as project:
        assert len(project.history.next_undo.reports) == COUNT
