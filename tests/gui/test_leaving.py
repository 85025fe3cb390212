"""The window does not close over decisions or score sheets that would be lost."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.checklist import Verdict
from reviewer.export.batch import FileKind, Wanted
from reviewer.gui import bulk
from reviewer.gui.app import Program
from reviewer.project import Project
from reviewer.review import Review, Status, StatusIs
from reviewer.support.errors import StoreError


def answer(asked: list[str], press: str) -> None:
    """Press a button of the next question by the start of its text, or a key where it is empty."""

    def act() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        if not press:
            QTest.keyClick(box, Qt.Key.Key_Return)
            return
        next(b for b in box.buttons() if b.text().startswith(press)).click()

    QTimer.singleShot(50, act)


@pytest.fixture
def unsaved(
    program: Program, project: Project, review: Review, monkeypatch: pytest.MonkeyPatch
) -> pytest.MonkeyPatch:
    def full(*arguments: object) -> None:
        raise StoreError("project-disk-full", path="decisions")

    kept = program.keeper.resume(review, program.keeper.receive(review))
    monkeypatch.setattr(project, "_write", full)
    kept.decide("A12", verdict=Verdict.PRESENT)
    kept.decide("A14", verdict=Verdict.WEAK)
    return monkeypatch


def test_enter_stays_where_decisions_would_be_lost(
    program: Program, unsaved: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer(asked, "")

    assert not program.window.close()
    assert program.window.isVisible()
    assert asked == ["有 2 项裁定还没有写入项目文件"]
    unsaved.undo()


def test_what_many_reports_wait_for_is_written_or_asked_about_first(
    busy_program: Program, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*arguments: object) -> None:
        raise StoreError("project-disk-full", path="decisions")

    monkeypatch.setattr(project, "_write", full)
    monkeypatch.setattr(bulk, "_FEW", 0)
    asked: list[str] = []
    answer(asked, "")
    done = StatusIs(Status.DONE)
    busy_program.bulk.decide(busy_program.desk.reviews, lambda review: [review.command(done)])

    assert not busy_program.window.close()
    assert asked == ["有 1 项裁定还没有写入项目文件"]
    monkeypatch.undo()


def test_decisions_are_lost_only_on_the_users_word(
    program: Program, unsaved: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer(asked, "退出并丢失 2 项")

    assert program.window.close()
    assert len(asked) == 1
    unsaved.undo()


def test_trying_again_writes_and_closes(
    program: Program, unsaved: pytest.MonkeyPatch, project: Project, review: Review
) -> None:
    QTimer.singleShot(20, unsaved.undo)
    answer([], "再试")

    assert program.window.close()
    (entry,) = project.entries
    assert len(project.history.rulings(entry.key)) == 2
    assert project.unwritten == []


@pytest.mark.parametrize("error", [None, StoreError("project-disk-full", path="decisions")])
def test_closing_waits_for_score_sheets_and_stays_where_they_fail(
    busy_program: Program, qtbot: QtBot, error: StoreError | None
) -> None:
    go_on, program = threading.Event(), busy_program
    written: list[Path] = []

    def write(reviews: object, target: Path, *, language: str) -> None:
        assert go_on.wait(5)
        if error is not None:
            raise error
        written.append(target)

    program.exporter._write_workbook = write
    program.exporter.export(program.desk.reviews, "out.xlsx", lambda name: None)
    QTimer.singleShot(100, go_on.set)

    assert program.window.close() is (error is None)
    assert written == ([] if error else [Path("out.xlsx")])


def test_closing_waits_for_an_export_to_a_folder(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    busy_program.handing_out.hand_out(
        busy_program.desk.reviews, Wanted(frozenset({FileKind.DATA})), tmp_path / "结果"
    )

    assert busy_program.window.close()
    assert (tmp_path / "结果" / "评查数据.json").exists()


def test_a_cancelled_export_tells_what_became_of_each_file(
    busy_program: Program, qtbot: QtBot
) -> None:
    begun, go_on, program = threading.Event(), threading.Event(), busy_program

    def write(reviews: object, target: Path, *, language: str) -> None:
        begun.set()
        assert go_on.wait(5)

    program.exporter._write_workbook = write
    for name in ("one.xlsx", "two.xlsx"):
        program.exporter.export(program.desk.reviews, name, lambda name: None)
    assert begun.wait(5)
    program.tasks.cancel()
    with qtbot.waitSignal(program.tasks.idle):
        go_on.set()

    told = [message.text for message in program.messages.about("")]
    assert [text for text in told if "two.xlsx" in text and "未完成" in text]
    assert [text for text in told if "one.xlsx" in text and "未" not in text]
    assert program.writing.pending == 0
