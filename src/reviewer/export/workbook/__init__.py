"""The score workbook: what a county takes into its meeting."""

from reviewer.export.workbook.book import workbook_bytes, write_workbook

__all__ = ["workbook_bytes", "write_workbook"]
