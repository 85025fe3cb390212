"""The score workbook: what a county takes into its meeting."""

from reviewer.export.workbook.book import write_workbook

__all__ = ["write_workbook"]
