"""Text that lies on a PDF page instead of in it: filled forms, and what an editor typed there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage


def has_written_notes(page: PdfPage) -> bool:
    """Tell whether a form field or a typed text lies on the page."""
    from pypdfium2 import raw as pdfium

    written = pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP
    for index in range(pdfium.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        if not annotation:
            continue
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind in written:
            return True
    return False


def flatten(page: PdfPage) -> None:
    """Make what lies on the page and shows a part of it; the page has to be loaded anew."""
    from pypdfium2 import raw as pdfium

    pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY)
