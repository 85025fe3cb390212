"""Choosing what to write into a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.export.batch import FileKind
from reviewer.gui.app import Program
from reviewer.gui.dialogs.export_folder import ExportDialog


@pytest.fixture
def dialog(busy_program: Program) -> ExportDialog:
    dialog = opened(busy_program)
    dialog.office.setText("云岫县司法局")
    return dialog


def opened(program: Program) -> ExportDialog:
    program.window.actions_by_id["export_folder"].trigger()
    return program.window.findChild(ExportDialog)


def choose(dialog: ExportDialog, *kinds: FileKind) -> None:
    for kind, box in dialog.kinds.items():
        box.setChecked(kind in kinds)


def test_reports_that_are_not_finished_are_counted_before_they_go_out(
    busy_program: Program,
) -> None:
    assert "还没有裁定完的报告：2 份" in opened(busy_program).unfinished.text()


def test_nothing_is_said_where_all_reports_are_finished(busy_program: Program) -> None:
    for row in (0, 1):
        busy_program.desk.show(row)
        busy_program.window.actions_by_id["accept_shown"].trigger()

    assert opened(busy_program).unfinished.isHidden()


def test_no_two_things_of_the_dialog_have_the_same_key(dialog: ExportDialog) -> None:
    dialog.mention("前后不一致的裁定：1 处", lambda: None)
    buttons = dialog.findChildren(QAbstractButton)
    keys = [key for button in buttons if (key := button.shortcut().toString())]

    assert len(keys) == len(set(keys)) == 10


def test_what_is_chosen_is_written(
    busy_program: Program, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, FileKind.DATA)
    dialog.folder.setText(str(tmp_path / "结果"))
    with qtbot.waitSignal(busy_program.writing.settled):
        dialog.accept()

    assert [path.name for path in (tmp_path / "结果").iterdir()] == ["评查数据.json"]


def test_of_the_selected_reports_only(
    busy_program: Program, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, FileKind.SLIPS)
    assert dialog.selected.text().startswith("列表中选中的 1 份")
    dialog.selected.setChecked(True)
    dialog.folder.setText(str(tmp_path / "结果"))
    with qtbot.waitSignal(busy_program.writing.settled):
        dialog.accept()

    names = [path.name for path in (tmp_path / "结果").iterdir()]
    assert names == ["白鹭镇2025年度报告评查反馈.docx"]


def test_office_and_reviewer_are_those_of_the_settings_and_change_them(
    busy_program: Program, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    assert dialog.reviewer.text() == "周晓"
    choose(dialog, FileKind.DATA)
    dialog.folder.setText(str(tmp_path))
    dialog.office.setText("云岫县委依法治县办")
    dialog.reviewer.setText("李明")
    dialog.accept()
    qtbot.waitUntil(lambda: busy_program.desk.by == "李明")

    assert busy_program.preferences.settings.office == "云岫县委依法治县办"


def test_the_next_time_begins_with_the_last_choice(
    busy_program: Program, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, FileKind.DATA, FileKind.PDF)
    dialog.folder.setText(str(tmp_path))
    with qtbot.waitSignal(busy_program.writing.settled, timeout=20_000):
        dialog.accept()
    qtbot.waitUntil(lambda: not busy_program.window.findChildren(ExportDialog))
    again = opened(busy_program)

    assert {kind for kind, box in again.kinds.items() if box.isChecked()} == {
        FileKind.DATA,
        FileKind.PDF,
    }
    assert again.folder.text() == str(tmp_path)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (choose, "至少选择一种"),
        (lambda d: choose(d, FileKind.FORM), "县里的表格"),
        (lambda d: d.template.setText("none.docx"), "反馈模板"),
        (lambda d: d.folder.setText(""), "文件夹"),
        (lambda d: d.folder.setText("结果"), "文件夹"),
    ],
)
def test_what_is_missing_is_said_in_the_dialog(
    dialog: ExportDialog, tmp_path: Path, spoil: object, said: str
) -> None:
    choose(dialog, FileKind.DATA)
    dialog.folder.setText(str(tmp_path))
    spoil(dialog)
    dialog.accept()

    assert dialog.isVisible()
    assert said in dialog.problem.text()


def test_slips_without_an_office_ask_for_it_once(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(busy_program)
    choose(dialog, FileKind.SLIPS)
    dialog.folder.setText(str(tmp_path))
    dialog.accept()
    asked = dialog.isVisible(), dialog.problem.text(), dialog.focusWidget()
    with qtbot.waitSignal(busy_program.writing.settled):
        dialog.accept()

    assert asked[0]
    assert "落款机关" in asked[1]
    assert asked[2] is dialog.office
    assert [path.suffix for path in tmp_path.glob("*反馈*")] == [".docx", ".docx"]


def test_what_carries_no_signature_asks_for_no_office(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = opened(busy_program)
    choose(dialog, FileKind.DATA)
    dialog.folder.setText(str(tmp_path))
    with qtbot.waitSignal(busy_program.writing.settled):
        dialog.accept()

    assert (tmp_path / "评查数据.json").is_file()


def test_a_form_that_is_named_is_wanted(
    busy_program: Program, dialog: ExportDialog, tmp_path: Path
) -> None:
    choose(dialog)
    busy_program.window.questions.form = lambda title: str(tmp_path / "县表.xlsx")
    names = {button.accessibleName(): button for button in dialog.findChildren(QPushButton)}
    names["县里的表格: 浏览…"].click()

    assert dialog.form.text() == str(tmp_path / "县表.xlsx")
    assert dialog.kinds[FileKind.FORM].isChecked()


def test_thinking_better_of_browsing_leaves_the_path(busy_program: Program) -> None:
    busy_program.window.questions.target_folder = str
    dialog = opened(busy_program)
    before = dialog.folder.text()
    names = {button.accessibleName(): button for button in dialog.findChildren(QPushButton)}
    names["文件夹: 浏览…"].click()

    assert dialog.folder.text() == before
