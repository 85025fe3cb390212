"""What does not fit together is said quietly, and nothing is held up by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.dialogs.doubts import DoubtsDialog
from reviewer.gui.dialogs.export_folder import ExportDialog

TOLD = "前后不一致的裁定：1 处"


def doubts_shown(program: Program) -> str:
    label = program.window.element.doubts
    return label.text() if not label.isHidden() else ""


def told(program: Program) -> list[str]:
    return [message.text for message in program.messages.about("")]


@pytest.fixture
def doubtful(busy_program: Program) -> Program:
    """The program with a missing element of the first report given points, and another chosen."""
    busy_program.desk.select_element("A08")
    busy_program.desk.decide(points=3.0)
    busy_program.desk.show(1)
    return busy_program


def test_the_element_at_hand_says_what_does_not_fit(busy_program: Program) -> None:
    desk = busy_program.desk
    desk.select_element("A08")
    assert doubts_shown(busy_program) == ""
    desk.decide(points=3.0)
    assert doubts_shown(busy_program) == "请留意：判为“缺”，却给 3 分。"
    desk.undo()
    assert doubts_shown(busy_program) == ""


def test_a_report_marked_as_done_too_early_says_so_until_all_is_decided(
    busy_program: Program,
) -> None:
    actions = busy_program.window.actions_by_id
    busy_program.desk.select_element("A08")
    actions["status_done"].trigger()
    assert doubts_shown(busy_program) == "请留意：标为“已完成”，还有 11 项未裁定。"
    actions["accept_shown"].trigger()
    assert doubts_shown(busy_program) == ""


def test_an_export_tells_of_doubts_and_goes_on(
    doubtful: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "评分.xlsx"
    doubtful.window.questions.workbook = lambda suggested: str(target)
    with qtbot.waitSignal(doubtful.writing.settled):
        doubtful.window.actions_by_id["export"].trigger()
    assert TOLD in told(doubtful)
    assert not [d for d in doubtful.window.findChildren(QDialog) if d.isVisible()]


def test_the_message_goes_once_everything_fits(
    doubtful: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    doubtful.doubter.tell(doubtful.desk.reviews)
    assert TOLD in told(doubtful)
    doubtful.desk.undo()
    doubtful.doubter.tell(doubtful.desk.reviews)
    assert TOLD not in told(doubtful)


def test_a_comment_that_is_still_being_typed_is_looked_at_too(busy_program: Program) -> None:
    busy_program.desk.select_element("A01")
    busy_program.window.element.comment.setPlainText("A12没有写数字。")
    busy_program.doubter.tell(busy_program.desk.reviews)
    assert TOLD in told(busy_program)


def test_the_export_dialog_lists_them_and_leads_to_the_element(doubtful: Program) -> None:
    doubtful.window.actions_by_id["export_folder"].trigger()
    dialog = doubtful.window.findChild(ExportDialog)
    assert dialog.doubts.text() == TOLD
    dialog.show_doubts.click()
    doubts = dialog.findChild(DoubtsDialog)
    assert [doubts.list.item(row).text() for row in range(doubts.list.count())] == [
        "白鹭镇 A08 重大行政决策程序 · 判为“缺”，却给 3 分。"
    ]
    doubts.accept()
    QApplication.processEvents()
    assert not [d for d in doubtful.window.findChildren(QDialog) if d.isVisible()]
    assert (doubtful.desk.row, doubtful.desk.element_id) == (0, "A08")


def test_an_export_without_doubts_is_silent(busy_program: Program) -> None:
    busy_program.window.actions_by_id["export_folder"].trigger()
    dialog = busy_program.window.findChild(ExportDialog)
    assert dialog.doubts.isHidden()
    assert dialog.show_doubts.isHidden()
