"""Decisions are in the project file at once, and a failing file is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.gui.app import Program
from reviewer.gui.keeping import Keeper
from reviewer.gui.opening import OpensReports
from reviewer.outline import Corrections, FieldValue, FrontField
from reviewer.project import Project, pack
from reviewer.review import Assessment, Kind, Review, Slot
from reviewer.support.errors import StoreError


def kept(program: Program, review: Review) -> Review:
    """Return `review` in the program's project."""
    return program.keeper.resume(review, program.keeper.receive(review))


def on_disk(project: Project, key: str) -> dict[object, object]:
    """Return the rulings another program finds in the file at this moment, by slot."""
    with Project.open(project.path) as other:
        assert other.read_only
        return dict(other.history.rulings(key))


def full(*arguments: object) -> None:
    raise StoreError("project-disk-full", path="decisions")


def test_a_decision_in_the_window_is_on_disk_at_once(
    program: Program, qtbot: QtBot, project: Project
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    program.desk.select_element("A12")
    program.window.actions_by_id["decide_present"].trigger()
    review = program.desk.current

    found = on_disk(project, review.key)
    assert found == review.rulings
    assert found[Slot(Kind.VERDICT, "A12")].by == "周晓"
    assert found[Slot(Kind.CONFIRMED, "A12")].by == "周晓"


def test_a_report_opened_again_has_its_decisions(
    program: Program, qtbot: QtBot, review: Review
) -> None:
    kept(program, review).decide("A12", comment="请补充案件数。")
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])

    assert program.desk.current.decision("A12").comment == "请补充案件数。"


def test_undoing_is_kept_too(program: Program, project: Project, review: Review) -> None:
    mine = kept(program, review)
    mine.decide("A12", verdict=Verdict.PRESENT)
    mine.undo()

    assert on_disk(project, mine.key) == {}


def test_a_failing_file_is_told_and_tried_again_on_request(
    program: Program, project: Project, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = kept(program, review)
    with monkeypatch.context() as patch:
        patch.setattr(project, "_write", full)
        mine.decide("A12", verdict=Verdict.PRESENT)
    (message,) = program.messages.about("")
    assert "磁盘" in message.text
    assert on_disk(project, mine.key) == {}

    message.remedies[0].run()

    assert on_disk(project, mine.key) == mine.rulings


@pytest.mark.parametrize("occasion", ["the next decision", "the end", "some time"])
def test_what_could_not_be_kept_is_tried_again_unasked(
    program: Program,
    project: Project,
    review: Review,
    monkeypatch: pytest.MonkeyPatch,
    occasion: str,
) -> None:
    mine = kept(program, review)
    with monkeypatch.context() as patch:
        patch.setattr(project, "_write", full)
        mine.decide("A12", verdict=Verdict.PRESENT)
        mine.decide("A14", verdict=Verdict.WEAK)
        assert program.keeper.unsaved == 2
    if occasion == "the end":
        program.shut_down()
    elif occasion == "some time":
        program.keeper._again.timeout.emit()
    else:
        mine.decide("B02", points=1.0)

    assert program.keeper.unsaved == 0
    assert on_disk(project, mine.key) == mine.rulings


def test_another_text_of_a_report_is_shown_when_its_replacement_is_undone(
    program: Program, qtbot: QtBot, project: Project
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    review = program.desk.current
    newer = replace(review.report, text=review.report.text + "补充。", digest="newer")
    project.replace(review.key, pack(newer))
    assert program.desk.waiting
    qtbot.waitUntil(lambda: not program.busy)
    assert program.desk.current.report == newer
    program.desk.undo()
    qtbot.waitUntil(lambda: not program.busy)
    assert program.desk.current.report == review.report
    assert len(program.desk.reviews) == 1


def test_an_old_file_opened_again_shows_the_newer_version(
    program: Program, qtbot: QtBot, project: Project
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    review = program.desk.current
    newer = replace(review.report, text=review.report.text + "补充。", digest="newer")
    program.desk.close(0)
    project.replace(review.key, pack(newer))
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    qtbot.waitUntil(lambda: program.desk.current is not None)
    assert program.desk.current.report.text == newer.text


def test_decisions_go_along_when_a_report_is_read_in_another_encoding(
    program: Program, qtbot: QtBot
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
    keeper = Keeper(None, program.messages)
    mine = keeper.resume(review, keeper.receive(review))
    mine.decide("A12", confirmed=True)

    assert mine.decision("A12").confirmed
    assert keeper.unsaved == 1
    assert program.messages.about("") == ()


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
    program: Program, qtbot: QtBot, pipeline: object, project: Project
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

    assert project.encodings() == {digest: "big5"}
    assert program.desk.current.report.encoding == "big5"
    assert pipeline.opened == [("白鹭镇.txt", None), ("白鹭镇.txt", "big5")]


@pytest.mark.parametrize("length", [10, 20_000])
def test_outline_and_findings_follow_a_correction_of_a_short_and_of_a_long_report(
    program: Program, qtbot: QtBot, review: Review, length: int
) -> None:
    report = replace(review.report, text=review.report.text + "长" * length)
    asked: list[Corrections] = []
    made = Assessment(review.outline, dict(review.findings))

    def assess(report: object, corrections: Corrections) -> Assessment:
        asked.append(corrections)
        return made

    findings = review.findings.values()
    fresh = Review(report, review.outline, findings, review.checklist, assess=assess)
    program.desk.add(program.keeper.resume(fresh, "key", program.opener._assess_soon))
    mine = program.desk.current
    with qtbot.waitSignal(program.desk.reassessed):
        mine.do(FieldValue(FrontField.YEAR, 2024))

    assert asked == [mine.corrections]
    assert mine.assessment is made
