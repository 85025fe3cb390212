"""Dialogs for files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from reviewer.gui.dialogs.files import FileQuestions


@pytest.fixture
def questions(qtbot: QtBot) -> FileQuestions:
    window = QWidget()
    qtbot.addWidget(window)
    return FileQuestions(window)


@pytest.mark.parametrize(
    ("typed", "chosen"), [("", "评分表.xlsx"), ("新的", "新的.xlsx"), ("新的.XLSX", "新的.XLSX")]
)
def test_the_dialog_itself_knows_the_whole_name_of_a_workbook(
    questions: FileQuestions,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    typed: str,
    chosen: str,
) -> None:
    def answer(dialog: QFileDialog) -> int:
        if typed:
            dialog.findChild(QLineEdit, "fileNameEdit").setText(typed)
        return 1

    monkeypatch.setattr(QFileDialog, "exec", answer)

    assert questions.workbook(str(tmp_path / "评分表.xlsx")) == str(tmp_path / chosen)


def test_a_newer_version_is_looked_for_beside_the_older_one(
    questions: FileQuestions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    older = tmp_path / "白鹭镇.txt"
    older.write_text("白鹭镇", encoding="utf-8")
    begun: list[str] = []

    def answer(parent: QWidget, title: str, folder: str, kinds: str) -> tuple[str, str]:
        begun.append(folder)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    questions.newer(str(older))
    questions.newer(str(tmp_path / "没有.zip" / "白鹭镇.txt"))

    assert begun == [str(tmp_path), ""]


def test_no_answer_is_an_empty_name(
    questions: FileQuestions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: 0)

    assert questions.workbook(str(tmp_path / "评分表.xlsx")) == ""
