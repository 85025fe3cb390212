"""Confirming what the columns of a table hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from reviewer.export.form.columns import Columns, Heading
from reviewer.export.form.confirming import FieldChoice, Question
from reviewer.gui.dialogs.columns import ColumnsDialog

CHOICES = (
    FieldChoice("单位", "单位"),
    FieldChoice("得分", "得分"),
    FieldChoice("A02.意见", "A02.意见　学法"),
)
QUESTION = Question(
    Path("汇总.xlsx"),
    Columns("表", 1, "A", {"A": "单位", "B": "得分"}),
    (Heading("A", "乡镇"), Heading("B", "总分"), Heading("C", "备注")),
    Path("kept.toml"),
    False,
)

Taken = list[tuple[Columns, bool]]


@pytest.fixture
def taken() -> Taken:
    return []


@pytest.fixture
def dialog(qtbot: QtBot, taken: Taken) -> ColumnsDialog:
    made = ColumnsDialog(QUESTION, CHOICES, lambda columns, keep: taken.append((columns, keep)))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_proposal_is_shown_and_taken_as_it_is(dialog: ColumnsDialog, taken: Taken) -> None:
    shown = {letter: box.currentText() for letter, box in dialog.boxes.items()}
    dialog.accept()
    assert shown == {"A": "单位", "B": "得分", "C": "(left alone)"}
    assert taken == [(QUESTION.columns, True)]


def test_a_field_can_be_changed_and_another_left_alone(dialog: ColumnsDialog, taken: Taken) -> None:
    dialog.boxes["B"].setCurrentIndex(0)
    dialog.boxes["C"].setCurrentText("A02.意见　学法")
    dialog.keep.setChecked(False)
    dialog.accept()
    assert taken == [(Columns("表", 1, "A", {"A": "单位", "C": "A02.意见"}), False)]


def test_a_part_of_a_name_finds_it(dialog: ColumnsDialog) -> None:
    completer = dialog.boxes["C"].completer()
    completer.setCompletionPrefix("学法")
    assert completer.currentCompletion() == "A02.意见　学法"


def test_words_that_are_no_field_are_refused(dialog: ColumnsDialog, taken: Taken) -> None:
    dialog.boxes["C"].setEditText("随便")
    dialog.accept()
    assert dialog.isVisible()
    assert "随便" in dialog.problem.text()
    assert taken == []


def test_without_the_unit_no_row_could_be_found(dialog: ColumnsDialog, taken: Taken) -> None:
    dialog.boxes["A"].setCurrentIndex(0)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.problem.text()
    assert taken == []


def test_the_wheel_scrolls_the_table_and_changes_no_field(dialog: ColumnsDialog) -> None:
    box = dialog.boxes["B"]
    down = QPoint(0, -120)
    place = QPointF(box.rect().center())
    event = QWheelEvent(
        place,
        place,
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, event)
    assert box.currentText() == "得分"
