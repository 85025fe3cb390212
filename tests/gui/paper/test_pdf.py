"""The PDF as a file."""

from __future__ import annotations

import threading
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from reviewer.export.paper.model import Paper, Paragraph, Run
from reviewer.gui.paper.pdf import WindowlessPdf, pdf_bytes
from reviewer.readers import read_report
from reviewer.support.errors import UnreadableReport

PAPER = Paper("评分表", (Paragraph((Run("青溪镇", 12.0),)),))
A4 = (595, 842)  # points


@pytest.mark.parametrize("landscape", [False, True])
def test_pages_are_a4(qapp: QApplication, landscape: bool) -> None:
    paper = Paper("评分表", PAPER.blocks, landscape=landscape)
    with pypdfium2.PdfDocument(pdf_bytes(paper)) as made:
        size = tuple(round(length) for length in made[0].get_size())
        title = made.get_metadata_value("Title")
    assert size == (A4[::-1] if landscape else A4)
    assert title == "评分表"


def test_a_pdf_of_the_program_is_known_as_its_own(qapp: QApplication, tmp_path: Path) -> None:
    paper = Paper("很长的标题" * 30, PAPER.blocks)
    path = tmp_path / "评分表.pdf"
    path.write_bytes(pdf_bytes(paper))
    with pytest.raises(UnreadableReport) as caught:
        read_report(str(path))
    assert caught.value.code == "own-file"


def test_fonts_go_into_the_file(qapp: QApplication) -> None:
    assert b"/FontFile" in pdf_bytes(PAPER)


def test_a_pdf_may_be_made_in_the_background(qapp: QApplication) -> None:
    made: list[bytes] = []
    worker = threading.Thread(target=lambda: made.append(pdf_bytes(PAPER)))
    worker.start()
    worker.join()
    assert made[0].startswith(b"%PDF")


def test_the_command_line_uses_the_application_that_is_there(qapp: QApplication) -> None:
    assert WindowlessPdf()(PAPER).startswith(b"%PDF")
