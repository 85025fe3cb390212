"""How a sheet comes out of the printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from openpyxl.worksheet.properties import PageSetupProperties

from reviewer.export.cell_text import lines_needed

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MARGIN = 0.5  # inches
_TITLE_HEIGHT = 27.0  # points, as are the following
_NOTE_HEIGHT = 18.0
_LINE_HEIGHT = 14.0
_MOST_HEIGHT = 409.0  # no row can be higher


def set_page(sheet: Worksheet, title_rows: str, footer: str, *, large: bool = False) -> None:
    """Print on A4 (or, if `large`, A3) landscape, as wide as the page.

    `title_rows` such as "1:4" stand on top of every page.
    """
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3 if large else sheet.PAPERSIZE_A4
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.print_title_rows = title_rows
    sheet.print_options.horizontalCentered = True
    sheet.page_margins.left = sheet.page_margins.right = _MARGIN
    sheet.page_margins.top = sheet.page_margins.bottom = _MARGIN + 0.2
    sheet.page_margins.header = sheet.page_margins.footer = _MARGIN - 0.2
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.center.text = footer


def set_head_heights(sheet: Worksheet, header_row: int, columns: int) -> None:
    """Give title, notes and header their heights; not every program works them out by itself."""
    sheet.row_dimensions[1].height = _TITLE_HEIGHT
    for row in range(2, header_row):
        sheet.row_dimensions[row].height = _NOTE_HEIGHT
    fit_row(sheet, header_row, columns)


def fit_row(sheet: Worksheet, row: int, columns: int) -> None:
    """Make a row as high as the longest wrapped text in its first `columns` cells needs.

    Column widths must be set before.
    """
    # Not sheet[row]: openpyxl goes through all cells of the sheet to tell how wide it is.
    cells = (sheet.cell(row, column) for column in range(1, columns + 1))
    most = max(
        lines_needed(cell.value, sheet.column_dimensions[cell.column_letter].width)
        for cell in cells
        if isinstance(cell.value, str) and cell.data_type != "f"
    )
    sheet.row_dimensions[row].height = min(most * _LINE_HEIGHT + 4.0, _MOST_HEIGHT)
