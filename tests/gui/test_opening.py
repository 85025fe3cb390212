"""Opening, dropping and cancelling; what goes wrong is told in one place."""

from __future__ import annotations

import logging
import sys
import threading
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.starting import bound_reading, tell_of_slips
from reviewer.readers.isolated import IsolatedReader
from reviewer.readers.limits import MEGABYTE


def open_paths(program: Program, qtbot: QtBot, *paths: str) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(paths)


def sources(program: Program) -> list[str]:
    return [review.report.source for review in program.desk.reviews]


def drop(program: Program, *paths: Path | str) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(program.window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, *how)
    QApplication.sendEvent(program.window, dropping)


def test_the_first_of_several_files_is_shown(program: Program, qtbot: QtBot) -> None:
    open_paths(program, qtbot, "白鹭镇.txt", "柏溪乡.docx")

    assert sources(program) == ["白鹭镇.txt", "柏溪乡.docx"]
    assert program.desk.row == 0
    assert program.window.text.isVisible()


def test_a_file_that_is_open_is_taken_to_hand_and_not_read_again(
    busy_program: Program, qtbot: QtBot, pipeline: object
) -> None:
    open_paths(busy_program, qtbot, "柏溪乡.docx")

    assert busy_program.desk.row == 1
    assert pipeline.opened == []


def test_dropped_files_and_folders_are_opened(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "全县" / "第一批"
    folder.mkdir(parents=True)
    for name in ("甲镇.docx", "乙乡.TXT", "~$甲镇.docx", "图.png"):
        (folder / name).touch()
    with qtbot.waitSignal(program.tasks.idle):
        drop(program, tmp_path / "全县", "白鹭镇.txt")

    assert [Path(source).name for source in sources(program)] == [
        "乙乡.TXT",
        "甲镇.docx",
        "白鹭镇.txt",
    ]


def test_reading_keeps_to_the_limits_in_the_settings(program: Program) -> None:
    with IsolatedReader() as reader:
        bound_reading(reader, program.preferences)
        program.preferences.change(reading_seconds=20.0, largest_file_mb=3)
        assert (reader.limits.seconds, reader.limits.file_size) == (20.0, 3 * MEGABYTE)
        assert reader.limits.memory == 500 * MEGABYTE


def test_a_broken_file_is_told_and_the_others_go_on(
    program: Program, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    open_paths(program, qtbot, "broken.docx", "白鹭镇.txt")

    assert sources(program) == ["白鹭镇.txt"]
    (text,) = program.window.message_area.texts()
    assert "broken.docx" in text
    assert program.window.message_area.isVisible()


def test_a_slip_of_the_program_is_told_too(
    program: Program, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.CRITICAL)
    open_paths(program, qtbot, "slip.docx")

    (text,) = program.window.message_area.texts()
    assert "slip.docx" in text
    assert "ZeroDivisionError" in text


def test_the_notices_of_a_report_are_shown_while_it_is_at_hand(
    program: Program, qtbot: QtBot
) -> None:
    sentences = {**program.messages.sentences.sentences, "test-notice": "跳过了 {count} 处。"}
    program.messages.sentences = type(program.messages.sentences)("zh", sentences)
    open_paths(program, qtbot, "noticed.docx", "白鹭镇.txt")
    shown = program.window.message_area.texts()
    program.desk.show(1)

    assert shown == ["跳过了 2 处。"]
    assert program.window.message_area.texts() == []


def test_a_message_can_be_put_away(program: Program) -> None:
    program.messages.info("完成。")
    close = program.window.message_area.findChild(object, "dismiss")
    close.click()

    assert program.window.message_area.texts() == []
    assert not program.window.message_area.isVisible()


def test_many_messages_can_be_put_away_at_once(program: Program) -> None:
    area = program.window.message_area
    for number in range(40):
        program.messages.info(f"{number}")
    tall = area.height()
    area.findChild(object, "dismissAll").click()

    assert tall < program.window.height() / 3
    assert area.texts() == []


def test_cancel_keeps_what_was_read_and_drops_the_rest(
    program: Program, qtbot: QtBot, pipeline: object
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def wait() -> None:
        if pipeline.opened:
            begun.set()
            go_on.wait(5)

    pipeline.before_open = wait
    program.opener.open_paths(["白鹭镇.txt", "柏溪乡.docx", "云溪镇.docx"])
    qtbot.waitUntil(lambda: begun.is_set() and len(program.desk.reviews) == 1)
    indicator = program.window.indicator
    assert indicator.isVisible()
    qtbot.waitUntil(lambda: "柏溪乡.docx" in indicator.label.text(), timeout=3000)
    indicator.cancel.click()
    go_on.set()
    program.tasks.shut_down()
    QApplication.processEvents()

    assert sources(program) == ["白鹭镇.txt"]
    assert not indicator.isVisible()


def test_a_drop_anywhere_in_the_window_reaches_it(busy_program: Program) -> None:
    busy_program.desk.select_element("A12")
    inner = busy_program.window.findChildren(QWidget)

    assert [widget for widget in inner if widget.acceptDrops()] == []


def test_an_error_nobody_caught_becomes_a_message(
    program: Program, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    tell_of_slips(program.messages)
    sys.excepthook(ValueError, ValueError("made for a test"), None)

    assert "ValueError: made for a test" in program.window.message_area.texts()[0]
    assert "uncaught error" in caplog.text


def test_recent_files_are_offered_newest_first(program: Program, qtbot: QtBot) -> None:
    open_paths(program, qtbot, "白鹭镇.txt")
    open_paths(program, qtbot, "柏溪乡.docx")
    program.window.recent_menu.aboutToShow.emit()
    names = [Path(action.text()).name for action in program.window.recent_menu.actions()]

    assert names == ["柏溪乡.docx", "白鹭镇.txt"]


def test_an_archive_gives_its_reports_and_the_sheet_is_offered_beside_it(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    with ZipFile(tmp_path / "全县.zip", "w") as archive:
        archive.writestr("东片/白鹭镇.txt", "text")
        archive.writestr("东片/Thumbs.db", "cache")
    open_paths(program, qtbot, str(tmp_path / "全县.zip"))
    assert sources(program) == [str(tmp_path / "全县.zip" / "东片" / "白鹭镇.txt")]

    offered: list[str] = []
    program.window.questions.workbook = offered.append
    program.window.actions_by_id["export"].trigger()
    assert Path(offered[0]).parent == tmp_path


def test_many_files_that_fail_are_told_as_one_and_shown_on_request(
    program: Program, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths([f"broken{n}.docx" for n in range(7)])

    def shown() -> list[str]:
        labels = program.window.message_area.widget().findChildren(QLabel)
        return [label.text() for label in labels if label.text()]

    assert "7 个文件打不开" in shown()
    assert not [text for text in shown() if "broken" in text]
    program.window.message_area.findChild(QPushButton, "toggleFailures").click()
    assert len([text for text in shown() if "broken" in text]) == 7


def test_a_report_taken_off_the_list_while_it_is_read_again_stays_off(
    program: Program, qtbot: QtBot, pipeline: object
) -> None:
    with qtbot.waitSignal(program.tasks.idle):
        program.opener.open_paths(["白鹭镇.txt"])
    go_on = threading.Event()
    pipeline.before_open = lambda: go_on.wait(10)
    program.window.commands.file.reopen_as("big5")
    program.window.commands.file.close_report()
    go_on.set()
    qtbot.waitUntil(lambda: not program.busy)
    assert program.desk.reviews == ()
    assert program.keeper.entries == ()
    assert not program.keeper.history.can_undo
