"""What is being written is counted, told of, and offered another name where it fails."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.messages import Severity
from reviewer.gui.writing import Batch
from reviewer.support.errors import ExportError


def is_there(path: Path, _: object) -> str:
    return f"{path} is there"


def told(program: Program) -> list[tuple[Severity, str]]:
    return [(message.severity, message.text) for message in program.messages.about("")]


def test_a_batch_is_settled_once_with_what_came_of_each_item(
    program: Program, qtbot: QtBot
) -> None:
    heard: list[Batch[int, float]] = []
    with qtbot.waitSignal(program.writing.settled) as settled:
        program.writing.start([1, 0, 2], lambda n: 1 / n, str, heard.append)
        assert program.writing.pending == 1
    (batch,) = heard

    assert batch.done == [(1, 1.0), (2, 0.5)]
    assert [item for item, _ in batch.failed] == [0]
    assert settled.args == [False]
    assert program.writing.pending == 0


def test_it_is_settled_only_when_what_follows_is_written_too(
    program: Program, qtbot: QtBot
) -> None:
    order: list[str] = []

    def go_on(batch: Batch[str, str]) -> None:
        order.append("first")
        program.writing.start(["b"], str, str, lambda batch: order.append("second"))

    with qtbot.waitSignal(program.writing.settled) as settled:
        program.writing.start(["a"], str, str, go_on)

    assert order == ["first", "second"]
    assert settled.args == [True]


def test_it_is_settled_though_what_comes_of_it_cannot_be_told(
    program: Program, qtbot: QtBot
) -> None:
    def stumble(batch: Batch[str, str]) -> None:
        raise ValueError

    with qtbot.captureExceptions() as raised, qtbot.waitSignal(program.writing.settled):
        program.writing.start(["a"], str, str, stumble)

    assert [kind for kind, _, _ in raised] == [ValueError]
    assert program.writing.pending == 0


@pytest.mark.parametrize("suggestion", [None, "b.txt"])
def test_a_file_that_cannot_be_written_is_told_with_another_name(
    program: Program, qtbot: QtBot, suggestion: str | None
) -> None:
    asked: list[str] = []

    def fail(path: Path) -> None:
        details = {"suggestion": suggestion} if suggestion else {"suggestion": path}
        raise ExportError("export-failed", path=path, problem="", **details)

    with qtbot.waitSignal(program.writing.settled):
        program.writing.write_file(Path("a.txt"), fail, asked.append, told=is_there)
    (message,) = program.messages.about("")
    message.remedies[0].run()

    assert message.severity is Severity.ERROR
    assert asked == [suggestion or "a.txt"]


def test_a_file_that_was_cancelled_before_it_began_is_told(program: Program, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def write(path: Path) -> None:
        begun.set()
        assert go_on.wait(5)

    for name in ("a.txt", "b.txt"):
        program.writing.write_file(Path(name), write, print, told=is_there)
    assert begun.wait(5)
    program.tasks.cancel()
    with qtbot.waitSignal(program.writing.settled) as settled:
        go_on.set()

    assert told(program) == [
        (Severity.WARNING, "已取消：b.txt 未完成。"),
        (Severity.INFO, "a.txt is there"),
    ]
    assert settled.args == [True]
