"""The marked report with its score sheet, on paper and as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def test_a_pdf_is_written_in_the_background(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "白鹭镇.pdf"
    busy_program.window.questions.pdf = lambda suggested: str(target)
    busy_program.window.actions_by_id["save_pdf"].trigger()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "白鹭镇.pdf" in "".join(busy_program.window.message_area.texts()))

    assert "总分" in pdf_text(target)
    assert "主要原因是编制偏紧" in pdf_text(target)


@pytest.mark.parametrize("name", ["评分", "评分{1}"])
def test_where_a_workbook_that_was_filled_in_is_kept_is_said(
    busy_program: Program, writer: Any, qtbot: QtBot, name: str
) -> None:
    writer.backup = Path(f"out/{name}（备份 2026-01-08 0930）.xlsx")
    busy_program.window.questions.workbook = lambda suggested: f"out/{name}.xlsx"
    with qtbot.waitSignal(busy_program.writing.settled):
        busy_program.window.actions_by_id["export"].trigger()
    assert writer.backup.name in "".join(busy_program.window.message_area.texts())


def test_another_name_is_offered_where_the_file_cannot_be_written(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    answers = [str(tmp_path / "none" / "a.pdf"), str(tmp_path / "b.pdf")]
    asked: list[str] = []

    def answer(suggested: str) -> str:
        asked.append(suggested)
        return answers[len(asked) - 1]

    busy_program.window.questions.pdf = answer
    busy_program.window.actions_by_id["save_pdf"].trigger()
    qtbot.waitUntil(lambda: bool(busy_program.window.message_area.findChildren(QPushButton)))
    busy_program.window.message_area.findChildren(QPushButton)[0].click()
    qtbot.waitUntil((tmp_path / "b.pdf").exists)

    assert Path(asked[0]).name == "白鹭镇 评分表.pdf"
    assert asked[1].endswith(".pdf")


def test_under_another_name_it_is_still_the_same_report(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    answers = iter([str(tmp_path / "none" / "a.pdf"), str(tmp_path / "b.pdf")])
    window = busy_program.window
    window.questions.pdf = lambda suggested: next(answers)
    window.actions_by_id["save_pdf"].trigger()
    qtbot.waitUntil(lambda: bool(window.message_area.findChildren(QPushButton)))
    busy_program.desk.show(1)
    window.message_area.findChildren(QPushButton)[0].click()
    qtbot.waitUntil((tmp_path / "b.pdf").exists)

    assert "白鹭镇2025年" in pdf_text(tmp_path / "b.pdf")


@pytest.fixture
def print_to(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A function that lets the question for a printer be answered: a file, and which pages."""

    def to(target: Path, first: int = 0, last: int = 0) -> None:
        def choose(dialog: QPrintDialog) -> int:
            dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            dialog.printer().setOutputFileName(str(target))
            dialog.printer().setFromTo(first, last)
            return 1

        monkeypatch.setattr(QPrintDialog, "exec", choose)

    return to


def test_printing_asks_for_a_printer_and_prints(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, print_to: Callable[..., None]
) -> None:
    print_to(tmp_path / "printed.pdf")
    with qtbot.waitSignal(busy_program.writing.settled):
        busy_program.window.actions_by_id["print_report"].trigger()

    assert "主要原因是编制偏紧" in pdf_text(tmp_path / "printed.pdf")


def test_only_the_pages_that_are_wanted_are_printed(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, print_to: Callable[..., None]
) -> None:
    print_to(tmp_path / "printed.pdf", 2, 2)
    with qtbot.waitSignal(busy_program.writing.settled):
        busy_program.window.actions_by_id["print_report"].trigger()
    text = pdf_text(tmp_path / "printed.pdf")

    assert "2026年1" in text
    assert "总分" not in text


@pytest.mark.qt_log_ignore(r"QPainter::begin\(\)")
def test_a_printer_that_takes_nothing_is_told(
    busy_program: Program, qtbot: QtBot, tmp_path: Path, print_to: Callable[..., None]
) -> None:
    print_to(tmp_path / "none" / "printed.pdf")
    with qtbot.waitSignal(busy_program.writing.settled) as settled:
        busy_program.window.actions_by_id["print_report"].trigger()

    assert settled.args == [False]
    assert any(text.startswith("无法打印") for text in busy_program.window.message_area.texts())


def test_what_is_decided_meanwhile_is_not_printed(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "白鹭镇.pdf"
    with qtbot.waitSignal(busy_program.writing.settled):
        busy_program.exporter.save_pdf(busy_program.desk.reviews[0], str(target), print)
        busy_program.desk.decide_on(busy_program.desk.reviews[0], "A12", comment="后来的意见")

    assert "后来的意见" not in pdf_text(target)
