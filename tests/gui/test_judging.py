"""A project lists its reports at once; each is judged when somebody needs more than the list."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.dialogs.columns import ColumnsDialog
from reviewer.gui.models.report_list import SCORE, UNIT
from reviewer.outline import FieldValue, FrontField
from reviewer.project import Project
from reviewer.report import Report
from reviewer.review import Command, Status
from reviewer.support.errors import StoreError

UNITS = ("白鹭镇", "柏溪乡", "青溪镇")
Reopened = Callable[[], Program]


@pytest.fixture
def reopened(program: Program, next_day: Callable[[], None], qtbot: QtBot) -> Reopened:
    """Lays three reports down, closes the project and opens it again, with nothing judged.

    Nothing is judged ahead either.
    """

    def reopen() -> Program:
        program.ahead.neighbour = lambda step: program.desk.row
        with qtbot.waitSignal(program.tasks.idle):
            program.opener.open_paths([f"{unit}.txt" for unit in UNITS])
        next_day()
        return program

    return reopen


def gone(source: str) -> None:
    """Stand for a report whose text cannot be read from the project."""
    raise StoreError("project-corrupt", path="年度.review", problem="test")


def at_rest(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not program.busy)


def listed(program: Program) -> list[list[str]]:
    """Return the cells of the list as they are read."""
    model = program.window.report_list.model()
    columns = range(model.columnCount())
    return [
        [model.index(row, column).data() for column in columns] for row in range(model.rowCount())
    ]


def test_opening_a_project_judges_only_the_report_at_hand(
    reopened: Reopened, pipeline: Any
) -> None:
    program = reopened()
    assert pipeline.judged == ["白鹭镇.txt"]
    assert [review.ready for review in program.desk.reviews] == [True, False, False]
    assert [row[UNIT] for row in listed(program)] == list(UNITS)


def test_the_list_says_the_same_before_and_after_judging(reopened: Reopened, qtbot: QtBot) -> None:
    program = reopened()
    before = listed(program)
    program.judging.judge(program.desk.reviews)
    at_rest(program, qtbot)
    assert all(review.ready for review in program.desk.reviews)
    assert listed(program) == before


def test_a_report_that_is_taken_to_hand_is_judged_and_shown(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    program.desk.show(2)
    assert program.desk.current is None
    assert program.desk.waiting
    assert "青溪镇" in program.window.header._title.text()
    assert not program.window.actions_by_id["accept_present"].isEnabled()
    at_rest(program, qtbot)
    assert program.desk.current is program.desk.reviews[2]
    assert program.window.text.toPlainText().startswith("您现在浏览的是")
    assert program.window.actions_by_id["accept_present"].isEnabled()
    assert pipeline.judged == ["白鹭镇.txt", "青溪镇.txt"]


def test_who_goes_on_at_once_waits_only_for_the_last(reopened: Reopened, qtbot: QtBot) -> None:
    program = reopened()
    program.desk.show(1)
    program.desk.show(2)
    at_rest(program, qtbot)
    assert program.desk.current is program.desk.reviews[2]


def test_bulk_decisions_and_their_undo_need_no_judging(
    reopened: Reopened, pipeline: Any, qtbot: QtBot
) -> None:
    program = reopened()
    before = listed(program)
    program.window.report_list.selectAll()
    program.window.actions_by_id["accept_present_chosen"].trigger()
    program.window.actions_by_id["status_done"].trigger()
    assert {review.status for review in program.desk.reviews} == {Status.DONE}
    assert pipeline.judged == ["白鹭镇.txt"]

    program.window.actions_by_id["undo"].trigger()
    program.window.actions_by_id["undo"].trigger()
    qtbot.waitUntil(lambda: listed(program) == before)
    assert pipeline.judged == ["白鹭镇.txt"]


def test_undo_on_another_report_shows_its_element_once_it_is_judged(
    reopened: Reopened, next_day: Callable[[], None], qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    program.desk.show(2)
    at_rest(program, qtbot)
    program.desk.select_element("A12")
    program.desk.decide(verdict=Verdict.PRESENT)
    program.desk.show(0)
    next_day()
    assert not program.desk.reviews[2].ready

    program.window.actions_by_id["undo"].trigger()
    assert program.desk.row == 2
    at_rest(program, qtbot)
    assert program.desk.element_id == "A12"
    assert program.desk.current.verdict("A12") is Verdict.WEAK


def test_an_undone_correction_of_an_unread_report_is_judged_again(
    reopened: Reopened, next_day: Callable[[], None], qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    third = program.desk.reviews[2]
    program.desk.show(2)
    at_rest(program, qtbot)
    program.desk.do(third.command(FieldValue(FrontField.UNIT, "云岫镇")))
    program.desk.show(0)
    next_day()
    assert [row[UNIT] for row in listed(program)] == ["白鹭镇", "柏溪乡", "云岫镇"]
    assert not program.desk.reviews[2].ready

    program.keeper.history.undo()
    assert listed(program)[2][SCORE] == "…"
    at_rest(program, qtbot)
    assert [row[UNIT] for row in listed(program)] == list(UNITS)
    assert listed(program)[2][SCORE] != "…"


def test_reports_judged_by_another_edition_are_judged_anew_in_the_background(
    reopened: Reopened, next_day: Callable[[], None], qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    pipeline.edition = "a newer one"
    path = program.keeper.project.path
    program.projects._clear()
    program.keeper.project.close()
    program.opener._pipeline.edition = "a newer one"
    pipeline.judged.clear()
    program.projects._use(Project.open(path))
    at_rest(program, qtbot)
    assert sorted(pipeline.judged) == sorted(f"{unit}.txt" for unit in UNITS)

    next_day()
    assert pipeline.judged == ["白鹭镇.txt"]


def test_judging_anew_can_be_stopped_and_the_list_says_what_is_not_known(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    path = program.keeper.project.path
    program.projects._clear()
    program.keeper.project.close()
    pipeline.edition = "a newer one"
    may_go_on = threading.Event()
    pipeline.before_judging = lambda source: source == "白鹭镇.txt" or may_go_on.wait(10)
    program.projects._use(Project.open(path))
    qtbot.waitUntil(lambda: program.desk.current is not None)
    assert [row[SCORE] == "…" for row in listed(program)] == [False, True, True]
    assert "柏溪乡.txt" in listed(program)[1][UNIT]
    program.window.indicator.cancel.click()
    may_go_on.set()
    at_rest(program, qtbot)
    assert [row[SCORE] == "…" for row in listed(program)] == [False, True, True]

    program.desk.show(2)
    at_rest(program, qtbot)
    assert [row[SCORE] == "…" for row in listed(program)] == [False, True, False]


def test_everything_is_judged_before_it_is_written(
    reopened: Reopened, qtbot: QtBot, writer: Any, tmp_path: Path
) -> None:
    program = reopened()
    program.exporter.export(program.desk.reviews, str(tmp_path / "s.xlsx"), lambda other: None)
    at_rest(program, qtbot)
    [(reviews, _)] = writer.written
    assert [review.outline.front.unit.value for review in reviews] == list(UNITS)
    assert all(review.ready for review in program.desk.reviews)


def test_a_report_that_cannot_be_judged_is_told_and_the_others_stay(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()

    def gone(source: str) -> None:
        raise StoreError("project-corrupt", path="年度.review", problem="test")

    pipeline.before_judging = gone
    program.desk.show(1)
    at_rest(program, qtbot)
    assert program.desk.current is None
    assert any("年度.review" in text for text in program.window.message_area.texts())
    program.desk.show(0)
    assert program.desk.current is program.desk.reviews[0]


def test_a_report_that_cannot_be_judged_can_be_left_and_taken_off_the_list(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    action = program.window.actions_by_id
    pipeline.before_judging = gone
    action["next_report"].trigger()
    at_rest(program, qtbot)
    assert program.desk.waiting
    action["previous_report"].trigger()
    assert program.desk.current is program.desk.reviews[0]

    program.desk.show(1)
    at_rest(program, qtbot)
    action["close_report"].trigger()
    assert [row[UNIT] for row in listed(program)] == ["白鹭镇", "青溪镇"]


def test_what_is_taken_off_the_list_while_it_is_waited_for_is_heard_of_no_more(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    go_on = threading.Event()

    def gone_after_a_while(source: str) -> None:
        if source == "青溪镇.txt":
            go_on.wait(10)
            raise StoreError("project-corrupt", path="年度.review", problem="test")

    pipeline.before_judging = gone_after_a_while
    program.desk.show(2)
    program.window.actions_by_id["close_report"].trigger()
    go_on.set()
    program.judging._at_hand.wait()
    at_rest(program, qtbot)
    assert program.window.message_area.texts() == []


def test_the_search_finds_words_in_reports_that_are_only_listed(
    reopened: Reopened, pipeline: Any
) -> None:
    program = reopened()
    program.window.reports.shown.look_for("柏溪乡人民政府")
    assert [row[UNIT] for row in listed(program)] == ["柏溪乡"]
    program.window.reports.shown.look_for("")
    program.window.report_list.sortByColumn(SCORE, Qt.SortOrder.DescendingOrder)
    assert len(listed(program)) == len(UNITS)
    assert "青溪镇.txt" not in pipeline.judged


def test_the_search_is_made_ready_after_the_report_at_hand(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    go_on = threading.Event()
    pipeline.before_judging = lambda source: go_on.wait(10)
    qtbot.waitUntil(lambda: not program.index.busy)
    program.desk.show(1)
    program.index._begin()
    assert not program.index._tasks.busy
    go_on.set()
    qtbot.waitUntil(lambda: not program.index.busy)
    assert set(program.index._made) == set(program.desk.reviews)


def test_the_search_is_made_ready_though_the_report_at_hand_cannot_be_judged(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    qtbot.waitUntil(lambda: not program.index.busy)
    pipeline.before_judging = gone
    program.desk.show(1)
    at_rest(program, qtbot)
    program.index._made.clear()
    program.index._begin()
    qtbot.waitUntil(lambda: not program.index.busy)
    assert set(program.index._made) == set(program.desk.reviews)


def test_what_was_settled_for_others_counts_while_the_report_at_hand_is_judged(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    second = program.desk.reviews[1]
    go_on = {name: threading.Event() for name in ("柏溪乡.txt", "青溪镇.txt")}
    pipeline.before_judging = lambda source: go_on[source].wait(10)
    second.do(FieldValue(FrontField.UNIT, "云岫镇"))
    program.window.commands.decide.chosen = lambda: [1]
    program.window.actions_by_id["accept_present_chosen"].trigger()
    program.desk.show(2)
    go_on["柏溪乡.txt"].set()
    qtbot.waitUntil(lambda: not program.tasks.busy)
    assert program.desk.waiting
    assert second.decision("A14").confirmed
    go_on["青溪镇.txt"].set()
    at_rest(program, qtbot)


def test_a_report_that_cannot_be_judged_holds_up_no_decision_on_the_others(
    reopened: Reopened, qtbot: QtBot, pipeline: Any
) -> None:
    program = reopened()
    first, second, _ = program.desk.reviews

    def gone(source: str) -> None:
        raise StoreError("project-corrupt", path="年度.review", problem="test")

    pipeline.before_judging = gone
    program.keeper.history.do(Command(second.key, (FieldValue(FrontField.UNIT, "云岫镇"),)))
    at_rest(program, qtbot)
    program.window.commands.decide.chosen = lambda: [0, 1]
    program.window.actions_by_id["accept_present_chosen"].trigger()
    at_rest(program, qtbot)
    assert first.decision("A14").confirmed
    assert not second.decision("A14").confirmed


def test_the_columns_of_a_table_are_asked_for_while_a_report_is_waited_for(
    reopened: Reopened, qtbot: QtBot, pipeline: Any, tmp_path: Path
) -> None:
    program, book = reopened(), Workbook()
    book.active.append(["单位", "得分"])
    book.save(tmp_path / "汇总.xlsx")
    go_on = threading.Event()
    pipeline.before_judging = lambda source: go_on.wait(10)
    program.desk.show(1)
    program.handing_out.put_into(program.desk.reviews[:1], tmp_path / "汇总.xlsx")
    qtbot.waitUntil(lambda: not program.tasks.busy)
    waiting, dialog = program.desk.waiting, program.window.findChild(ColumnsDialog)
    go_on.set()
    at_rest(program, qtbot)
    assert waiting
    assert dialog is not None


@pytest.fixture
def slowly_read(program: Program, monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Lets the texts of all reports but the first wait in the project until the event is set."""
    go_on = threading.Event()
    read, first = program.keeper.text, []

    def text(version: str) -> Report:
        first.append(version)
        if version != first[0]:
            go_on.wait(10)
        return read(version)

    monkeypatch.setattr(program.keeper, "text", text)
    yield go_on
    go_on.set()


def test_another_project_hears_nothing_of_a_report_that_was_waited_for(
    reopened: Reopened, slowly_read: threading.Event, qtbot: QtBot, tmp_path: Path
) -> None:
    program = reopened()
    program.index.shut_down()
    program.desk.show(1)
    program.projects.open(tmp_path / "other.review")
    slowly_read.set()
    at_rest(program, qtbot)
    assert program.window.message_area.texts() == []


def test_another_project_hears_nothing_of_the_texts_that_were_made_ready_to_be_searched(
    reopened: Reopened, slowly_read: threading.Event, qtbot: QtBot, tmp_path: Path
) -> None:
    program = reopened()
    qtbot.waitUntil(lambda: program.index._tasks.busy)
    program.projects.open(tmp_path / "other.review")
    slowly_read.set()
    qtbot.waitUntil(lambda: not program.index.busy)
    assert program.window.message_area.texts() == []
