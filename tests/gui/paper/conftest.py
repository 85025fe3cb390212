from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from reviewer.export.paper.model import Block, Paper
from reviewer.gui.paper.pdf import pdf_bytes

Pages = Callable[..., list[str]]


@pytest.fixture
def pages(qapp: QApplication) -> Pages:
    """A function that makes a PDF of blocks and returns the text of each page, without blanks."""

    def make(*blocks: Block, **others: object) -> list[str]:
        with pypdfium2.PdfDocument(pdf_bytes(Paper("题名", blocks, **others))) as made:
            texts = [made[number].get_textpage().get_text_range() for number in range(len(made))]
        return ["".join(text.split()) for text in texts]

    return make
