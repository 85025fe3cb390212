"""What comes often is answered once."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.pausing import Pause


class Source(QObject):
    told = Signal(int)


def test_many_begins_are_answered_once(qtbot: QtBot) -> None:
    answers: list[str] = []
    source = Source()
    pause = Pause(lambda: answers.append("once"), source)
    with qtbot.waitSignal(pause.timeout):
        for _ in range(3):
            pause.begin()
    assert answers == ["once"]


def test_a_number_that_a_signal_carries_is_not_taken_for_the_pause(qtbot: QtBot) -> None:
    source = Source()
    pause = Pause(lambda: None, source, 500)
    source.told.connect(pause.begin)
    source.told.emit(3)
    assert (pause.isActive(), pause.interval()) == (True, 500)
    pause.stop()


def test_texts_are_made_ready_for_the_search_after_a_pause(busy_program: Program) -> None:
    pause: Any = busy_program.index._pause
    assert pause.isActive()
    assert pause.interval() == 500
