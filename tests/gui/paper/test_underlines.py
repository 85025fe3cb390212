"""Lines below marked text, as they come out in black and white."""

from __future__ import annotations

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from reviewer.export.paper.model import Line, Paper, Paragraph, Run
from reviewer.gui.paper.pdf import pdf_bytes

WORDS = "口口口口口口口口口口口口"


def dark_pixels(line: Line) -> bytes:
    """Return a page with one marked line as grey pixels."""
    paper = Paper("题", (Paragraph((Run(WORDS, 14.0, line=line),)),))
    with pypdfium2.PdfDocument(pdf_bytes(paper)) as made:
        return bytes(made[0].render(scale=2, grayscale=True).buffer)


def test_every_line_looks_different(qapp: QApplication) -> None:
    assert len({dark_pixels(line) for line in Line}) == len(Line)


@pytest.mark.parametrize("line", [line for line in Line if line is not Line.NONE])
def test_a_line_adds_ink(qapp: QApplication, line: Line) -> None:
    assert sum(dark_pixels(line)) < sum(dark_pixels(Line.NONE))
