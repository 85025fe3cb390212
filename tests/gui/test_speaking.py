"""What a screen reader is told."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.models.report_list import UNIT
from reviewer.gui.views.tree import Tree
from reviewer.support.messages import Language

from .test_dialogs import OPEN, opened

SPOKEN = Qt.ItemDataRole.AccessibleTextRole
CONTROLS = (
    QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit,
    QPlainTextEdit, QTabBar, QTextEdit,
)  # fmt: skip
PARTED = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTabBar)
EXPLAINED = Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def heard(busy_program: Program, qtbot: QtBot) -> list[str]:
    """Everything announced from now on."""
    busy_program.desk.select_element("A08")
    with qtbot.waitSignal(busy_program.window.speaker.said):
        busy_program.window.tell("…")
    words: list[str] = []
    busy_program.window.speaker.said.connect(words.append)
    return words


def test_the_element_a_key_goes_to_is_announced_with_its_reason(
    busy_program: Program, qtbot: QtBot, heard: list[str]
) -> None:
    busy_program.window.actions_by_id["next_flagged"].trigger()
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == [
        "A12 严格规范公正文明执法（三项制度、裁量、案卷、办案量）：弱，2分，满分4分，未裁定。"
        "没有写明件数，无法看出办理情况。"
    ]


def test_what_a_decision_made_of_an_element_is_announced_before_the_next_one(
    busy_program: Program, qtbot: QtBot, heard: list[str]
) -> None:
    busy_program.window.actions_by_id["accept"].trigger()
    qtbot.waitUntil(lambda: bool(heard))

    assert heard[0].startswith("A08 缺，0分，满分3分，已裁定 A12 严格规范")


def test_an_element_that_does_not_apply_is_announced_as_such(
    busy_program: Program, qtbot: QtBot, heard: list[str]
) -> None:
    busy_program.window.actions_by_id["not_applicable"].trigger()
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == ["A08 不适用，已裁定"]


def test_a_message_is_announced_once(busy_program: Program, qtbot: QtBot, heard: list[str]) -> None:
    busy_program.messages.info("已写出。")
    qtbot.waitUntil(lambda: bool(heard))
    busy_program.messages.info("又写出。")
    qtbot.waitUntil(lambda: len(heard) > 1)

    assert heard == ["已写出。", "又写出。"]


def test_the_first_cell_of_a_row_says_the_whole_row(busy_program: Program) -> None:
    window = busy_program.window
    element = window.findings.shown.mapFromSource(window.findings._findings.index_of("A12"))
    report = window.reports.shown.index(0, UNIT)
    section = window.section_tree.model().index(1, 0)

    assert element.data(SPOKEN).endswith(", 弱，2分，满分4分，未裁定")
    assert element.data(EXPLAINED) == "没有写明件数，无法看出办理情况。"
    assert report.data(SPOKEN).startswith("单位 白鹭镇, 年度 2025, 状态 未开始, 得分 ")
    assert section.data(SPOKEN) == "一、主要举措和成效, 弱1 缺2"


def test_only_rows_with_rows_below_them_are_told_to_be_open(busy_program: Program) -> None:
    for view in (busy_program.window.findings.view, busy_program.window.section_tree):
        top = view.model().index(1 if view is busy_program.window.section_tree else 0, 0)

        assert view.isExpanded(top)
        assert not view.isExpanded(view.model().index(0, 0, top))


def test_a_tree_tells_its_current_row_when_it_gets_the_focus(qtbot: QtBot) -> None:
    told: list[str] = []

    class Recorder(Tree):
        def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
            super().currentChanged(current, previous)
            told.append(current.data())

    model = QStandardItemModel()
    group = QStandardItem("A")
    group.appendRows([QStandardItem("A01"), QStandardItem("A02")])
    model.appendRow(group)
    tree = Recorder()
    qtbot.addWidget(tree)
    tree.setModel(model)
    tree.open_all()
    tree.setCurrentIndex(model.index(1, 0, group.index()))
    tree.show()
    told.clear()
    tree.setFocus()

    qtbot.waitUntil(lambda: told == ["A02"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_control_of_the_window_has_a_name_to_be_heard(
    busy_program: Program, language: Language
) -> None:
    busy_program.set_language(language)
    busy_program.messages.info("Done.")
    busy_program.desk.select_element("A12")

    assert nameless(busy_program.window) == []


@pytest.mark.parametrize("name", OPEN)
def test_every_control_of_a_dialog_has_a_name_to_be_heard(busy_program: Program, name: str) -> None:
    dialog = opened(busy_program, name)
    found = nameless(dialog)
    dialog.close()

    assert found == []


def nameless(window: QWidget) -> list[str]:
    """Return the controls a screen reader has no word for; parts of one control go by its name."""
    found = []
    for widget in window.findChildren(QWidget):
        own = widget.objectName().startswith("qt_") or isinstance(widget.parentWidget(), PARTED)
        if isinstance(widget, CONTROLS) and not own and not widget.visibleRegion().isEmpty():
            heard = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            if not heard.strip():
                found.append(f"{type(widget).__name__} {widget.objectName()}")
    return found
