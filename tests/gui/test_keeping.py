"""Decisions are in the project file at once, and a failing file is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.keeping import Keeper
from reviewer.gui.opening import OpensReports
from reviewer.project import Store
from reviewer.review import Review
from reviewer.support.errors import StoreError


def test_a_decision_in_the_window_is_on_disk_at_once(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    program.desk.select_element("A12")
    program.window.actions_by_id["decide_present"].trigger()
    review = program.desk.current

    kept = store.decisions_for(review.report, review.checklist)["A12"]
    assert (kept.verdict, kept.by) == (Verdict.PRESENT, "周晓")


def test_a_report_opened_again_has_its_decisions(
    program: Program, qtbot: QtBot, store: Store, review: Review
) -> None:
    Keeper(store, program.messages).resume(review).decide("A12", comment="请补充案件数。")
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])

    assert program.desk.current.decision("A12").comment == "请补充案件数。"


def test_undoing_is_kept_too(program: Program, store: Store, review: Review) -> None:
    kept = Keeper(store, program.messages).resume(review)
    kept.decide("A12", verdict=Verdict.PRESENT)
    kept.undo()

    assert store.decisions_for(review.report, review.checklist)["A12"].verdict is None


def test_a_failing_file_is_told_and_tried_again_on_request(
    program: Program, store: Store, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise StoreError("project-disk-full", path="decisions")

    kept = Keeper(store, program.messages).resume(review)
    with monkeypatch.context() as patch:
        patch.setattr(store, "record", full)
        kept.decide("A12", verdict=Verdict.PRESENT)
    (message,) = program.messages.about("")
    assert "磁盘" in message.text
    assert store.decisions_for(review.report, review.checklist) == {}

    message.remedies[0].run()

    assert store.decisions_for(review.report, review.checklist)["A12"].verdict is Verdict.PRESENT


@pytest.mark.parametrize("occasion", ["the next decision", "the end"])
def test_what_could_not_be_kept_is_tried_again_unasked(
    program: Program,
    store: Store,
    review: Review,
    monkeypatch: pytest.MonkeyPatch,
    occasion: str,
) -> None:
    def full(*arguments: object) -> None:
        raise StoreError("project-disk-full", path="decisions")

    kept = program.keeper.resume(review)
    with monkeypatch.context() as patch:
        patch.setattr(store, "record", full)
        kept.decide("A12", verdict=Verdict.PRESENT)
        kept.decide("A14", verdict=Verdict.WEAK)
    if occasion == "the end":
        program.shut_down()
    else:
        kept.decide("B02", points=1.0)

    assert store.decisions_for(review.report, review.checklist).keys() >= {"A12", "A14"}


def test_decisions_go_along_when_a_report_is_read_in_another_encoding(
    program: Program, qtbot: QtBot, store: Store
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    program.desk.current.decide("B02", points=3.5)
    with qtbot.waitSignal(program.tasks.idle):
        program.window.header.reopen_requested.emit("big5")

    assert program.desk.current.report.encoding == "big5"
    assert program.desk.current.decision("B02").points == 3.5
    assert len(program.desk.reviews) == 1


def test_without_a_project_file_the_window_still_decides(program: Program, review: Review) -> None:
    kept = Keeper(None, program.messages).resume(review)
    kept.decide("A12", confirmed=True)

    assert kept.decision("A12").confirmed
    assert program.messages.about("") == ()


def test_what_the_user_sees_counts_more_than_an_earlier_day_in_that_encoding(
    program: Program, pipeline: OpensReports, store: Store, review: Review
) -> None:
    keeper = Keeper(store, program.messages)
    other = pipeline.open("柏溪乡.txt")
    keeper.resume(other).decide("B02", points=1.0)
    review.decide("B02", points=3.5)

    assert keeper.resume(other, review.decisions).decision("B02").points == 3.5
    assert store.decisions_for(other.report, other.checklist)["B02"].points == 3.5


def test_a_decision_made_while_the_file_is_read_again_is_kept(
    program: Program, qtbot: QtBot, pipeline: OpensReports, monkeypatch: pytest.MonkeyPatch
) -> None:
    right = pipeline.open

    def misread(path: str, encoding: str | None = None) -> Review:
        found = right(path, encoding)
        report = replace(found.report, text=found.report.text.replace("镇", "鎮"))
        return Review(report, found.outline, found.findings.values(), found.checklist)

    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    monkeypatch.setattr(pipeline, "open", misread)
    with qtbot.waitSignal(program.tasks.idle):
        program.window.header.reopen_requested.emit("big5")
        program.desk.current.decide("B02", points=2.5)

    assert program.desk.current.report.encoding == "big5"
    assert program.desk.current.decision("B02").points == 2.5


def test_element_and_typed_comment_outlive_reading_in_another_encoding(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    program.desk.select_element("B02")
    program.window.element.comment.setPlainText("请补充第三条不足。")
    with qtbot.waitSignal(program.tasks.idle):
        program.window.header.reopen_requested.emit("big5")

    assert program.desk.current.report.encoding == "big5"
    assert program.desk.element_id == "B02"
    assert program.desk.current.decision("B02").comment == "请补充第三条不足。"
    assert program.window.element.comment.toPlainText() == "请补充第三条不足。"


def test_a_chosen_encoding_is_chosen_again_on_another_day(
    program: Program, qtbot: QtBot, pipeline: object, store: Store
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    with qtbot.waitSignal(program.tasks.idle):
        program.window.header.reopen_requested.emit("big5")
    digest = program.desk.current.report.digest
    program.desk.close(0)
    pipeline.opened.clear()
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])

    assert store.encodings() == {digest: "big5"}
    assert program.desk.current.report.encoding == "big5"
    assert pipeline.opened == [("白鹭镇.txt", None), ("白鹭镇.txt", "big5")]
