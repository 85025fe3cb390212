"""Every dialog opens in both languages, says everything in it, and can be gone through by keys."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QWidget,
)
from pytestqt.qtbot import QtBot

from reviewer.export.batch import Piece
from reviewer.export.form.columns import Columns, Heading
from reviewer.export.form.confirming import Question
from reviewer.gui import fitting
from reviewer.gui.app import Program
from reviewer.gui.dialogs.opener import Dialogs
from reviewer.gui.doubting import Doubted
from reviewer.gui.handing_out import Failure, Outcome
from reviewer.gui.models.notes import Note
from reviewer.review import Doubt
from reviewer.support.messages import Language

# Names of parts and keys are the same in every language.
SAME_EVERYWHERE = re.compile(
    r"Python.*|Qt.*|MIT|MB|Ctrl|PDF|\.review|\.docx|\.xlsx|\.json|portable\.txt|[A-E]\d\d|/\S*"
)
# Columns of a form, and what came of an export.
QUESTION = Question(
    Path("1.xlsx"), Columns("1", 1, "A", {"A": "单位"}), (Heading("A", "1"),), Path("k"), False
)
OUTCOME = Outcome(
    Path("/out"), [Path("1")], [Failure(Piece("2", bytes), OSError())], [Piece("3", bytes)]
)
EXPORTS: dict[str, Callable[[Dialogs], object]] = {
    "export_folder": lambda dialogs: dialogs.parent().exports.choose(),
    "columns": lambda dialogs: dialogs.parent().exports.ask_columns(QUESTION, print),
    "doubts": lambda dialogs: dialogs.parent().exports.show_doubts(
        [Doubted(dialogs._desk.current, Doubt("missing-evidence", "A12"))]
    ),
    "written": lambda dialogs: dialogs.parent().exports.show_list(OUTCOME),
}
OPEN: dict[str, Callable[[Dialogs], object]] = {
    "about": Dialogs.about,
    "settings": Dialogs.settings,
    "person": Dialogs.person,
    "backups": Dialogs.backups,
    "phrases": Dialogs.phrases,
    "front_matter": Dialogs.front_matter,
    "reason": Dialogs.reason,
    "note_reason": lambda dialogs: dialogs.note_reason(Note(("105 %",), (), True, "rate")),
    "report_comment": Dialogs.report_comment,
    "guide": Dialogs.guide,
    "keys": Dialogs.keys,
    "two_reports": lambda dialogs: dialogs.two_reports([0, 1]),
    **EXPORTS,
}


def opened(program: Program, name: str) -> QDialog:
    program.desk.select_element("A12")
    OPEN[name](program.window.dialogs)
    QApplication.processEvents()
    (dialog,) = [d for d in program.window.findChildren(QDialog) if d.isVisible()]
    return dialog


def said(dialog: QDialog) -> list[str]:
    """Return what a dialog says itself; what stands in its fields is the user's."""
    texts = [dialog.windowTitle()]
    for widget in dialog.findChildren(QWidget):
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QAbstractButton | QLabel):
            texts.append(widget.text())
        if isinstance(widget, QGroupBox):
            texts.append(widget.title())
    return [text for text in texts if text]


def test_every_dialog_of_the_window_is_opened_here() -> None:
    with_arguments = {"newer_version"}  # see test_versions
    methods = {name for name in vars(Dialogs) if not name.startswith("_")}

    assert methods - {"settings_changed", "staticMetaObject"} - with_arguments == set(OPEN) - set(
        EXPORTS
    )


@pytest.mark.parametrize("name", OPEN)
def test_a_dialog_speaks_chinese_in_the_chinese_window(busy_program: Program, name: str) -> None:
    dialog = opened(busy_program, name)
    left = [t for t in said(dialog) if re.search(r"[A-Za-z]{2,}", SAME_EVERYWHERE.sub("", t))]
    dialog.close()

    assert dialog.windowTitle() or name == "guide"
    assert left == []


@pytest.mark.parametrize("name", OPEN)
def test_a_dialog_speaks_english_in_the_english_window(busy_program: Program, name: str) -> None:
    busy_program.set_language("en")
    dialog = opened(busy_program, name)
    # Names of elements, units and bodies are the checklist's and the report's.
    own = "严格规范公正文明执法|白鹭镇|柏溪乡|县委、县人民政府|三项制度、裁量、案卷、办案量|[（）]"
    left = [t for t in said(dialog) if re.search(r"[\u4e00-\u9fff]", re.sub(own, "", t))]
    dialog.close()

    assert [t for t in left if "年度报告" not in t] == []


@pytest.mark.parametrize("name", OPEN)
def test_every_place_the_focus_can_go_in_a_dialog_has_a_name(
    busy_program: Program, name: str
) -> None:
    dialog = opened(busy_program, name)
    nameless = [
        widget
        for widget in dialog.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not _inside_named(widget)
    ]
    dialog.close()

    assert nameless == []


def _inside_named(widget: QWidget) -> bool:
    """Tell whether a part of a compound field has the name of the whole."""
    parent = widget.parentWidget()
    return parent is not None and bool(parent.accessibleName())


@pytest.mark.parametrize("name", OPEN)
def test_escape_closes_a_dialog_and_decides_nothing(
    busy_program: Program, qtbot: QtBot, name: str
) -> None:
    dialog = opened(busy_program, name)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not [d for d in busy_program.window.findChildren(QDialog) if d.isVisible()]
    assert not busy_program.desk.current.decisions


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", OPEN)
def test_a_dialog_keeps_within_a_small_screen_with_its_buttons_in_sight(
    busy_program: Program, monkeypatch: pytest.MonkeyPatch, name: str, language: Language
) -> None:
    room = QSize(664, 287)  # 1366 by 768 pixels at 200 %, less a task bar and a title bar
    monkeypatch.setattr(fitting, "room_on_screen", lambda window: room)
    busy_program.set_language(language)
    dialog = opened(busy_program, name)
    boxes = dialog.findChildren(QDialogButtonBox)
    cut_off = [
        button.text()
        for box in boxes
        for button in box.buttons()
        if not dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.sizeHint()))
    ]
    dialog.close()

    assert dialog.size().boundedTo(room) == dialog.size()
    assert cut_off == []
