"""The marked report and its score sheet on paper and as PDF."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from reviewer.gui.app import Program
from reviewer.gui.printing import Heading, document_of, write_pdf
from reviewer.review import Review
from reviewer.support.errors import ExportError

HEADING = Heading("云岫县司法局", "周晓")


def pdf_text(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


def test_a_page_has_unit_total_elements_and_the_whole_text(
    program: Program, review: Review
) -> None:
    review.decide("A12", comment="请补充办案数量。")
    text = document_of(review, HEADING).toPlainText()

    assert text.startswith("白鹭镇")
    assert "云岫县司法局 周晓" in text
    assert "合计 19 / 31 分" in text
    assert "请补充办案数量。" in text
    assert "没有写明件数" in text
    assert all(line in text for line in ("现将白鹭镇一年来的工作报告如下。", "2026年1月20日"))
    assert "综合行政执法队严格执法，规范程序A12" in text


def test_marks_are_underlined_and_weak_ones_tinted(program: Program, review: Review) -> None:
    document = document_of(review, HEADING)
    cursor = document.find("综合行政执法队严格执法")
    weak = cursor.charFormat()
    present = document.find("镇党委中心组学法6次").charFormat()

    assert weak.fontUnderline()
    assert present.fontUnderline()
    assert weak.background().color() != present.background().color()


def test_words_of_a_report_are_never_taken_for_markup(program: Program, review: Review) -> None:
    review.decide("A12", comment="<b>甲</b> & 乙")

    assert "<b>甲</b> & 乙" in document_of(review, HEADING).toPlainText()


def test_a_pdf_is_written_in_the_background(
    busy_program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    target = tmp_path / "白鹭镇.pdf"
    busy_program.window.questions.pdf = lambda suggested: str(target)
    busy_program.window.actions_by_id["save_pdf"].trigger()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: "白鹭镇.pdf" in "".join(busy_program.window.message_area.texts()))

    assert "评分表" in pdf_text(target)
    assert "主要原因是编制偏紧" in pdf_text(target)


def test_a_place_that_cannot_be_written_is_told(
    program: Program, review: Review, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match="export-no-folder"):
        write_pdf(review, HEADING, tmp_path / "none" / "a.pdf")


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

    assert asked[1].endswith(".pdf")


def test_printing_asks_for_a_printer_and_prints(
    busy_program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "printed.pdf"

    def choose(dialog: QPrintDialog) -> int:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        return 1

    monkeypatch.setattr(QPrintDialog, "exec", choose)
    busy_program.window.actions_by_id["print_report"].trigger()

    assert "主要原因是编制偏紧" in pdf_text(target)
