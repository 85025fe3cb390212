"""Background work: results, errors, progress, cancel."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from reviewer.gui.tasks import Job, Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.shut_down()


def test_whoever_waits_for_the_background_gets_a_turn_within_a_millisecond(tasks: Tasks) -> None:
    assert sys.getswitchinterval() < 0.001


class Heard:
    """What a job told."""

    def __init__(self) -> None:
        self.results: list[object] = []
        self.errors: list[str] = []
        self.threads: set[int] = set()
        self.finished = 0

    def job(self, items: list[int], work: object) -> Job[int, object]:
        return Job(
            items=items,
            work=work,
            label=lambda item: f"item {item}",
            on_result=self._on_result,
            on_error=lambda item, error: self.errors.append(f"{item}: {type(error).__name__}"),
            on_finished=self._on_finished,
        )

    def _on_result(self, item: int, result: object) -> None:
        self.threads.add(threading.get_ident())
        self.results.append(result)

    def _on_finished(self) -> None:
        self.finished += 1


def test_work_runs_elsewhere_and_results_come_back_here(qtbot: QtBot, tasks: Tasks) -> None:
    heard, workers = Heard(), set()

    def work(item: int) -> int:
        workers.add(threading.get_ident())
        return item * 10

    with qtbot.waitSignal(tasks.idle):
        tasks.start(heard.job([1, 2, 3], work))

    assert heard.results == [10, 20, 30]
    assert heard.threads == {threading.get_ident()}
    assert threading.get_ident() not in workers


def test_an_error_is_told_and_the_others_go_on(qtbot: QtBot, tasks: Tasks) -> None:
    heard = Heard()

    with qtbot.waitSignal(tasks.idle):
        tasks.start(heard.job([2, 0, 5], lambda item: 10 // item))

    assert (heard.results, heard.errors, heard.finished) == ([5, 2], ["0: ZeroDivisionError"], 1)


def test_an_error_is_left_to_those_who_asked(
    qtbot: QtBot, tasks: Tasks, caplog: pytest.LogCaptureFixture
) -> None:
    with qtbot.waitSignal(tasks.idle):
        tasks.start(Heard().job([0], lambda item: 10 // item))

    assert caplog.records == []


def test_progress_counts_the_items_of_the_job_at_work(qtbot: QtBot, tasks: Tasks) -> None:
    heard, seen = Heard(), []
    tasks.progressed.connect(lambda done, total, label: seen.append((done, total, label)))

    with qtbot.waitSignal(tasks.idle):
        tasks.start(heard.job([1, 2], lambda item: item))
        tasks.start(heard.job([3], lambda item: item))

    assert seen == [(0, 2, "item 1"), (1, 2, "item 2"), (0, 1, "item 3")]


def test_cancel_drops_what_waits_and_what_is_at_work(qtbot: QtBot, tasks: Tasks) -> None:
    heard, begun, go_on = Heard(), threading.Event(), threading.Event()
    done: list[int] = []

    def work(item: int) -> int:
        begun.set()
        go_on.wait(5)
        done.append(item)
        return item

    tasks.start(heard.job([1, 2, 3], work))
    assert begun.wait(5)
    with qtbot.waitSignal(tasks.idle):
        tasks.cancel()
    go_on.set()
    with qtbot.waitSignal(tasks.idle):
        tasks.start(heard.job([9], work))

    assert heard.results == [9]
    assert done == [1, 9]
    assert not tasks.busy
