"""Makes a PDF of printed pages, in the window's background thread or for the command line."""

from __future__ import annotations

import sys

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QPageLayout, QPageSize, QPdfWriter

from reviewer.export.paper.model import Paper
from reviewer.gui.paper.pages import draw
from reviewer.gui.paper.searchable import load_characters, searchable
from reviewer.support.own_mark import OWN_MARK

_DPI = 600


def pdf_bytes(paper: Paper) -> bytes:
    """Return `paper` as a PDF on A4 with its fonts embedded; a Qt application must be there."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    writer.setTitle(paper.title)
    writer.setCreator(OWN_MARK)
    writer.setPageLayout(page_layout(paper))
    draw(paper, writer)
    return searchable(bytes(buffer.data().data()), load_characters())


def page_layout(paper: Paper) -> QPageLayout:
    """Return A4 with the margins of `paper`."""
    landscape, portrait = QPageLayout.Orientation.Landscape, QPageLayout.Orientation.Portrait
    return QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        landscape if paper.landscape else portrait,
        QMarginsF(*paper.margins),
        QPageLayout.Unit.Millimeter,
    )


class WindowlessPdf:
    """Makes PDFs for a program that has no window, such as the command line."""

    def __init__(self) -> None:
        # Windows' own platform shows nothing by itself and knows the system's fonts; a Linux
        # server may have no display.
        headless = ["-platform", "offscreen"] if sys.platform.startswith("linux") else []
        self._application = QGuiApplication.instance() or QGuiApplication(["reviewer", *headless])

    def __call__(self, paper: Paper) -> bytes:
        """Return `paper` as a PDF."""
        return pdf_bytes(paper)
