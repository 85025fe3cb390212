"""Who never said their name is told whose stands beside their decisions, and where to change it."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.dialogs.settings import SettingsDialog


@pytest.fixture
def nameless(busy_program: Program) -> Program:
    busy_program.preferences.change(reviewer="")
    busy_program.desk.by = "user"
    return busy_program


def decide(program: Program, element_id: str) -> None:
    program.desk.select_element(element_id)
    program.desk.decide(confirmed=True)


def told(program: Program) -> list[str]:
    return program.window.message_area.texts()


def test_the_first_decision_says_whose_name_it_carries(nameless: Program) -> None:
    decide(nameless, "A12")

    assert len(told(nameless)) == 1
    assert told(nameless)[0].startswith("您的裁定以电脑用户名“user”署名。")


def test_it_is_said_once(nameless: Program) -> None:
    decide(nameless, "A12")
    nameless.messages.dismiss(*nameless.messages.about(""))
    decide(nameless, "A14")

    assert told(nameless) == []


def test_who_has_a_name_is_not_told(busy_program: Program) -> None:
    decide(busy_program, "A12")

    assert told(busy_program) == []


def test_the_button_leads_to_name_and_office_and_filling_them_in_takes_it_back(
    nameless: Program, qtbot: QtBot
) -> None:
    decide(nameless, "A12")
    nameless.desk.show(1)
    again = told(nameless)
    buttons = nameless.window.message_area.findChildren(QPushButton)
    next(button for button in buttons if button.text() == "填写姓名和单位…").click()
    dialog = nameless.window.findChild(SettingsDialog)
    name = dialog.fields["reviewer"].widget
    at_name = dialog.focusWidget() is name
    name.setText("周晓")
    dialog.accept()
    qtbot.waitUntil(lambda: nameless.desk.by == "周晓")

    assert len(again) == 1
    assert at_name
    assert told(nameless) == []
