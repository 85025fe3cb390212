"""Who goes on to the next report finds it judged."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.gui import reading_ahead
from reviewer.gui.app import Program
from reviewer.gui.models.report_list import UNIT
from reviewer.outline import FieldValue, FrontField
from reviewer.report import Report
from reviewer.support.errors import StoreError

FILES = [f"{unit}.txt" for unit in ("白鹭镇", "柏溪乡", "青溪镇", "云岫镇")]
NextDay = Callable[[], None]


@pytest.fixture
def four(program: Program, qtbot: QtBot) -> Program:
    """The program with four reports that will all be judged the first time they are opened."""
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(FILES)
    return program


@pytest.fixture
def held(four: Program, next_day: NextDay, qtbot: QtBot, pipeline: Any) -> threading.Event:
    """The second report is being judged ahead, until the event is set."""
    go_on = threading.Event()
    pipeline.before_judging = lambda source: source != FILES[1] or go_on.wait(10)
    next_day()
    qtbot.waitUntil(lambda: four.ahead._tasks.busy)
    return go_on


def at_rest(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.busy and not program.ahead.busy)


def ready(program: Program) -> list[bool]:
    return [review.ready for review in program.desk.reviews]


def test_the_next_report_and_no_other_is_judged_while_one_is_read(
    four: Program, next_day: NextDay, qtbot: QtBot, pipeline: Any
) -> None:
    next_day()
    at_rest(four, qtbot)
    assert ready(four) == [True, True, False, False]

    four.window.actions_by_id["next_report"].trigger()
    assert four.desk.current is four.desk.reviews[1]
    at_rest(four, qtbot)
    assert ready(four) == [True, True, True, False]
    assert pipeline.judged == FILES[:3]


def test_the_next_report_is_the_next_one_in_the_order_of_the_list(
    four: Program, next_day: NextDay, qtbot: QtBot
) -> None:
    four.window.report_list.sortByColumn(UNIT, Qt.SortOrder.DescendingOrder)
    next_day()
    row = four.window.report_list.neighbour(1)
    at_rest(four, qtbot)
    assert [at for at, judged in enumerate(ready(four)) if judged] == sorted({four.desk.row, row})


def test_where_the_list_is_sorted_anew_the_report_that_is_next_now_is_judged(
    four: Program, next_day: NextDay, qtbot: QtBot
) -> None:
    next_day()
    at_rest(four, qtbot)
    four.window.report_list.sortByColumn(UNIT, Qt.SortOrder.AscendingOrder)
    row = four.window.report_list.neighbour(1)
    before = ready(four)[row]
    at_rest(four, qtbot)
    assert (before, ready(four)[row]) == (False, True)


def test_where_the_next_report_is_taken_off_the_list_the_one_after_it_is_judged(
    four: Program, held: threading.Event, qtbot: QtBot
) -> None:
    four.desk.close(1)
    held.set()
    at_rest(four, qtbot)
    assert ready(four) == [True, True, False]


def test_where_the_list_is_filtered_the_report_that_is_next_now_is_judged(
    four: Program, next_day: NextDay, qtbot: QtBot
) -> None:
    next_day()
    at_rest(four, qtbot)
    four.window.reports.shown.look_for("镇.txt")  # leaves out the second
    at_rest(four, qtbot)
    assert ready(four) == [True, True, True, False]


def test_a_list_sorted_anew_disturbs_no_report_that_is_next_all_the_same(
    four: Program, held: threading.Event, qtbot: QtBot, pipeline: Any
) -> None:
    four.ahead.look_again()
    qtbot.waitUntil(lambda: not four.ahead._pause.isActive())
    held.set()
    at_rest(four, qtbot)
    assert pipeline.judged.count(FILES[1]) == 1
    assert ready(four) == [True, True, False, False]


def test_a_long_report_is_not_judged_ahead(
    four: Program, next_day: NextDay, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_ahead, "_LONGEST", 10)
    next_day()
    at_rest(four, qtbot)
    assert ready(four) == [True, False, False, False]


def test_the_report_asked_for_waits_for_no_report_that_is_judged_ahead(
    four: Program, held: threading.Event, qtbot: QtBot
) -> None:
    four.desk.show(3)
    qtbot.waitUntil(lambda: four.desk.current is four.desk.reviews[3])
    held.set()
    at_rest(four, qtbot)


def test_a_report_asked_for_while_it_is_judged_ahead_is_judged_once(
    four: Program, held: threading.Event, qtbot: QtBot, pipeline: Any
) -> None:
    four.desk.show(1)
    held.set()
    qtbot.waitUntil(lambda: four.desk.current is four.desk.reviews[1])
    at_rest(four, qtbot)
    assert pipeline.judged.count(FILES[1]) == 1


def test_what_was_corrected_meanwhile_is_not_taken_from_ahead(
    four: Program, held: threading.Event, qtbot: QtBot
) -> None:
    four.desk.do(four.desk.reviews[1].command(FieldValue(FrontField.UNIT, "新镇")))
    held.set()
    at_rest(four, qtbot)
    assert four.desk.reviews[1].field(FrontField.UNIT) == "新镇"


def test_nothing_is_told_of_a_text_that_another_took_the_place_of_meanwhile(
    four: Program, held: threading.Event, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Report] = []
    monkeypatch.setattr(four.messages, "report_notices", told.append)
    four.opener._lay_down(four.keeper.entry(four.desk.reviews[1].key), None)
    held.set()
    at_rest(four, qtbot)
    assert told == []


def test_a_next_report_that_cannot_be_judged_is_told_when_it_is_taken_to_hand(
    four: Program, next_day: NextDay, qtbot: QtBot, pipeline: Any
) -> None:
    def gone(source: str) -> None:
        if source == FILES[1]:
            raise StoreError("project-corrupt", path="年度.review", problem="test")

    pipeline.before_judging = gone
    next_day()
    at_rest(four, qtbot)
    assert four.window.message_area.texts() == []
    four.desk.show(1)
    at_rest(four, qtbot)
    assert any("年度.review" in text for text in four.window.message_area.texts())
